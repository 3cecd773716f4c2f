import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendTarget } from '@/app/[locale]/(workspace)/dashboard/targets/actions';
import { targetFields } from '@/app/[locale]/(workspace)/dashboard/targets/target-fields';
import type { Parameters } from '@/app/[locale]/(workspace)/dashboard/targets/target-page';
import { targetListPath } from '@/components/targets/target-paths';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import { getTarget, getTargetChoices } from '@/lib/indicators/target-queries';
import { proposalAfter } from '@/lib/indicators/target-rules';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('targets.new');
  return { title: t('title') };
}

export default async function NewTargetPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { after } = await searchParams;
  const [t, locale, choices, earlier] = await Promise.all([
    getTranslations('targets'),
    getLocale(),
    getTargetChoices(actor),
    typeof after === 'string' ? getTarget(actor, after) : null,
  ]);
  if (!choices) notFound();
  const target = earlier?.target.mine ? earlier.target : null;
  const proposal = target && proposalAfter(target, dateInShanghai(now()));
  return (
    <>
      <Breadcrumbs trail={[{ href: targetListPath(locale, 'running'), label: t('title') }]} current={t('new.title')} />
      <PageHeading title={t('new.title')} lead={t('new.lead')} />
      {target && (
        <Notice>
          {t('new.after', {
            unit: inLocale(locale, target.unit.name, target.unit.nameEn),
            indicator: inLocale(locale, target.definition.name, target.definition.nameEn),
            from: target.periodFrom.slice(0, 7),
            to: target.periodTo.slice(0, 7),
          })}
        </Notice>
      )}
      <ActionForm
        id="target"
        action={sendTarget}
        fields={await targetFields(choices, proposal)}
        note={t('new.note')}
        submit={t('new.save')}
      />
    </>
  );
}
