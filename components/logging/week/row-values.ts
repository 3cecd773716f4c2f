import { firstValues, HELD, NOT_HELD, type SessionValues, traineeField } from '@/components/logging/session-values';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';

// A row of the week's grid: fewer fields than the form, some of them put together. What a row does not show stays as
// the record or the usual pattern has it.

/** The numbers of a row. */
export const ROW_COUNTS = [
  'visitsNew',
  'visitsReturn',
  'prescriptions',
  'preparations',
  'referralsUp',
  'referralsDown',
] as const;

/** The two that are always asked. */
export const ROW_ASKED: readonly string[] = ['visitsNew', 'visitsReturn'];

/** What stands in the fields of a row, by their names. */
export type RowValues = Readonly<Record<string, string>>;

const OTHER = 'other';

/** The fields of a row that shows a form. */
export function rowOf(values: SessionValues, form: Pick<SessionForm, 'trainees'>): RowValues {
  const held = values.held !== NOT_HELD;
  const reason = values.notHeldReason ?? '';
  return {
    held: held ? HELD : reason,
    expert: values.expertPresence === 'substitute' ? (values.substituteId ?? '') : (values.expertPresence ?? ''),
    ...Object.fromEntries(ROW_COUNTS.map((name) => [name, values[name] ?? ''])),
    ...Object.fromEntries(form.trainees.map(({ id }) => [traineeField(id), values[traineeField(id)] ?? ''])),
    text: (!held && reason === OTHER ? values.note : values.explanation) ?? '',
  };
}

/** The fields of the form that a row fills in. */
export function valuesOfRow(row: RowValues, form: Pick<SessionForm, 'record' | 'prefill' | 'trainees'>): SessionValues {
  const base = firstValues(form);
  const held = row.held === HELD;
  const text = row.text ?? '';
  const expert: SessionValues =
    row.expert === 'planned' || row.expert === 'absent' || !row.expert
      ? { expertPresence: row.expert ?? '', substituteId: '' }
      : { expertPresence: 'substitute', substituteId: row.expert };
  return {
    ...base,
    ...(held ? { held: HELD } : { held: NOT_HELD, notHeldReason: row.held ?? '' }),
    // a record of a session that was not held says nothing of how it was held
    mode: base.mode ?? form.prefill.mode,
    ...expert,
    ...Object.fromEntries(ROW_COUNTS.map((name) => [name, row[name] ?? ''])),
    ...Object.fromEntries(form.trainees.map(({ id }) => [traineeField(id), row[traineeField(id)] ?? ''])),
    ...(!held && row.held === OTHER ? { note: text } : { explanation: text }),
  };
}

/** Whether anything was typed in a row. */
export function isTouched(row: RowValues, first: RowValues): boolean {
  return Object.entries(row).some(([name, text]) => text !== (first[name] ?? ''));
}

/** What was typed in a row, over what another row has in the fields that were left alone. */
export function typedOver(row: RowValues, first: RowValues, kept: RowValues): RowValues {
  const typed = Object.entries(row).filter(([name, text]) => text !== (first[name] ?? ''));
  return { ...kept, ...Object.fromEntries(typed) };
}

const FIELD_IN_ROW: Readonly<Record<string, string>> = {
  notHeldReason: 'held',
  expertPresence: 'expert',
  substituteId: 'expert',
  explanation: 'text',
  note: 'text',
};

/** The field of a row that shows a field of the form; the row's first where it has none. */
export function fieldInRow(field: string | null, row: RowValues): string {
  const shown = FIELD_IN_ROW[field ?? ''] ?? field ?? '';
  return shown in row ? shown : 'held';
}

/** A field of a row as it is sent: the number of its row before its name. */
export const sentName = (row: number, name: string) => `${row}|${name}`;

/** What a row says of itself, beside what was typed. */
export type SentRow = { slot: string; version: number | null; submissionId: string; row: RowValues };

/** What was sent for a row; null where there is none. */
export function sentRow(data: FormData, row: number): SentRow | null {
  const prefix = sentName(row, '');
  const values: Record<string, string> = {};
  for (const [name, value] of data)
    if (typeof value === 'string' && name.startsWith(prefix)) values[name.slice(prefix.length)] = value;
  const { slot, version, submissionId = '', ...typed } = values;
  return slot === undefined ? null : { slot, version: version ? Number(version) : null, submissionId, row: typed };
}
