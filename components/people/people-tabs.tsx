import { useLocale, useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import { localePath } from '@/lib/i18n/locales';
import { EXPERTS_PATH, MENTORS_PATH, TRAINEES_PATH } from './people-paths';

const PATHS = { trainees: TRAINEES_PATH, experts: EXPERTS_PATH, mentors: MENTORS_PATH } as const;
export type PeopleTab = keyof typeof PATHS;

/** The lists of people; `shown` are those the reader may use. */
export function PeopleTabs({ current, shown }: { current: PeopleTab; shown: readonly PeopleTab[] }) {
  const t = useTranslations('people.tab');
  const locale = useLocale();
  if (shown.length < 2) return null;
  return (
    <LinkTabs
      label={t('label')}
      tabs={shown.map((tab) => ({ href: localePath(locale, PATHS[tab]), label: t(tab), current: tab === current }))}
    />
  );
}
