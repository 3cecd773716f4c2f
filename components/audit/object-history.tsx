import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import type { AuditPage } from '@/lib/audit/schema';
import type { Result } from '@/lib/core/result';
import { AuditTable } from './audit-table';

type Props = {
  history: Result<AuditPage>;
  /** of the page that shows it */
  path: string;
  /** where this page of it begins; undefined at the newest event */
  cursor: number | undefined;
};

/** What happened to one record, the newest first; or that it cannot be read at the moment. */
export function ObjectHistory({ history, path, cursor }: Props) {
  const t = useTranslations('audit');
  if (!history.ok) return <Notice kind="warning">{t('unavailable')}</Notice>;
  const { entries, next } = history.value;
  return (
    <>
      <AuditTable entries={entries} history />
      <Pager
        label={t('pager.label')}
        previousHref={cursor === undefined ? null : path}
        previous={t('pager.newest')}
        nextHref={next === null ? null : `${path}?cursor=${next}`}
        next={t('pager.older')}
      />
    </>
  );
}
