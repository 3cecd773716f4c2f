import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ChanceGaps } from '@/components/people/chance-gaps';
import { FairnessTable } from '@/components/people/fairness-table';
import { MentorTable } from '@/components/people/mentor-table';
import { MENTORS_PATH } from '@/components/people/people-paths';
import { ButtonLink } from '@/components/ui/button';
import { dayText, monthText } from '@/components/ui/date-words';
import { Icon } from '@/components/ui/icon';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { requireActor } from '@/lib/auth/require-actor';
import { localePath } from '@/lib/i18n/locales';
import { getMentorComparison } from '@/lib/training/mentor-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.mentors'))('title') };
}

export default async function MentorsPage() {
  const actor = await requireActor();
  const [t, locale, comparison] = await Promise.all([
    getTranslations('people.mentors'),
    getLocale(),
    getMentorComparison(actor),
  ]);
  if (!comparison) notFound();
  const { days, mentors, spreads, gaps, demonstration } = comparison;
  const said = {
    ...{ today: dayText(locale, days.today), three: monthText(locale, days.three) },
    ...{ six: monthText(locale, days.six), twelve: monthText(locale, days.twelve) },
  };
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        {demonstration && <DemoMark />}
      </PageHeading>
      <p className="text-sm text-ink-soft">{t('period', said)}</p>
      <p className="text-sm text-ink-soft">{t('scope')}</p>
      <p className="no-print my-4">
        <ButtonLink href={localePath(locale, `${MENTORS_PATH}/export`)} download>
          <Icon name="download" />
          {t('export')}
        </ButtonLink>
      </p>
      {mentors.length > 0 && (
        <>
          <Section id="fairness" title={t('fairness')}>
            <FairnessTable spreads={spreads} />
          </Section>
          <Section id="gaps" title={t('gaps')}>
            <ChanceGaps gaps={gaps} />
          </Section>
        </>
      )}
      <Section id="load" title={t('load')}>
        <MentorTable mentors={mentors} />
      </Section>
    </>
  );
}
