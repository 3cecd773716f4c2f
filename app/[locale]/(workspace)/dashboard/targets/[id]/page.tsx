import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendTargetChange, sendTargetWithdrawal } from '@/app/[locale]/(workspace)/dashboard/targets/actions';
import { valueFields } from '@/app/[locale]/(workspace)/dashboard/targets/target-fields';
import { type Parameters, TargetDoneNotice } from '@/app/[locale]/(workspace)/dashboard/targets/target-page';
import { AuditTable } from '@/components/audit/audit-table';
import { TargetFacts } from '@/components/targets/target-facts';
import { newTargetPath, targetListPath } from '@/components/targets/target-paths';
import { TargetTable } from '@/components/targets/target-table';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import type { FormField } from '@/components/ui/form-field';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { listObjectHistory } from '@/lib/audit/queries';
import { requireActor } from '@/lib/auth/require-actor';
import { inLocale } from '@/lib/i18n/locales';
import { getTarget } from '@/lib/indicators/target-queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, found] = await Promise.all([
    getTranslations('targets'),
    getLocale(),
    getTarget(await requireActor(), (await params).id),
  ]);
  if (!found) notFound();
  const { unit, definition } = found.target;
  return {
    title: t('one', {
      unit: inLocale(locale, unit.name, unit.nameEn),
      indicator: inLocale(locale, definition.name, definition.nameEn),
    }),
  };
}

export default async function TargetPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { id } = await params;
  const [t, locale, found, parameters] = await Promise.all([
    getTranslations('targets'),
    getLocale(),
    getTarget(actor, id),
    searchParams,
  ]);
  if (!found) notFound();
  const { target, others } = found;
  const name = t('one', {
    unit: inLocale(locale, target.unit.name, target.unit.nameEn),
    indicator: inLocale(locale, target.definition.name, target.definition.nameEn),
  });
  const hidden = { id, version: String(target.version) };
  const history = mayI(actor, 'read', 'AuditEvent') ? await listObjectHistory(actor, { type: 'Target', id }) : null;
  const reasonField: FormField = {
    kind: 'area',
    name: 'reason',
    label: t('field.reason'),
    hint: t('field.reasonHint'),
    maxLength: 300,
    rows: 2,
  };
  return (
    <>
      <Breadcrumbs trail={[{ href: targetListPath(locale, target.state), label: t('title') }]} current={name} />
      <PageHeading title={name} lead={t(`explained.${target.state}`)}>
        {target.mine && (
          <ButtonLink href={newTargetPath(locale, target.id)} variant="primary">
            {t('new.next')}
          </ButtonLink>
        )}
      </PageHeading>
      <TargetDoneNotice parameters={parameters} />
      <TargetFacts target={target} />
      {target.mine && target.state === 'coming' && (
        <>
          <Section id="change" title={t('change.title')}>
            <ActionForm
              id="change-target"
              action={sendTargetChange}
              hidden={hidden}
              fields={await valueFields({ value: String(target.value), source: target.source })}
              submit={t('change.save')}
            />
          </Section>
          <Section id="withdraw" title={t('withdraw.title')}>
            <ActionForm
              id="withdraw-target"
              action={sendTargetWithdrawal}
              hidden={hidden}
              fields={[reasonField]}
              submit={t('withdraw.save')}
            />
          </Section>
        </>
      )}
      <Section id="others" title={t('others')}>
        <TargetTable rows={others} caption={t('others')} empty={t('noOthers')} withUnit={false} />
      </Section>
      {history?.ok && history.value.entries.length > 0 && (
        <Section id="history" title={t('history')}>
          <AuditTable entries={history.value.entries} history />
        </Section>
      )}
    </>
  );
}
