import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendPlanChange } from '@/app/[locale]/(workspace)/joint-clinics/actions';
import {
  changeFields,
  firstValues,
  kindOf,
  type Texts,
  targetOf,
} from '@/app/[locale]/(workspace)/joint-clinics/change-fields';
import { clinicTitle, type Parameters, requireClinic } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { problemsOf } from '@/app/[locale]/form-answer';
import { CHECK, CheckForm } from '@/components/joint-clinics/check-form';
import { ClinicHeading } from '@/components/joint-clinics/clinic-heading';
import { changePath, clinicPath } from '@/components/joint-clinics/clinic-paths';
import { PlanPreviewView } from '@/components/joint-clinics/plan-preview';
import { ActionForm } from '@/components/ui/action-form';
import { ButtonLink } from '@/components/ui/button';
import { fieldNames } from '@/components/ui/form-field';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { isCivilDate } from '@/lib/core/dates';
import { previewPlanChange } from '@/lib/joint-clinics/plan-queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const kind = kindOf((await searchParams).kind);
  if (!kind) notFound();
  const t = await getTranslations('joint-clinics.change');
  return { title: await clinicTitle(params, t(`title.${kind}`), await getLocale()) };
}

/** What an address says, each name once. */
function textsOf(parameters: Parameters): Texts {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

const DATES = ['from', 'until', 'date'];

/** What the form shows again: a field for dates cannot hold what is no date. */
function shownIn(values: Texts): Texts {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, DATES.includes(name) && !isCivilDate(value) ? '' : value]),
  );
}

export default async function PlanChangePage({ params, searchParams }: Props) {
  const { actor, clinic } = await requireClinic(params);
  const given = textsOf(await searchParams);
  const kind = kindOf(given.kind);
  if (!kind || !clinic.mayChange) notFound();
  const target = targetOf(kind, clinic, given);
  const [t, locale, fields] = await Promise.all([
    getTranslations('joint-clinics.change'),
    getLocale(),
    changeFields(kind, clinic),
  ]);
  const heading = <ClinicHeading clinic={clinic} page={t(`title.${kind}`)} tab={null} />;
  const back = clinicPath(locale, clinic.id);
  if (!target)
    return (
      <>
        {heading}
        <Notice kind="warning">{t('gone')}</Notice>
        <ButtonLink href={back}>{t('cancel')}</ButtonLink>
      </>
    );
  const row = target === 'none' ? {} : target;
  const names = fieldNames(fields);
  const typed = Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
  const values = { ...firstValues(kind, clinic, given), ...typed };
  const checked = CHECK in given || fields.length === 0;
  const version = CHECK in given && given.version ? given.version : String(clinic.version);
  const change = { kind, ...row, ...values };
  const seen = checked ? await previewPlanChange(actor, { clinicId: clinic.id, version, change }) : null;
  const stale = seen?.ok === false && seen.error.code === 'CONFLICT';
  const problems = seen?.ok === false && !stale ? await problemsOf(seen.error) : [];
  return (
    <>
      {heading}
      {stale && <Notice kind="warning">{t('stale')}</Notice>}
      {seen?.ok && (
        <Section id="preview" title={t('check')}>
          <PlanPreviewView clinic={clinic} preview={seen.value}>
            <ActionForm
              id="save"
              action={sendPlanChange}
              fields={[]}
              hidden={{ ...change, clinicId: clinic.id, version }}
              submit={t('save')}
            />
          </PlanPreviewView>
        </Section>
      )}
      {fields.length > 0 ? (
        <Section id="describe" title={t(seen?.ok ? 'adjust' : 'describe')}>
          <p className="mb-4 max-w-prose text-ink-soft">{t(`lead.${kind}`)}</p>
          <CheckForm
            id="change"
            action={changePath(locale, clinic.id, kind).split('?')[0] ?? ''}
            hidden={{ kind, ...row, version: String(clinic.version) }}
            fields={fields}
            values={shownIn(values)}
            problems={problems}
            submit={t('look')}
            variant={seen?.ok ? 'secondary' : 'primary'}
            backHref={back}
          />
        </Section>
      ) : (
        <>
          {problems.map(({ message }) => (
            <Notice key={message} kind="warning">
              {message}
            </Notice>
          ))}
          <p className="mt-4">
            <ButtonLink href={back} variant="quiet">
              {t('cancel')}
            </ButtonLink>
          </p>
        </>
      )}
    </>
  );
}
