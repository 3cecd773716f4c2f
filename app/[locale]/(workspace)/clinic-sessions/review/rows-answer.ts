import 'server-only';
import { refresh } from 'next/cache';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { refused, typedIn } from '@/app/[locale]/form-answer';
import { recordPath } from '@/components/clinic-sessions/row-names';
import type { RowRefusal, RowsFormState } from '@/components/ui/rows-form-state';
import type { RowOutcome } from '@/lib/clinic-sessions/review-schema';
import type { RecordRef } from '@/lib/clinic-sessions/schema';
import { instantInShanghai } from '@/lib/core/dates';
import type { AppError } from '@/lib/core/errors';
import type { Result } from '@/lib/core/result';
import { inLocale, localePath } from '@/lib/i18n/locales';

// What the actions of lists have in common: which records a form means, and what became of each.

const NOON = 12 * 60;

/** A record and its version as a form sends them; nonsense is left for the command to refuse. */
export function refOf(text: string): RecordRef {
  const [id = '', version = ''] = text.split(':');
  return { id, version: Number(version) };
}

/** Records sent under a name. */
export function refsOf(form: FormData, name: string): RecordRef[] {
  return form.getAll(name).map((value) => refOf(String(value)));
}

/** The list again with what is wrong in the form as a whole or in a row's fields. */
async function refusedRows(
  error: AppError,
  form: FormData,
  fieldOf?: Readonly<Record<string, string>>,
): Promise<RowsFormState> {
  return { ...(await refused(error, typedIn(form), fieldOf)), done: null, refusals: [], sent: [] };
}

/** What became of a list: the page shows what is left, and above it what was done and what was not. */
export async function rowsAnswer(
  result: Result<readonly RowOutcome[]>,
  form: FormData,
  doneText: (done: readonly RowOutcome[]) => string,
): Promise<RowsFormState> {
  if (!result.ok) return await refusedRows(result.error, form);
  const done = result.value.filter((outcome) => outcome.done && !outcome.repeated);
  const refusals = await Promise.all(
    result.value.map(async (outcome) => (outcome.done ? [] : [await refusalOf(outcome, outcome.error)])),
  );
  refresh();
  const anything = done.length > 0 || refusals.length === 0;
  return {
    values: typedIn(form),
    problems: [],
    done: anything ? doneText(done) : null,
    refusals: refusals.flat(),
    sent: [],
  };
}

/** What became of one row of a list; `fieldOf` are the names of its fields on the page. */
export async function rowAnswer(
  result: Result<unknown>,
  form: FormData,
  { ref, fieldOf, done }: { ref: RecordRef; fieldOf: Readonly<Record<string, string>>; done: string },
): Promise<RowsFormState> {
  if (!result.ok && (result.error.code === 'INVALID' || result.error.code === 'NOT_FOUND'))
    return await refusedRows(result.error, form, fieldOf);
  refresh();
  const values = typedIn(form);
  if (result.ok) {
    const sent = Object.values(fieldOf);
    const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !sent.includes(name)));
    return { values: rest, problems: [], done, refusals: [], sent };
  }
  const href = localePath(await getLocale(), recordPath(ref.id));
  const refusal = { key: ref.id, href, message: await because(result.error) };
  return { values, problems: [], done: null, refusals: [refusal], sent: [] };
}

async function because({ messageKey }: AppError): Promise<string> {
  const t = await getTranslations();
  return t(messageKey && t.has(messageKey) ? messageKey : 'ui.form.problem.refused');
}

async function refusalOf({ id, label }: RowOutcome, error: AppError): Promise<RowRefusal> {
  const [t, term, format, locale] = await Promise.all([
    getTranslations('review.answer'),
    getTranslations('terms.half'),
    getFormatter(),
    getLocale(),
  ]);
  const reason = await because(error);
  if (!label) return { key: id, href: null, message: t('gone') };
  const noon = instantInShanghai(label.date, NOON);
  const date = format.dateTime(noon, { timeZone: 'Asia/Shanghai', month: 'short', day: 'numeric' });
  const clinic = inLocale(locale, label.clinic.name, label.clinic.nameEn);
  return {
    key: id,
    href: localePath(locale, recordPath(id)),
    message: t('row', { date, half: term(label.half), clinic, because: reason }),
  };
}
