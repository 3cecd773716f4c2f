import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageTableLinks } from '@/components/exports/format-links';
import { StageMonthsView } from '@/components/stages/stage-months-view';
import { stagesPath } from '@/components/stages/stage-paths';
import { StageTable } from '@/components/stages/stage-table';
import { ButtonLink } from '@/components/ui/button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { OriginMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { isDemonstration } from '@/lib/indicators/demonstration';
import { getStageMonths } from '@/lib/registry/stages/stage-months';
import { listStages } from '@/lib/registry/stages/stage-queries';
import { STAGE_KINDS, STAGES, type StageFilter } from '@/lib/registry/stages/stage-schema';

/** The records of a kind by stage, and progress by month. */
export async function StageLists({ actor, filter }: { actor: Actor; filter: StageFilter }) {
  const { kind, stage, after } = filter;
  const [list, progress, demonstration, t, locale] = await Promise.all([
    listStages(actor, filter),
    getStageMonths(actor, kind),
    isDemonstration(),
    getTranslations('stages'),
    getLocale(),
  ]);
  if (!list || !progress) notFound();
  const moving = STAGES.filter((one) => one !== 'operating' && one !== 'closed');
  const waiting = moving.reduce((sum, one) => sum + list.counts[one], 0);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        {demonstration && <OriginMark origin="demonstration" />}
      </PageHeading>
      <LinkTabs
        label={t('kinds')}
        tabs={STAGE_KINDS.map((one) => ({
          href: stagesPath(locale, { kind: one }),
          label: t(`kind.${one}`),
          current: one === kind,
        }))}
      />
      {mayI(actor, 'create', 'StageRecord') && (
        <p className="no-print">
          <ButtonLink href={stagesPath(locale, { kind, plan: '1' })}>{t(`form.planTitle.${kind}`)}</ButtonLink>
        </p>
      )}
      <Section id="list" title={t('list.title')}>
        <LinkTabs
          label={t('list.stages')}
          tabs={[null, ...STAGES].map((one) => ({
            href: stagesPath(locale, { kind, stage: one }),
            label: t('list.tab', {
              name: one ? t(`stage.${one}`) : t('list.moving'),
              count: one ? list.counts[one] : waiting,
            }),
            current: stage === one,
          }))}
        />
        <StageTable records={list.records} />
        <Pager
          label={t('list.pages')}
          previousHref={after ? stagesPath(locale, { kind, stage }) : null}
          previous={t('list.first')}
          nextHref={list.next && stagesPath(locale, { kind, stage, after: list.next })}
        />
      </Section>
      <Section id="months" title={t('months.title')}>
        <PageTableLinks table="stages" name={t('months.title')} asked={{ kind }} />
        <StageMonthsView progress={progress} />
      </Section>
    </>
  );
}
