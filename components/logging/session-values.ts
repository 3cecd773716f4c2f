import { TICKED } from '@/components/ui/form-field';
import type { ConditionRef, SessionForm, SessionPrefill } from '@/lib/clinic-sessions/form-schema';
import { splitVisits } from '@/lib/clinic-sessions/pattern-rules';
import { conditionKey } from '@/lib/clinic-sessions/rules';
import {
  EXPERT_PRESENCES,
  type HeldContent,
  NOT_HELD_REASONS,
  type SessionContent,
  submitClinicSessionSchema,
  TRAINEE_PARTS,
} from '@/lib/clinic-sessions/schema';

// What is typed in the form of a session, as plain texts by field: how a form sends it, how a draft keeps it, and how
// a row of the week's grid holds it. It becomes the content of a record here, the same way in the browser and on the server.

/** Which session a form or an address is of. */
export const slotSchema = submitClinicSessionSchema.pick({ clinicId: true, date: true, half: true });

/** What was typed or chosen, by the names of the fields. */
export type SessionValues = Readonly<Record<string, string>>;

/** The fields that hold one number, named as in the content of a record. */
export const COUNT_FIELDS = [
  'visitsNew',
  'visitsReturn',
  'prescriptions',
  'preparations',
  'referralsUp',
  'referralsDown',
  'teachingCases',
] as const;
export type CountField = (typeof COUNT_FIELDS)[number];
/** The counts that are asked: empty is no answer, elsewhere it is none. */
const ASKED: readonly CountField[] = ['visitsNew', 'visitsReturn'];

export const HELD = 'yes';
export const NOT_HELD = 'no';
/** So many further conditions and techniques may be chosen beside those that are listed. */
export const FURTHER_ROWS = [0, 1, 2] as const;

export const conditionField = (ref: ConditionRef) => `condition:${conditionKey(ref)}`;
export const techniqueField = (code: string) => `technique:${code}`;
export const traineeField = (id: string) => `trainee:${id}`;

/** A typed number: digits of any width, blanks around; anything else is not a number. */
export function numberOf(typed: string | undefined): number {
  const plain = (typed ?? '').normalize('NFKC').trim();
  return /^\d{1,7}$/.test(plain) ? Number(plain) : Number.NaN;
}

function countOf(values: SessionValues, field: CountField): number {
  const typed = values[field]?.trim() ?? '';
  return typed === '' && !ASKED.includes(field) ? 0 : numberOf(typed);
}

function oneOf<T extends string>(choices: readonly T[], value: string | undefined): T | undefined {
  return choices.find((choice) => choice === value);
}

/** What was typed under a prefix, by the rest of the fields' names; nothing typed is no row. */
function rowsOf(values: SessionValues, prefix: string): { key: string; typed: string }[] {
  return Object.entries(values).flatMap(([name, typed]) =>
    name.startsWith(prefix) && typed.trim() !== '' ? [{ key: name.slice(prefix.length), typed }] : [],
  );
}

/** Counts by what they count: those that are listed, then those that were chosen in addition; zero is no row. */
function countedRows(values: SessionValues, kind: 'condition' | 'technique'): { key: string; count: number }[] {
  const listed = rowsOf(values, `${kind}:`);
  const further = FURTHER_ROWS.map((row) => ({
    key: values[`${kind}Further${row}`] ?? '',
    typed: values[`${kind}FurtherCount${row}`] ?? '',
  })).filter(({ key }) => key !== '');
  return [...listed, ...further]
    .map(({ key, typed }) => ({ key, count: numberOf(typed) }))
    .filter(({ count }) => count !== 0);
}

/** A condition by its name in the form; the inverse of `conditionKey`. */
function conditionOf(key: string): ConditionRef {
  const [catalogueId = '', ...code] = key.split('/');
  return { catalogueId, code: code.join('/') };
}

/** Visits by condition: as typed, or where nothing was typed and the clerk leaves it so, divided as usual. */
function typedConditions(values: SessionValues, shares: SessionPrefill['conditionShares']) {
  const typed = countedRows(values, 'condition').map(({ key, count }) => ({ ...conditionOf(key), visits: count }));
  if (typed.length > 0 || values.divide !== TICKED) return typed;
  const visits = countOf(values, 'visitsNew') + countOf(values, 'visitsReturn');
  return Number.isNaN(visits) ? [] : splitVisits(visits, shares);
}

