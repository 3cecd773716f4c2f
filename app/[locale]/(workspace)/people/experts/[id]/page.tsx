import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { sendServiceRecord } from '@/app/[locale]/(workspace)/people/actions';
import { periodAsked } from '@/app/[locale]/(workspace)/people/asked-period';
import { ExpertFacts, LoadTable, MenteeTable, PresenceFigures } from '@/components/people/expert-sections';
import { COUNTED_STATES, EXPERTS_PATH, personPath } from '@/components/people/people-paths';
import { RoleSection } from '@/components/people/role-list';
import { PeriodChoice, RecordSection } from '@/components/people/training-sections';
import { filteredListPath } from '@/components/session-list/list-paths';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { getExpert } from '@/lib/training/expert-queries';
import { listPersonRoles } from '@/lib/training/role-queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

/** The page and its title ask for the same expert; cached by texts and not by a new object. */
const expertOf = cache(async (id: string, from: CivilDate, to: CivilDate) =>
  getExpert(await requireActor(), id, { from, to }),
);

async function requireExpert({ params, searchParams }: Props) {
  const asked = periodAsked(await searchParams);
  const expert = await expertOf((await params).id, asked.period.from, asked.period.to);
  if (!expert) notFound();
  return { expert, asked };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ expert }, t, locale] = await Promise.all([
    requireExpert(props),
    getTranslations('people.experts'),
    getLocale(),
  ]);
  return { title: t('pageOf', { name: inLocale(locale, expert.name, expert.nameEn) }) };
}

export default async function ExpertPage(props: Props) {
  const [actor, { expert, asked }, t, words, locale] = await Promise.all([
    requireActor(),
    requireExpert(props),
    getTranslations('people.experts'),
    getTranslations('people'),
    getLocale(),
  ]);
  const name = inLocale(locale, expert.name, expert.nameEn);
  const roles = await listPersonRoles(actor, 'expert', expert.id);
  const { from, to } = asked.period;
  return (
    <>
      <Breadcrumbs trail={[{ href: localePath(locale, EXPERTS_PATH), label: t('listTitle') }]} current={name} />
      <PageHeading title={name} lead={t('scopeNote')}>
        {!expert.active && <Badge>{t('left')}</Badge>}
        {expert.origin === 'demonstration' && <DemoMark />}
      </PageHeading>
      <ExpertFacts expert={expert} />
      <Section id="presence" title={words('presence.title')}>
        <PeriodChoice action={personPath(locale, 'expert', expert.id)} asked={asked} />
        <PresenceFigures
          presence={expert.presence}
          sessionsHref={filteredListPath(locale, { state: COUNTED_STATES, expert: expert.id, from, to })}
        />
      </Section>
      <Section id="weeks" title={words('weeks.title')}>
        <LoadTable weeks={expert.weeks} today={asked.today} />
      </Section>
      <Section id="mentees" title={words('mentees.title')}>
        <MenteeTable trainees={expert.trainees} />
      </Section>
      {(actor.role === 'expert' || mayI(actor, 'update', 'Expert')) && (
        <RecordSection issue={sendServiceRecord} kind="expert" id={expert.id} range={asked.period} />
      )}
      <RoleSection roles={roles} current={{ kind: 'expert', id: expert.id }} />
    </>
  );
}
