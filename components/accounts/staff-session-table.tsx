import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import type { StaffSessionSeen } from '@/lib/auth/views-schema';

/** Browsers that are signed in with an account. */
export function StaffSessionTable({ staffSessions }: { staffSessions: readonly StaffSessionSeen[] }) {
  const t = useTranslations('accounts.admin.browsers');
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      empty={t('empty')}
      rows={staffSessions}
      rowKey={({ id }) => id}
      columns={[
        { key: 'browser', header: t('browser'), cell: ({ userAgent }) => userAgent || t('unknown') },
        { key: 'since', header: t('since'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
        { key: 'seen', header: t('lastSeen'), cell: ({ lastSeenAt }) => <InstantText at={lastSeenAt} /> },
      ]}
    />
  );
}
