'use client';

import { Button, ButtonLink } from '@/components/ui/button';
import { type Locale, localePath } from '@/lib/i18n/locales';
import english from '@/lib/i18n/messages/en/errors.json';
import chinese from '@/lib/i18n/messages/zh-CN/errors.json';

// Error boundaries live in the browser, where there is no provider of messages: their few words travel with them.
const WORDS = { 'zh-CN': chinese.unexpected, en: english.unexpected } satisfies Record<Locale, unknown>;

export type BoundaryProps = { error: unknown; retry: () => void };

/** The id under which the server's log holds an error; the error's own text is never shown. */
function recordId(error: unknown): string | null {
  if (!(error instanceof Error) || !('digest' in error)) return null;
  return typeof error.digest === 'string' ? error.digest : null;
}

/** A fault of ours, said plainly in one language: what to do next, and the id to name when asking. */
export function UnexpectedError({ error, retry, locale }: BoundaryProps & { locale: Locale }) {
  const words = WORDS[locale];
  const id = recordId(error);
  return (
    <section lang={locale} className="max-w-prose py-8">
      <h1 className="text-2xl">{words.title}</h1>
      <p className="mt-2 text-ink-soft">{words.lead}</p>
      {id && (
        <p className="mt-2 text-sm text-ink-soft">
          {words.id} <code className="font-mono">{id}</code>
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button type="button" onClick={() => retry()}>
          {words.retry}
        </Button>
        <ButtonLink href={localePath(locale, '/')}>{words.home}</ButtonLink>
      </div>
    </section>
  );
}
