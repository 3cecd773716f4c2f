import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { checkContent } from '@/lib/clinic-sessions/rules';
import { type SessionContent, sessionContentSchema } from '@/lib/clinic-sessions/schema';
import type { FieldProblem } from '@/lib/core/errors';
import { conditionField, type SessionValues, techniqueField, traineeField, typedContent } from './session-values';

/** What is wrong with a form, by its fields. */
export type FormProblems = readonly (FieldProblem & { field: string })[];

/** What was typed, as the content of a record, or null where it is none; what stops it, and what asks for an explanation. */
export type CheckedForm = { content: SessionContent | null; hard: FormProblems; soft: FormProblems };

/** Checks what was typed by the rules of the server. */
export function checkValues(
  values: SessionValues,
  { prefill, context }: Pick<SessionForm, 'prefill' | 'context'>,
): CheckedForm {
  const typed = typedContent(values, prefill);
  const parsed = sessionContentSchema.safeParse(typed);
  if (!parsed.success) {
    const hard = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), messageKey: message }));
    return { content: null, hard: once(placedIn(typed, hard)), soft: [] };
  }
  const { hard, soft } = checkContent(parsed.data, context);
  return { content: parsed.data, hard: placedIn(typed, hard), soft: placedIn(typed, soft) };
}

/** The problems that keep a checked form from being sent: soft ones only while nobody has explained them. */
export function stoppingProblems({ content, hard, soft }: CheckedForm): FormProblems {
  return content !== null && content.explanation === null ? [...hard, ...soft] : hard;
}

/** Problems that the server found in what was typed, by the fields of the form. */
export function placedProblems(
  problems: readonly FieldProblem[],
  values: SessionValues,
  { prefill }: Pick<SessionForm, 'prefill'>,
): FormProblems {
  return placedIn(typedContent(values, prefill), problems);
}

function placedIn(typed: unknown, problems: readonly FieldProblem[]): FormProblems {
  return problems.map((problem) => ({ ...problem, field: fieldOfPath(problem.path, typed) }));
}

/** One problem a field is enough to put it right. */
function once(problems: FormProblems): FormProblems {
  return problems.filter((one, index) => index === problems.findIndex(({ field }) => field === one.field));
}

const FIELD_OF_PATH: Readonly<Record<string, string>> = {
  reason: 'notHeldReason',
  expert: 'expertPresence',
  'expert.presence': 'expertPresence',
  'expert.expertId': 'substituteId',
};

/**
 * The field of the form that a path of the content belongs to.
 * @param content what `typedContent` made of the form, for the names behind the numbers of rows
 */
export function fieldOfPath(path: string, content: unknown): string {
  const [list = path, index] = path.replace(/^content\./, '').split('.');
  const row = index === undefined ? undefined : rowAt(content, list, index);
  if (!row) return FIELD_OF_PATH[index === undefined ? list : `${list}.${index}`] ?? list;
  if (list === 'conditions') return conditionField({ catalogueId: row.catalogueId ?? '', code: row.code ?? '' });
  return list === 'techniques' ? techniqueField(row.code ?? '') : traineeField(row.traineeId ?? '');
}

function rowAt(content: unknown, list: string, index: string): Record<string, string | undefined> | undefined {
  if (typeof content !== 'object' || content === null || !/^\d+$/.test(index)) return undefined;
  const rows = (content as Record<string, unknown>)[list];
  const row: unknown = Array.isArray(rows) ? rows[Number(index)] : undefined;
  return typeof row === 'object' && row !== null ? (row as Record<string, string | undefined>) : undefined;
}
