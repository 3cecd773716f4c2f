import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendHoliday } from '@/app/[locale]/(workspace)/joint-clinics/actions';
import { DoneNotice, type Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { clinicListPath, HOLIDAYS_PATH } from '@/components/joint-clinics/clinic-paths';
import { HolidayTable } from '@/components/joint-clinics/holiday-table';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import type { FormField } from '@/components/ui/form-field';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { addDays, type CivilDate, dateInShanghai, WEEKDAYS } from '@/lib/core/dates';
import { HOLIDAY_CHANGE_KINDS } from '@/lib/directory/holiday-schema';
import { localePath } from '@/lib/i18n/locales';
import { getCalendarYear } from '@/lib/joint-clinics/holiday-queries';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('joint-clinics.holidays');
  return { title: t('title') };
}

/** The year of an address, of this century; the present one where it says none. */
function yearOf(text: unknown, today: CivilDate): number {
  return typeof text === 'string' && /^20\d{2}$/.test(text) ? Number(text) : Number(today.slice(0, 4));
}

async function holidayFields(today: CivilDate): Promise<FormField[]> {
  const t = await getTranslations('joint-clinics.holidays');
  return [
    { kind: 'date', name: 'date', label: t('field.date'), min: today, max: addDays(today, 731) },
    {
      kind: 'radios',
      name: 'kind',
      label: t('field.kind'),
      options: HOLIDAY_CHANGE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
      chosen: ['holiday'],
    },
    { name: 'name', label: t('field.name'), hint: t('field.nameHint'), maxLength: 20 },
    { name: 'nameEn', label: t('field.nameEn'), maxLength: 60 },
    {
      kind: 'select',
      name: 'followsWeekday',
      label: t('field.followsWeekday'),
      hint: t('field.followsWeekdayHint'),
      empty: t('field.unknown'),
      options: WEEKDAYS.map((value) => ({ value: String(value), label: t(`weekday.${value}`) })),
    },
    { kind: 'area', name: 'reason', label: t('field.reason'), hint: t('field.reasonHint'), maxLength: 200, rows: 2 },
    { name: 'source', label: t('field.source'), hint: t('field.sourceHint'), maxLength: 100 },
  ];
}

export default async function HolidaysPage({ searchParams }: Props) {
  const actor = await requireActor();
  const parameters = await searchParams;
  const today = dateInShanghai(now());
  const year = yearOf(parameters.year, today);
  const [title, t, locale, calendar, fields] = await Promise.all([
    getTranslations('joint-clinics'),
    getTranslations('joint-clinics.holidays'),
    getLocale(),
    getCalendarYear(actor, year),
    holidayFields(today),
  ]);
  const yearPath = (other: number) =>
    other >= 2000 && other <= 2099 ? `${localePath(locale, HOLIDAYS_PATH)}?year=${other}` : null;
  return (
    <>
      <Breadcrumbs trail={[{ href: clinicListPath(locale, {}), label: title('title') }]} current={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <DoneNotice parameters={parameters} />
      <Section id="year" title={t('year', { year: String(year) })}>
        <HolidayTable days={calendar.days} caption={t('year', { year: String(year) })} />
        <Pager
          label={t('pages')}
          previousHref={yearPath(year - 1)}
          previous={t('year', { year: String(year - 1) })}
          nextHref={yearPath(year + 1)}
          next={t('year', { year: String(year + 1) })}
        />
      </Section>
      {mayI(actor, 'create', 'HolidayChange') && (
        <Section id="change" title={t('change')}>
          <ActionForm
            id="day"
            action={sendHoliday}
            hidden={{ calendarVersion: String(calendar.calendarVersion) }}
            fields={fields}
            note={t('note')}
            submit={t('save')}
          />
        </Section>
      )}
    </>
  );
}
