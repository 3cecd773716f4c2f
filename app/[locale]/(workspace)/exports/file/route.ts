import { notFound } from 'next/navigation';
import { fileResponse } from '@/app/[locale]/(workspace)/file-response';
import { requireActor } from '@/lib/auth/require-actor';
import { fetchExport } from '@/lib/exports/file-commands';

/** A file that was made in the background, for whoever asked for it; that it is fetched is in the trail. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const file = await fetchExport(actor, new URL(request.url).searchParams.get('id') ?? '');
  return file.ok ? fileResponse(file.value) : notFound();
}
