import { notFound, redirect } from 'next/navigation';
import { fileResponse } from '@/app/[locale]/(workspace)/file-response';
import { formWithFile } from '@/app/[locale]/(workspace)/registry/file/read-form';
import { changePagePath, changesPath } from '@/components/registry/change-paths';
import { requireActor } from '@/lib/auth/require-actor';
import { DEFAULT_LOCALE, isLocale, localePath } from '@/lib/i18n/locales';
import { addEvidence, fetchEvidence } from '@/lib/registry/changes/evidence-commands';
import { EVIDENCE_BYTES } from '@/lib/registry/changes/evidence-rules';

type Context = { params: Promise<{ locale: string }> };

/** The evidence of a request, for whoever may read the request. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const file = await fetchEvidence(actor, new URL(request.url).searchParams.get('id') ?? '');
  return file.ok ? fileResponse(file.value) : notFound();
}

/** Takes the evidence of a request, and leads back to it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const [{ locale: asked }, form] = [await params, await formWithFile(request, EVIDENCE_BYTES)];
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  if (typeof form === 'string') {
    // a form that was not read does not say whose it is; the page that it came from does
    const id = /\/registry\/changes\/([0-9a-f-]{36})/.exec(request.headers.get('referer') ?? '')?.[1];
    const problem = form === 'tooLarge' ? 'fileTooLarge' : 'fileEmpty';
    if (!id) redirect(changesPath(locale));
    return redirect(localePath(locale, changePagePath(id, { problem })));
  }
  const [id, version, file] = [form.get('id'), form.get('version'), form.get('file')];
  if (typeof id !== 'string' || typeof version !== 'string') notFound();
  const sent =
    file instanceof File
      ? { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
      : { name: '', bytes: Buffer.alloc(0) };
  const answer = await addEvidence(actor, { id, version }, sent);
  if (answer.ok) redirect(localePath(locale, changePagePath(id, { done: 'evidence' })));
  if (answer.error.code === 'NOT_FOUND') notFound();
  const key = answer.error.problems?.[0]?.messageKey ?? answer.error.messageKey ?? '';
  return redirect(localePath(locale, changePagePath(id, { problem: key.split('.').at(-1) ?? '' })));
}
