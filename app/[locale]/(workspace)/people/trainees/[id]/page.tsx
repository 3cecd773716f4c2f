import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { sendServiceRecord } from '@/app/[locale]/(workspace)/people/actions';
import { periodAsked } from '@/app/[locale]/(workspace)/people/asked-period';
import { COUNTED_STATES, personPath, TRAINEES_PATH } from '@/components/people/people-paths';
import { RoleSection } from '@/components/people/role-list';
import { TraineeFacts } from '@/components/people/trainee-facts';
import { TrainingSections } from '@/components/people/training-sections';
import { filteredListPath } from '@/components/session-list/list-paths';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { listPersonRoles } from '@/lib/training/role-queries';
import { getTrainee } from '@/lib/training/trainee-queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

/** The page and its title ask for the same trainee; cached by texts and not by a new object. */
const traineeOf = cache(async (id: string, from: CivilDate, to: CivilDate) => {
  return await getTrainee(await requireActor(), id, { from, to });
});

async function requireTrainee({ params, searchParams }: Props) {
  const asked = periodAsked(await searchParams);
  const trainee = await traineeOf((await params).id, asked.period.from, asked.period.to);
  if (!trainee) notFound();
  return { trainee, asked };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ trainee }, t, locale] = await Promise.all([
    requireTrainee(props),
    getTranslations('people.trainees'),
    getLocale(),
  ]);
  return { title: t('pageOf', { name: inLocale(locale, trainee.name, trainee.nameEn) }) };
}

export default async function TraineePage(props: Props) {
  const [actor, { trainee, asked }, t, locale] = await Promise.all([
    requireActor(),
    requireTrainee(props),
    getTranslations('people.trainees'),
    getLocale(),
  ]);
  const name = inLocale(locale, trainee.name, trainee.nameEn);
  const roles = await listPersonRoles(actor, 'trainee', trainee.id);
  const { from, to } = asked.period;
  return (
    <>
      <Breadcrumbs trail={[{ href: localePath(locale, TRAINEES_PATH), label: t('title') }]} current={name} />
      <PageHeading title={name}>
        {!trainee.active && <Badge>{t('ended')}</Badge>}
        {trainee.origin === 'demonstration' && <DemoMark />}
      </PageHeading>
      <TraineeFacts trainee={trainee} />
      <TrainingSections
        trainee={trainee}
        action={personPath(locale, 'trainee', trainee.id)}
        asked={asked}
        sessionsHref={filteredListPath(locale, {
          state: COUNTED_STATES,
          trainee: trainee.id,
          held: 'held',
          from,
          to,
        })}
        issue={mayI(actor, 'update', 'TraineeDoctor') ? sendServiceRecord : null}
      />
      <RoleSection roles={roles} current={{ kind: 'trainee', id: trainee.id }} />
    </>
  );
}
