import { useFormatter, useTranslations } from 'next-intl';
import type { MonthClosing } from '@/lib/clinic-sessions/review-schema';

/** Every close of a month and every reopening, the latest first. */
export function MonthClosings({ closings }: { closings: readonly MonthClosing[] }) {
  const t = useTranslations('review.month');
  const format = useFormatter();
  const when = (at: Date) =>
    format.dateTime(at, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
  return (
    <ul className="grid gap-2">
      {closings.flatMap(({ id, closedAt, closedByName, reopened }) => [
        ...(reopened
          ? [
              <li key={`${id} reopened`}>
                {t('reopenedBy', { name: reopened.byName, when: when(reopened.at), reason: reopened.reason })}
              </li>,
            ]
          : []),
        <li key={id}>{t('closedBy', { name: closedByName, when: when(closedAt) })}</li>,
      ])}
    </ul>
  );
}
