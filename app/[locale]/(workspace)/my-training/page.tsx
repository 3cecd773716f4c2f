import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { sendServiceRecord } from '@/app/[locale]/(workspace)/people/actions';
import { periodAsked } from '@/app/[locale]/(workspace)/people/asked-period';
import { NextSessions } from '@/components/people/next-sessions';
import { MY_TRAINING_PATH } from '@/components/people/people-paths';
import { RoleSection } from '@/components/people/role-list';
import { TraineeFacts } from '@/components/people/trainee-facts';
import { TrainingSections } from '@/components/people/training-sections';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { requireActor } from '@/lib/auth/require-actor';
import { listAttendances } from '@/lib/clinic-sessions/review-queries';
import { addDays } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { listPersonRoles } from '@/lib/training/role-queries';
import { getTrainee } from '@/lib/training/trainee-queries';

/** How far ahead a trainee looks. */
const DAYS_AHEAD = 14;

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.mine'))('title') };
}

export default async function MyTrainingPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (actor.role !== 'trainee') notFound();
  const asked = periodAsked(await searchParams);
  const { period, today } = asked;
  const [t, locale, trainee, waiting, plans, roles] = await Promise.all([
    getTranslations('people.mine'),
    getLocale(),
    getTrainee(actor, actor.traineeId, period),
    listAttendances(actor, false, 1),
    listPlannedSessions(actor, { from: today, to: addDays(today, DAYS_AHEAD) }),
    listPersonRoles(actor, 'trainee', actor.traineeId),
  ]);
  if (!trainee) notFound();
  return (
    <>
      <PageHeading title={t('title')} lead={inLocale(locale, trainee.name, trainee.nameEn)}>
        {trainee.origin === 'demonstration' && <DemoMark />}
      </PageHeading>
      {waiting.count > 0 && (
        <Notice kind="warning" title={t('waiting', { count: waiting.count })}>
          <p className="mt-2">
            <ButtonLink href={localePath(locale, '/clinic-sessions/attendance')} variant="primary">
              {t('sign')}
              <Icon name="arrowRight" />
            </ButtonLink>
          </p>
        </Notice>
      )}
      <Section id="next" title={t('next')}>
        <NextSessions plans={plans} today={today} />
      </Section>
      <Section id="about" title={t('about')}>
        <TraineeFacts trainee={trainee} />
      </Section>
      <TrainingSections
        trainee={trainee}
        action={localePath(locale, MY_TRAINING_PATH)}
        asked={asked}
        issue={sendServiceRecord}
      />
      <RoleSection roles={roles} current={{ kind: 'trainee', id: trainee.id }} />
    </>
  );
}
