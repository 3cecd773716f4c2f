import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';

/** How pressing something is; the most pressing stands first. */
export const DUE_ORDER = ['overdue', 'today', 'week', 'open'] as const;
export type DueWhen = (typeof DUE_ORDER)[number];

export type DueRow = {
  key: string;
  href: string;
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
  href: string;
  rows: readonly DueRow[];
};

const TONES: Record<DueWhen, Tone> = { overdue: 'danger', today: 'accent', week: 'info', open: 'neutral' };

/** What waits for the reader, the most pressing first. */
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

function DueCard({ group: { key, when, title, count, href, rows } }: { group: DueGroup }) {
  const t = useTranslations('workspace.today');
  return (
    <Card as="section" aria-labelledby={`due-${key}`} className="border-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={`due-${key}`} className="text-lg">
          {title}
        </h3>
        <Badge tone={TONES[when]}>{t(`count.${when}`, { count })}</Badge>
      </div>
      <ul className="mt-2 divide-y divide-line">
        {rows.map((row) => (
          <li key={row.key} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2">
                <a href={row.href} className="text-link inline-flex min-h-11 items-center">
                  {row.title}
                </a>
                {row.mark}
              </p>
              {row.detail && <p className="text-sm text-ink-soft">{row.detail}</p>}
            </div>
            {row.action}
          </li>
        ))}
      </ul>
      <p className="no-print mt-1">
        <a href={href} className="text-link inline-flex min-h-11 items-center gap-1 font-medium">
          {t('all', { count })}
          <span className="sr-only">{title}</span>
          <Icon name="arrowRight" />
        </a>
      </p>
    </Card>
  );
}
