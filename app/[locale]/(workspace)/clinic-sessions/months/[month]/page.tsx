import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { MonthForms } from '@/app/[locale]/(workspace)/clinic-sessions/months/month-forms';
import type { Parameters } from '@/app/[locale]/(workspace)/clinic-sessions/review/list-page';
import { MonthClosings } from '@/components/clinic-sessions/month-closings';
import { MonthFacts } from '@/components/clinic-sessions/month-facts';
import { MonthState } from '@/components/clinic-sessions/month-table';
import { OpenItems } from '@/components/clinic-sessions/open-items';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { monthText } from '@/components/ui/date-words';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { requireActor } from '@/lib/auth/require-actor';
import { getMonth } from '@/lib/clinic-sessions/month-queries';
import { monthSchema } from '@/lib/clinic-sessions/review-schema';
import { inLocale, localePath } from '@/lib/i18n/locales';

type Props = { params: Promise<{ month: string }>; searchParams: Promise<Parameters> };

const DONE = ['closed', 'reopened'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review.month'))('title') };
}

export default async function MonthPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ month: text }, { done: said }] = await Promise.all([params, searchParams]);
  const parsed = monthSchema.safeParse(text);
  const seen = parsed.success ? await getMonth(actor, parsed.data) : null;
  if (!seen) notFound();
  const [t, locale] = await Promise.all([getTranslations('review.month'), getLocale()]);
  const name = monthText(locale, seen.month);
  const done = DONE.find((one) => one === said);
  const { open } = seen.figures;
  return (
    <>
      <Breadcrumbs
        trail={[{ href: localePath(locale, '/clinic-sessions/months'), label: t('title') }]}
        current={name}
      />
      <PageHeading title={`${name} · ${inLocale(locale, seen.district.name, seen.district.nameEn)}`}>
        <MonthState month={seen} />
      </PageHeading>
      {done && (
        <Notice kind="success" announce>
          {t(`done.${done}`)}
        </Notice>
      )}
      <Section id="figures" title={t('figuresTitle')}>
        <MonthFacts figures={seen.figures} />
        <p className="mt-3 text-sm text-ink-soft">{t('expectedNote')}</p>
      </Section>
      <Section id="open" title={t('openTitle', { count: open })}>
        {open === 0 ? <p>{t('openNone')}</p> : <OpenItems items={seen.open} />}
        {open > seen.open.length && <p className="mt-2">{t('openMore', { count: seen.open.length })}</p>}
      </Section>
      <MonthForms month={seen} />
      {seen.closings.length > 0 && (
        <Section id="history" title={t('historyTitle')}>
          <MonthClosings closings={seen.closings} />
        </Section>
      )}
    </>
  );
}
