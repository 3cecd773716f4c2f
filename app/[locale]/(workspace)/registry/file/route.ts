import { notFound, redirect } from 'next/navigation';
import { fileProblemQuery } from '@/app/[locale]/(workspace)/registry/file-problem';
import { fileResponse } from '@/app/[locale]/(workspace)/registry/file-response';
import { importPath, listPath } from '@/components/registry/registry-paths';
import { requireActor } from '@/lib/auth/require-actor';
import type { FieldProblem } from '@/lib/core/errors';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { exportList, FILE_FORMATS, listTemplate } from '@/lib/registry/files/export';
import { listWords } from '@/lib/registry/files/list-words';
import { exportHealth } from '@/lib/registry/health/health-export';
import { healthFilterSchema } from '@/lib/registry/health/health-schema';
import { uploadList } from '@/lib/registry/imports/import-commands';
import { datumSchema, listNameSchema } from '@/lib/registry/schema';
import { readForm } from './read-form';

type Context = { params: Promise<{ locale: string }> };

async function localeOf({ params }: Context) {
  const { locale } = await params;
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}

/** A list as a file, or its empty template. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const actor = await requireActor();
  const { searchParams } = new URL(request.url);
  const reader = { locale: await localeOf(context), words: await listWords() };
  const list = searchParams.get('list') ?? '';
  const part = searchParams.get('part') || undefined;
  const format = FILE_FORMATS.find((one) => one === searchParams.get('format')) ?? 'xlsx';
  const health = healthFilterSchema.safeParse(Object.fromEntries(searchParams));
  const made =
    searchParams.get('what') === 'template'
      ? await listTemplate(actor, list, reader)
      : health.success
        ? await exportHealth(actor, { list, filter: health.data }, reader)
        : await exportList(actor, { list, format, part }, reader);
  if (!made.ok) notFound();
  return fileResponse(made.value);
}

/** Takes a file of a list, and leads to what was found in it, or back to the form with what is wrong. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const actor = await requireActor();
  const [locale, form] = [await localeOf(context), await readForm(request)];
  const list = listNameSchema.safeParse(form.list);
  if (!list.success) notFound();
  const back = (problem: FieldProblem) => redirect(listPath(locale, list.data, fileProblemQuery(problem)));
  if (!form.file) back({ path: 'file', messageKey: `registry.file.${form.problem}` });
  const datum = datumSchema.catch('wgs84').parse(form.datum);
  const file = { list: list.data, fileName: form.fileName, file: form.file ?? Buffer.alloc(0), datum };
  const done = await uploadList(actor, file, await listWords());
  if (done.ok) redirect(importPath(locale, done.value.importId, { done: 'uploaded' }));
  const [problem] = done.error.problems ?? [];
  if (!problem) notFound();
  return back(problem);
}
