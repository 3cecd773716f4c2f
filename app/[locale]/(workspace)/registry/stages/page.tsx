import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { StageHistory } from '@/components/stages/stage-history';
import { STAGE_DONE, stagesPath } from '@/components/stages/stage-paths';
import { StageBadge } from '@/components/stages/stage-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { OriginMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { getStage, listPlanPlaces } from '@/lib/registry/stages/stage-queries';
import { type StageKind, stageFilterSchema } from '@/lib/registry/stages/stage-schema';
import { PlanForm } from './plan-form';
import { StageLists } from './stage-lists';
import { StepForm } from './step-form';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('stages'))('title') };
}

export default async function StagesPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'export', 'StageRecord')) notFound();
  const asked = await searchParams;
  const filter = stageFilterSchema.parse(asked);
  if (typeof asked.record === 'string') return <Record actor={actor} id={asked.record} done={asked.done} />;
  if (asked.plan !== undefined) return <Plan actor={actor} kind={filter.kind} />;
  return <StageLists actor={actor} filter={filter} />;
}

/** A record with its history and what may be done with it. */
async function Record({ actor, id, done }: { actor: Actor; id: string; done: Parameters[string] }) {
  const found = await getStage(actor, id);
  if (!found) notFound();
  const [t, locale] = await Promise.all([getTranslations('stages'), getLocale()]);
  const { record, steps } = found;
  const { kind, stationId, centre } = record;
  const name = inLocale(locale, record.name, record.nameEn);
  const told = STAGE_DONE.find((one) => one === done);
  return (
    <>
      <Breadcrumbs trail={[{ href: stagesPath(locale, { kind }), label: t(`kind.${kind}`) }]} current={name} />
      <PageHeading title={name}>
        <StageBadge stage={record.stage} />
        {record.origin === 'demonstration' && <OriginMark origin="demonstration" />}
      </PageHeading>
      {told && (
        <Notice kind="success" announce>
          {t(`done.${told}`)}
        </Notice>
      )}
      <DescriptionList
        items={[
          { key: 'kind', term: t('column.kind'), description: t(`kind.${kind}`) },
          { key: 'centre', term: t('column.centre'), description: inLocale(locale, centre.name, centre.nameEn) },
          { key: 'means', term: t('column.means'), description: t(`means.${record.stage}`) },
          ...(record.next.length === 0
            ? [{ key: 'next', term: t('column.next'), description: t(`holder.${record.holder ?? 'nobody'}`) }]
            : []),
          ...(stationId
            ? [
                {
                  key: 'station',
                  term: t('column.entry'),
                  description: (
                    <TextLink href={localePath(locale, `/facilities/${encodeURIComponent(stationId)}`)}>
                      {t('column.entryLink')}
                    </TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
      {record.next.length > 0 && (
        <Section id="next" title={t('form.title')}>
          <StepForm record={record} />
        </Section>
      )}
      <Section id="history" title={t('history.title')}>
        <StageHistory steps={steps} />
      </Section>
    </>
  );
}

/** The form that plans something of a kind. */
async function Plan({ actor, kind }: { actor: Actor; kind: StageKind }) {
  const places = await listPlanPlaces(actor, kind);
  if (!places) notFound();
  const [t, locale] = await Promise.all([getTranslations('stages'), getLocale()]);
  const title = t(`form.planTitle.${kind}`);
  return (
    <>
      <Breadcrumbs trail={[{ href: stagesPath(locale, { kind }), label: t(`kind.${kind}`) }]} current={title} />
      <PageHeading title={title} />
      <PlanForm kind={kind} places={places} />
    </>
  );
}
