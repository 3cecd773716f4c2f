import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RecordHeading } from '@/components/session-record/record-heading';
import { VersionChoice } from '@/components/session-record/version-choice';
import { VersionComparison } from '@/components/session-record/version-comparison';
import { requireActor } from '@/lib/auth/require-actor';
import type { AddressParameters } from '@/lib/clinic-sessions/list-schema';
import type { VersionSeen } from '@/lib/clinic-sessions/page-schema';
import { getRecordVersions } from '@/lib/clinic-sessions/record-queries';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<AddressParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('session-list.record'))('tab.versions') };
}

/** The version an address names, else the one given. */
function chosen(versions: readonly VersionSeen[], asked: string | string[] | undefined, usual: VersionSeen) {
  return versions.find(({ version }) => String(version) === asked) ?? usual;
}

export default async function RecordVersionsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ id }, parameters, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('session-list.record.compare'),
  ]);
  const record = await getRecordVersions(actor, id);
  if (!record) notFound();
  const { versions } = record;
  const [present, last] = versions;
  return (
    <>
      <RecordHeading place={record} tab="versions" />
      {present && last ? (
        <Comparison
          record={record}
          before={chosen(versions, parameters.before, last)}
          after={chosen(versions, parameters.after, present)}
        />
      ) : (
        <p>{t('only')}</p>
      )}
    </>
  );
}

function Comparison(props: React.ComponentProps<typeof VersionComparison>) {
  return (
    <>
      {props.record.versions.length > 2 && <VersionChoice {...props} />}
      <VersionComparison {...props} />
    </>
  );
}
