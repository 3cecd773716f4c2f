import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { registryReader } from '@/app/[locale]/(workspace)/registry/registry-words';
import { ChangeComparison } from '@/components/registry/change-comparison';
import { ChangeHistory } from '@/components/registry/change-history';
import { CHANGE_DONE, changesPath, evidencePath } from '@/components/registry/change-paths';
import { ChangeStateBadge } from '@/components/registry/change-table';
import { ClosingComparison } from '@/components/registry/closing-comparison';
import { EvidenceForm } from '@/components/registry/evidence-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DateText, InstantText } from '@/components/ui/date-text';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { requireActor } from '@/lib/auth/require-actor';
import { civilDate } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { getChange } from '@/lib/registry/changes/change-queries';
import { ChangeForms } from './change-forms';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

const FILE_PROBLEMS = ['fileEmpty', 'fileTooLarge', 'fileKind', 'stale'] as const;

async function requireChange({ params }: Pick<Props, 'params'>) {
  const actor = await requireActor();
  const change = await getChange(actor, (await params).id, await registryReader());
  if (!change) notFound();
  return { actor, change };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ change }, t] = await Promise.all([requireChange(props), getTranslations('changes')]);
  return { title: t(`kindTitle.${change.kind}`, { name: change.facility.name }) };
}

export default async function ChangePage(props: Props) {
  const [{ actor, change }, t, registry, locale, asked] = await Promise.all([
    requireChange(props),
    getTranslations('changes'),
    getTranslations('registry'),
    getLocale(),
    props.searchParams,
  ]);
  const { id, facility, evidence, version } = change;
  const name = inLocale(locale, facility.name, facility.nameEn);
  const title = t(`kindTitle.${change.kind}`, { name });
  const done = CHANGE_DONE.find((one) => one === asked.done);
  const problem = FILE_PROBLEMS.find((one) => one === asked.problem);
  const known = (problemKey: string) =>
    registry.has(`problem.${problemKey}`) ? registry(`problem.${problemKey}`) : '';
  const column = (key: string) => (registry.has(`column.${key}.label`) ? registry(`column.${key}.label`) : key);
  return (
    <>
      <Breadcrumbs trail={[{ href: changesPath(locale), label: t('title') }]} current={title} />
      <PageHeading title={title}>
        <ChangeStateBadge state={change.state} />
      </PageHeading>
      {done && (
        <Notice kind="success" announce>
          {t(`done.${done}`)}
        </Notice>
      )}
      <Section id="compare" title={t(change.closing ? 'closing.title' : 'compare.title')}>
        {change.closing ? (
          <ClosingComparison kind={change.kind} state={change.state} closing={change.closing} />
        ) : (
          <ChangeComparison cells={change.cells} movedMetres={change.movedMetres} />
        )}
        {change.warnings.map(({ key, problem: found }) => (
          <Notice key={`${key}-${found}`} kind="warning" title={t('warnings.title')}>
            {t('warnings.item', { cell: column(key), problem: known(found) })}
          </Notice>
        ))}
      </Section>
      <div className="mt-6">
        <DescriptionList
          items={[
            {
              key: 'facility',
              term: t('facts.facility'),
              description: (
                <TextLink href={localePath(locale, `/facilities/${encodeURIComponent(facility.id)}`)}>{name}</TextLink>
              ),
            },
            {
              key: 'reason',
              term: t('facts.reason'),
              description: <p className="break-words whitespace-pre-wrap">{change.reason}</p>,
            },
            {
              key: 'day',
              term: t('facts.effectiveOn'),
              description: <DateText date={civilDate(change.effectiveOn)} year />,
            },
            { key: 'by', term: t('facts.by'), description: change.proposedByName },
            { key: 'at', term: t('facts.at'), description: <InstantText at={change.proposedAt} /> },
            {
              key: 'evidence',
              term: t('facts.evidence'),
              description: evidence ? (
                <TextLink href={evidencePath(locale, id)}>
                  {t('evidence.download', {
                    name: evidence.fileName,
                    kilobytes: Math.max(1, Math.round(evidence.bytes / 1000)),
                  })}
                </TextLink>
              ) : (
                t('facts.noEvidence')
              ),
            },
          ]}
        />
      </div>
      {change.mayEdit && (
        <Section id="evidence" title={t('evidence.title')}>
          <EvidenceForm id={id} version={version} problem={problem ? t(`problem.${problem}`) : null} />
        </Section>
      )}
      <ChangeForms actor={actor} change={change} />
      <Section id="history" title={t('history.title')}>
        <ChangeHistory steps={change.steps} />
      </Section>
    </>
  );
}
