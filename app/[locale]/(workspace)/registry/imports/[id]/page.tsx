import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ImportReport } from '@/app/[locale]/(workspace)/registry/import-report';
import { ImportState } from '@/app/[locale]/(workspace)/registry/import-state';
import { registryReader } from '@/app/[locale]/(workspace)/registry/registry-words';
import { requireActor } from '@/lib/auth/require-actor';
import { getImport, listImportRows } from '@/lib/registry/queries';
import { importOutcomeSchema } from '@/lib/registry/schema';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const querySchema = z.object({
  outcome: importOutcomeSchema.optional().catch(undefined),
  after: z.coerce.number().int().min(0).max(10_000_000).optional().catch(undefined),
  done: z.string().optional().catch(undefined),
});

async function requireImport(params: Props['params']) {
  const actor = await requireActor();
  const found = await getImport(actor, (await params).id);
  if (!found) notFound();
  return { actor, found };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ found }, t] = await Promise.all([requireImport(params), getTranslations('registry')]);
  return { title: t('import.title', { list: t(`list.${found.list}.name`), file: found.fileName }) };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { actor, found } = await requireImport(params);
  const query = querySchema.parse(await searchParams);
  // a file that was never checked, and one that is being checked again, has no report
  const reported = found.status !== 'checking' && Object.values(found.counts).some((count) => count > 0);
  const reader = await registryReader();
  const wanted = query.outcome ? { outcomes: [query.outcome] } : {};
  const page = await listImportRows(actor, { importId: found.id, ...wanted, after: query.after }, reader);
  if (!page) notFound();
  return (
    <>
      <ImportState found={found} done={query.done} />
      {reported && <ImportReport actor={actor} found={found} query={query} page={page} reader={reader} />}
    </>
  );
}
