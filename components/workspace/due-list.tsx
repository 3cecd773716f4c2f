import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';

/** When something is due: what the day itself brings stands first, then what is late. */
export const DUE_ORDER = ['today', 'overdue', 'week', 'open'] as const;
export type DueWhen = (typeof DUE_ORDER)[number];

export type DueRow = {
  key: string;
  /** where the row can be looked at; null where its button is the only way on */
  href: string | null;
  title: React.ReactNode;
  /** a line below: when, where, by whom */
  detail?: React.ReactNode;
  /** a badge beside the title */
  mark?: React.ReactNode;
  /** a small form or button that settles the row at once */
  action?: React.ReactNode;
};

/** One kind of thing that waits for somebody: how many, the first of them, and where all of them are. */
export type DueGroup = {
  /** names the group on the page */
  key: string;
  when: DueWhen;
  title: string;
  /** all that wait; `rows` may be only the first of them */
  count: number;
  /** where all of them are; null where all of them stand here */
  href: string | null;
  rows: readonly DueRow[];
};

const TONES: Record<DueWhen, Tone> = { overdue: 'danger', today: 'accent', week: 'info', open: 'neutral' };

/** What waits for the reader, in the order of DUE_ORDER. */
export function DueList({ groups }: { groups: readonly DueGroup[] }) {
  const sorted = DUE_ORDER.flatMap((when) => groups.filter((group) => group.when === when));
  return (
    <div className="grid gap-4">
      {sorted.map((group) => (
        <DueCard key={group.key} group={group} />
      ))}
    </div>
  );
}

/** So many rows of a long group stand open where there is no other page with all of them. */
const OPEN_ROWS = 5;

function DueCard({ group: { key, when, title, count, href, rows } }: { group: DueGroup }) {
  const t = useTranslations('workspace.today');
  const open = href === null ? rows.slice(0, OPEN_ROWS) : rows;
  const folded = rows.slice(open.length);
  return (
    <Card as="section" aria-labelledby={`due-${key}`} className="border-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={`due-${key}`} className="text-lg">
          {title}
        </h3>
        <Badge tone={TONES[when]}>{t(`count.${when}`, { count })}</Badge>
      </div>
      <DueRows rows={open} />
      {folded.length > 0 && (
        <Disclosure summary={t('more', { count: folded.length })}>
          <DueRows rows={folded} />
        </Disclosure>
      )}
      {href !== null && (
        <p className="no-print mt-1">
          <a href={href} className="text-link inline-flex min-h-11 items-center gap-1 font-medium">
            {t('all', { count })}
            <span className="sr-only">{title}</span>
            <Icon name="arrowRight" />
          </a>
        </p>
      )}
    </Card>
  );
}

function DueRows({ rows }: { rows: readonly DueRow[] }) {
  return (
    <ul className="mt-2 divide-y divide-line">
      {rows.map((row) => (
        <li key={row.key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2">
              {row.href === null ? (
                <span className="font-medium">{row.title}</span>
              ) : (
                <a href={row.href} className="text-link inline-flex min-h-11 items-center">
                  {row.title}
                </a>
              )}
              {row.mark}
            </p>
            {row.detail && <div className="text-sm text-ink-soft">{row.detail}</div>}
          </div>
          {row.action}
        </li>
      ))}
    </ul>
  );
}
