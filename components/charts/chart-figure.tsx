import { DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import { ChartLegend, ChartSvg } from './chart-svg';
import type { Drawing } from './drawing';

type Props = {
  drawing: Drawing;
  /** what opens the numbers of the chart as a table, or leads to the table of the page that has them */
  tableLabel: string;
  tableHref?: string;
  /** links to files of the chart */
  actions?: React.ReactNode;
};

/** A chart with its heading, what its patterns mean, and its numbers as a table below it. */
export function ChartFigure({ drawing, tableLabel, tableHref, actions }: Props) {
  const { id, title } = drawing;
  return (
    <figure
      id={`chart-${id}`}
      className="mb-4 flex min-w-0 break-inside-avoid flex-col gap-3 rounded-xl border border-line bg-surface p-4"
    >
      <figcaption className="grid gap-2">
        <h3 className="text-base font-medium">{title}</h3>
        <ChartLegend drawing={drawing} />
      </figcaption>
      <ChartFrame label={title}>
        <ChartSvg drawing={drawing} />
      </ChartFrame>
      {actions}
      {tableHref === undefined ? (
        <OwnTable drawing={drawing} label={tableLabel} />
      ) : (
        <p className="no-print">
          <TextLink href={tableHref} className="inline-flex min-h-11 items-center senior:min-h-12">
            {tableLabel}
          </TextLink>
        </p>
      )}
    </figure>
  );
}

function OwnTable({ drawing: { title, table }, label }: { drawing: Drawing; label: string }) {
  const [first, ...others] = table.headers;
  return (
    <div className="no-print mt-auto">
      <Disclosure summary={label}>
        <DataTable
          compares
          caption={title}
          captionHidden
          columns={[
            { key: 'row', header: first, cell: ([label]) => label },
            ...others.map((header, index) => ({
              key: String(index),
              header,
              numeric: true,
              cell: (row: readonly string[]) => row[index + 1],
            })),
          ]}
          rows={table.rows}
          rowKey={([label]) => label ?? ''}
        />
      </Disclosure>
    </div>
  );
}

/** In senior mode a chart is as large as its words need, and scrolls in its own frame where a phone is narrower. */
export function ChartFrame({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      <div className="mx-auto max-w-[34rem] senior:min-w-[22rem] print:max-w-none">{children}</div>
    </section>
  );
}