/** The content that was typed, not yet checked: `sessionContentSchema` says whether it is one. */
export function typedContent(
  values: SessionValues,
  { conditionShares }: Pick<SessionPrefill, 'conditionShares'>,
): unknown {
  const texts = { note: values.note, explanation: values.explanation };
  if (values.held === NOT_HELD) return { held: false, reason: oneOf(NOT_HELD_REASONS, values.notHeldReason), ...texts };
  if (values.held !== HELD) return texts;
  const presence = oneOf(EXPERT_PRESENCES, values.expertPresence);
  return {
    held: true,
    expert: presence === 'substitute' ? { presence, expertId: values.substituteId } : { presence },
    mode: values.mode,
    ...Object.fromEntries(COUNT_FIELDS.map((field) => [field, countOf(values, field)])),
    conditions: typedConditions(values, conditionShares),
    techniques: countedRows(values, 'technique').map(({ key, count }) => ({ code: key, count })),
    trainees: rowsOf(values, 'trainee:').map(({ key, typed }) => ({
      traineeId: key,
      part: oneOf(TRAINEE_PARTS, typed),
    })),
    ...texts,
  };
}

function traineeValues(trainees: HeldContent['trainees']): SessionValues {
  return Object.fromEntries(trainees.map(({ traineeId, part }) => [traineeField(traineeId), part]));
}

function expertValues(expert: HeldContent['expert'] | null): SessionValues {
  if (expert === null) return {};
  const { presence } = expert;
  return presence === 'substitute'
    ? { expertPresence: presence, substituteId: expert.expertId }
    : { expertPresence: presence };
}

/** The fields of a form that holds a content. What was not counted stays empty, except the visits. */
export function valuesOf(content: SessionContent): SessionValues {
  const texts = { note: content.note ?? '', explanation: content.explanation ?? '' };
  if (!content.held) return { held: NOT_HELD, notHeldReason: content.reason, ...texts };
  const counted = (field: CountField) => (content[field] === 0 && !ASKED.includes(field) ? '' : String(content[field]));
  return {
    held: HELD,
    ...expertValues(content.expert),
    mode: content.mode,
    ...Object.fromEntries(COUNT_FIELDS.map((field) => [field, counted(field)])),
    ...Object.fromEntries(content.conditions.map((row) => [conditionField(row), String(row.visits)])),
    ...Object.fromEntries(content.techniques.map(({ code, count }) => [techniqueField(code), String(count)])),
    ...traineeValues(content.trainees),
    ...texts,
  };
}

/** What a form begins with: the record that stands already, else the usual pattern with the visits left to be asked. */
export function firstValues({ record, prefill }: Pick<SessionForm, 'record' | 'prefill'>): SessionValues {
  if (record) return valuesOf(record.content);
  return {
    held: HELD,
    ...expertValues(prefill.expert),
    mode: prefill.mode,
    visitsNew: '',
    visitsReturn: '',
    ...(prefill.conditionShares.length > 0 ? { divide: TICKED } : {}),
    ...traineeValues(prefill.trainees),
  };
}

/** The fields of a form as the browser sends them; a name that is sent twice counts as its last. */
export function valuesIn(form: FormData): SessionValues {
  const values: Record<string, string> = {};
  // names with a dollar are the framework's
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('$')) values[name] = value;
  return values;
}

/** Whether two forms say the same; an empty field and a missing one are the same. */
export function sameValues(one: SessionValues, other: SessionValues): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => (one[name] ?? '') === (other[name] ?? ''),
  );
}

/** Hidden fields that say which form it is. */
const OF_PAGE = new Set(['submissionId', 'clinicId', 'date', 'half', 'version']);

/** Whether a field is of the page, not of the person. */
export function isOfPage(name: string): boolean {
  return OF_PAGE.has(name);
}

/** What the person typed or chose. */
export function typedOnly(values: SessionValues): SessionValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isOfPage(name)));
}
