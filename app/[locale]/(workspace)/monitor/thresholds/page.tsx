import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendThresholds } from '@/app/[locale]/(workspace)/monitor/actions';
import { problemsOf } from '@/app/[locale]/form-answer';
import { MonitorExplained } from '@/components/monitor/explained';
import { ThresholdChanges } from '@/components/monitor/threshold-changes';
import { ThresholdForm } from '@/components/monitor/threshold-form';
import { ThresholdVersions } from '@/components/monitor/threshold-versions';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { localePath } from '@/lib/i18n/locales';
import { THRESHOLD_NAMES } from '@/lib/monitor/schema';
import { previewThresholds } from '@/lib/monitor/threshold-commands';
import { thresholdsIn } from '@/lib/monitor/threshold-input-schema';
import { listThresholds } from '@/lib/monitor/threshold-queries';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('monitor.threshold'))('title') };
}

export default async function ThresholdsPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'read', 'ActivityMonth')) notFound();
  const [parameters, t, locale, versions] = await Promise.all([
    searchParams,
    getTranslations('monitor.threshold'),
    getLocale(),
    listThresholds(),
  ]);
  const [present] = versions;
  if (!present) notFound();
  const changes = mayI(actor, 'create', 'MonitorThreshold');
  const asked = changes ? thresholdsIn(parameters) : null;
  const preview = asked && (await previewThresholds(actor, { ...present.values, ...asked }));
  const problems = preview && !preview.ok ? await problemsOf(preview.error) : [];
  return (
    <>
      <Breadcrumbs trail={[{ href: localePath(locale, '/monitor'), label: t('monitor') }]} current={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      {parameters.done === 'set' && (
        <Notice kind="success" announce>
          {t('done')}
        </Notice>
      )}
      {changes && (
        <Section id="change" title={t('change')}>
          <ThresholdForm values={{ ...present.values, ...asked }} problems={problems} />
        </Section>
      )}
      {preview?.ok && (
        <Section id="preview" title={t('preview')}>
          <p className="mb-3">
            {t('wouldChange', { count: preview.value.changes.length, total: preview.value.total })}
          </p>
          <ThresholdChanges changes={preview.value.changes} />
          <div className="mt-4">
            <ActionForm
              id="save-thresholds"
              action={sendThresholds}
              hidden={{
                version: String(preview.value.version),
                ...Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, String(preview.value.values[name])])),
              }}
              fields={[{ name: 'reason', kind: 'area', label: t('reason'), maxLength: 1000 }]}
              note={t('saveNote')}
              submit={t('save')}
            />
          </div>
        </Section>
      )}
      <Section id="versions" title={t('versions')}>
        <ThresholdVersions versions={versions} />
      </Section>
      <MonitorExplained thresholds={present.values} />
    </>
  );
}
