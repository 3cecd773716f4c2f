import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { healthPath } from '@/components/health/health-paths';
import { HealthSummary } from '@/components/health/health-summary';
import { StrandedTrainees } from '@/components/health/stranded-trainees';
import { WeightTable } from '@/components/health/weight-table';
import { listPath } from '@/components/registry/registry-paths';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { getHealth } from '@/lib/registry/health/health-queries';
import { HEALTH_PROBLEMS, healthFilterSchema } from '@/lib/registry/health/health-schema';
import { listStranded } from '@/lib/registry/health/stranded-trainees';
import { sendStranded } from './actions';
import { HealthRows } from './health-rows';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

const count = z.coerce.number().int().min(0).max(100);
const doneSchema = z.object({ done: count, left: count });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('health'))('title') };
}

export default async function HealthPage({ searchParams }: Props) {
  const actor = await requireActor();
  const parameters = await searchParams;
  const filter = healthFilterSchema.safeParse(parameters).data;
  const [health, stranded] = await Promise.all([getHealth(actor, filter), listStranded(actor)]);
  if (!health || !stranded) notFound();
  const [t, locale] = await Promise.all([getTranslations('health'), getLocale()]);
  const done = doneSchema.safeParse(parameters);
  const unit = health.units.find(({ district }) => district?.code === filter?.district) ?? health.whole;
  const well = stranded.trainees.length === 0 && HEALTH_PROBLEMS.every((problem) => unit[problem] === 0);
  return (
    <>
      <PageHeading title={t('title')} lead={t(actor.role === 'centre_clerk' ? 'leadCentre' : 'lead')} />
      {done.success && (
        <Notice kind="success" announce>
          {t('done', done.data)}
        </Notice>
      )}
      <Section id="summary" title={t(health.units.length === 1 ? 'summary.titleOne' : 'summary.title')}>
        <HealthSummary health={health} />
        <div className="my-4">
          <WeightTable />
        </div>
      </Section>
      {unit.facilities === 0 && (
        <Notice title={t('none.title')}>
          {t('none.text')}
          {mayI(actor, 'read', 'ListImport') && (
            <p>
              <TextLink href={listPath(locale, 'centres')} className="inline-flex min-h-11 items-center">
                {t('none.bring')}
              </TextLink>
            </p>
          )}
        </Notice>
      )}
      {well && unit.facilities > 0 && !filter && (
        <Notice kind="success" title={t('well.title')}>
          {t('well.text', { count: unit.facilities })}
        </Notice>
      )}
      <LinkTabs
        label={t('tabs')}
        tabs={HEALTH_PROBLEMS.map((problem) => ({
          href: healthPath(locale, { problem, district: filter?.district }),
          label: t('tab', { name: t(`problemName.${problem}`), count: unit[problem] }),
          current: filter?.problem === problem,
        }))}
      />
      {filter && health.page && (
        <HealthRows actor={actor} health={health} unit={unit} page={health.page} filter={filter} />
      )}
      {stranded.trainees.length > 0 && (
        <Section id="stranded-trainees" title={t('stranded.title')}>
          <StrandedTrainees stranded={stranded} action={sendStranded} />
        </Section>
      )}
    </>
  );
}
