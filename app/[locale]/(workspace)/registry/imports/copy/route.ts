import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { fileResponse } from '@/app/[locale]/(workspace)/registry/file-response';
import { requireActor } from '@/lib/auth/require-actor';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { correctedCopy } from '@/lib/registry/files/export';
import { listWords } from '@/lib/registry/files/list-words';
import { problemWords } from '@/lib/registry/rows/problem-schema';

type Context = { params: Promise<{ locale: string }> };

/** The file of an import as it was sent, its problems marked and said. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const { locale: given } = await params;
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  const [t, say] = await Promise.all([getTranslations({ locale, namespace: 'registry' }), getTranslations({ locale })]);
  const id = new URL(request.url).searchParams.get('id') ?? '';
  const made = await correctedCopy(
    actor,
    id,
    { locale, words: await listWords() },
    {
      heading: t('copy.heading'),
      sheet: t('copy.sheet'),
      line: (column, { code, level, suggestion, values }) =>
        [
          t(`level.${level}`),
          t('import.problem', { column, problem: say(problemWords(code), values) }),
          ...(suggestion && level !== 'corrected' ? [t('import.suggestion', { suggestion })] : []),
        ].join(' '),
    },
  );
  if (!made.ok) notFound();
  return fileResponse(made.value);
}
