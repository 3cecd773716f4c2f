import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { accountPath } from '@/components/accounts/account-paths';
import { AuditFilters } from '@/components/audit/audit-filters';
import { auditPath } from '@/components/audit/audit-path';
import { AuditTable } from '@/components/audit/audit-table';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { mayI } from '@/lib/access/abilities';
import { AUDIT_EVENT_NAMES, AUDIT_OBJECT_TYPES } from '@/lib/audit/events';
import { listAuditEvents } from '@/lib/audit/queries';
import { parseAuditParameters } from '@/lib/audit/schema';
import { requireActor } from '@/lib/auth/require-actor';
import { localePath } from '@/lib/i18n/locales';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit');
  return { title: t('title') };
}

export default async function AuditPage({ searchParams }: Props) {
  const actor = await requireActor();
  const asked = parseAuditParameters(await searchParams);
  const { filter, cursor } = asked;
  const [t, locale, page] = await Promise.all([
    getTranslations('audit'),
    getLocale(),
    listAuditEvents(actor, filter, { cursor }),
  ]);
  if (!page.ok && page.error.code === 'NOT_FOUND') notFound();
  const accounts = mayI(actor, 'export', 'Account');
  const address = localePath(locale, '/audit');
  return (
    <>
      <PageHeading title={t('title')} lead={t('description')} />
      <AuditFilters action={address} asked={asked} events={AUDIT_EVENT_NAMES} objectTypes={AUDIT_OBJECT_TYPES} />
      {mayI(actor, 'export', 'AuditEvent') && (
        <p className="no-print mb-4 flex flex-wrap items-center gap-3">
          <ButtonLink href={auditPath(localePath(locale, '/audit/export'), filter)} download>
            <Icon name="download" />
            {t('export.action')}
          </ButtonLink>
          <span className="text-sm text-ink-soft">{t('export.hint')}</span>
        </p>
      )}
      {page.ok ? (
        <>
          <AuditTable
            entries={page.value.entries}
            hrefOf={({ type, id }) => (accounts && type === 'Account' ? accountPath(locale, id) : null)}
          />
          <Pager
            label={t('pager.label')}
            previousHref={cursor === undefined ? null : auditPath(address, filter)}
            previous={t('pager.newest')}
            nextHref={page.value.next === null ? null : auditPath(address, filter, page.value.next)}
            next={t('pager.older')}
          />
        </>
      ) : (
        <Notice kind="warning">{t('unavailable')}</Notice>
      )}
    </>
  );
}
