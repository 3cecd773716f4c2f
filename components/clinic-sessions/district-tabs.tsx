import { useLocale, useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import { localePath } from '@/lib/i18n/locales';

const TABS = ['accept', 'months'] as const;

/** The two lists of a district: records to accept, months to close. */
export function DistrictTabs({ current }: { current: (typeof TABS)[number] }) {
  const t = useTranslations('review.tab');
  const locale = useLocale();
  return (
    <LinkTabs
      label={t('label')}
      tabs={TABS.map((tab) => ({
        href: localePath(locale, `/clinic-sessions/${tab}`),
        label: t(tab),
        current: tab === current,
      }))}
    />
  );
}
