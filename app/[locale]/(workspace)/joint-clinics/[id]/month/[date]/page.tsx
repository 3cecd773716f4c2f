import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import {
  clinicTitle,
  DoneNotice,
  type Parameters,
  requireClinic,
} from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { ClinicHeading } from '@/components/joint-clinics/clinic-heading';
import { dayPath, monthPath } from '@/components/joint-clinics/clinic-paths';
import { DayView } from '@/components/joint-clinics/day-view';
import { DateText } from '@/components/ui/date-text';
import { Pager } from '@/components/ui/pager';
import { TextLink } from '@/components/ui/text-link';
import { addDays, type CivilDate, instantInShanghai, isCivilDate } from '@/lib/core/dates';
import { monthOf, parseMonth } from '@/lib/joint-clinics/month-rules';
import { getClinicMonth } from '@/lib/joint-clinics/plan-queries';

type Props = { params: Promise<{ id: string; date: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const date = dateOf((await params).date);
  return { title: await clinicTitle(params, await dayName(date), await getLocale()) };
}

/** A day of this century; the page of any other is not there. */
function dateOf(text: string): CivilDate {
  if (!isCivilDate(text) || !parseMonth(text.slice(0, 7))) notFound();
  return text;
}

async function dayName(date: CivilDate): Promise<string> {
  const format = await getFormatter();
  const day = instantInShanghai(date, 720);
  return format.dateTime(day, { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric', weekday: 'long' });
}

export default async function ClinicDayPage({ params, searchParams }: Props) {
  const { actor, clinic } = await requireClinic(params);
  const date = dateOf((await params).date);
  const [t, name, locale, parameters, month] = await Promise.all([
    getTranslations('joint-clinics.day'),
    dayName(date),
    getLocale(),
    searchParams,
    getClinicMonth(actor, clinic.id, monthOf(date)),
  ]);
  const day = month?.weeks.flat().find((one) => one.date === date);
  if (!day) notFound();
  const neighbour = (by: number) => {
    const other = addDays(date, by);
    return parseMonth(other.slice(0, 7)) ? dayPath(locale, clinic.id, other) : null;
  };
  return (
    <>
      <ClinicHeading clinic={clinic} page={name} tab="month" />
      <DoneNotice parameters={parameters} />
      <p className="mb-4 flex flex-wrap items-center gap-x-4">
        <DateText date={date} year today={clinic.today} />
        <TextLink href={monthPath(locale, clinic.id, monthOf(date))} className="inline-flex min-h-11 items-center">
          {t('month')}
        </TextLink>
      </p>
      <DayView clinic={clinic} day={day} />
      <Pager
        label={t('pages')}
        previousHref={neighbour(-1)}
        previous={<DateText date={addDays(date, -1)} />}
        nextHref={neighbour(1)}
        next={<DateText date={addDays(date, 1)} />}
      />
    </>
  );
}
