import { useLocale, useTranslations } from 'next-intl';
import { recordPath } from '@/components/clinic-sessions/row-names';
import { DateText } from '@/components/ui/date-text';
import { LinkTabs } from '@/components/ui/link-tabs';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import type { RecordPlace } from '@/lib/clinic-sessions/page-schema';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { RecordWay } from './record-way';

export const RECORD_TABS = ['record', 'versions', 'history'] as const;
export type RecordTab = (typeof RECORD_TABS)[number];

type Props = { place: RecordPlace; tab: RecordTab; children?: React.ReactNode };

/** What stands above each page of a record: the way to it, which session it is, and its pages side by side. */
export function RecordHeading({ place, tab, children }: Props) {
  const t = useTranslations('session-list.record');
  const term = useTranslations('terms');
  const locale = useLocale();
  const { id, date, half, clinic, centre, hospital, demonstration, version } = place;
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  const when = (
    <span>
      <DateText date={date} year /> {term(`half.${half}`)}
    </span>
  );
  const hrefOf = (one: RecordTab) => localePath(locale, recordPath(id) + (one === 'record' ? '' : `/${one}`));
  // a record that was sent once has nothing to compare
  const tabs = RECORD_TABS.filter((one) => one !== 'versions' || version > 1 || tab === 'versions');
  return (
    <>
      <RecordWay place={place} current={when} />
      <PageHeading
        title={
          <>
            {named(clinic)}
            <span className="block text-xl font-medium sm:text-2xl">{when}</span>
          </>
        }
        lead={`${named(centre)} · ${named(hospital)}`}
      >
        {children}
        {demonstration && <DemoMark />}
      </PageHeading>
      <LinkTabs
        label={t('tabs')}
        tabs={tabs.map((one) => ({ href: hrefOf(one), label: t(`tab.${one}`), current: one === tab }))}
      />
    </>
  );
}
