import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import {
  clinicTitle,
  DoneNotice,
  type Parameters,
  requireClinic,
} from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { ClinicHeading } from '@/components/joint-clinics/clinic-heading';
import { monthPath } from '@/components/joint-clinics/clinic-paths';
import { MonthLegend, MonthTable } from '@/components/joint-clinics/month-table';
import { Pager } from '@/components/ui/pager';
import { civilDate, instantInShanghai } from '@/lib/core/dates';
import { addMonths, monthOf, parseMonth } from '@/lib/joint-clinics/month-rules';
import { getClinicMonth } from '@/lib/joint-clinics/plan-queries';
import type { MonthKey } from '@/lib/joint-clinics/views-schema';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('joint-clinics.tab');
  return { title: await clinicTitle(params, t('month'), await getLocale()) };
}

export default async function ClinicMonthPage({ params, searchParams }: Props) {
  const { actor, clinic } = await requireClinic(params);
  const parameters = await searchParams;
  const wanted = typeof parameters.month === 'string' ? parseMonth(parameters.month) : null;
  const month = wanted ?? monthOf(clinic.today);
  const [t, locale, format, table] = await Promise.all([
    getTranslations('joint-clinics.month'),
    getLocale(),
    getFormatter(),
    getClinicMonth(actor, clinic.id, month),
  ]);
  const nameOf = (key: MonthKey) =>
    format.dateTime(instantInShanghai(civilDate(`${key}-01`), 720), {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: 'long',
    });
  const neighbour = (by: number) => parseMonth(addMonths(month, by));
  const [previous, next] = [neighbour(-1), neighbour(1)];
  return (
    <>
      <ClinicHeading clinic={clinic} page={t('title')} tab="month" />
      <DoneNotice parameters={parameters} />
      <h2 className="mb-3 text-xl">{nameOf(month)}</h2>
      {table && (
        <MonthTable
          clinicId={clinic.id}
          month={table}
          named={clinic.named}
          caption={t('caption', { month: nameOf(month) })}
        />
      )}
      <MonthLegend />
      <p className="mt-3 text-sm text-ink-soft">{t(clinic.mayChange ? 'note' : 'noteReading')}</p>
      <Pager
        label={t('pages')}
        previousHref={previous && monthPath(locale, clinic.id, previous)}
        previous={previous && nameOf(previous)}
        nextHref={next && monthPath(locale, clinic.id, next)}
        next={next && nameOf(next)}
      />
    </>
  );
}
