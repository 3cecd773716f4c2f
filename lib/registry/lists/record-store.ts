import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/actor';
import { applyActivities } from '@/lib/clinic-sessions/activity';
import { contributionOf, NO_ACTIVITY, subtract } from '@/lib/clinic-sessions/activity-rules';
import { columnsOf, partsOf } from '@/lib/clinic-sessions/record-columns';
import { isLate } from '@/lib/clinic-sessions/rules';
import type { SessionContent } from '@/lib/clinic-sessions/schema';
import { SESSION_SELECT } from '@/lib/clinic-sessions/session-rows';
import { contextOf } from '@/lib/clinic-sessions/slot-context';
import { readSlots, type Slot, type SlotQuestion, slotName } from '@/lib/clinic-sessions/slot-sql';
import { now } from '@/lib/core/clock';
import { civilDate, dateInShanghai, fromDbDate, instantInShanghai } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Half } from '@/lib/directory/schema';
import type { Cells, Entry } from '@/lib/registry/schema';
import { upsertRows, type WrittenRow, type WrittenTable } from './bulk-write';
import { NoLongerSound } from './list';
import { newRecordProblems, parsedContent } from './record-cell-rules';

// Past sessions as the database keeps them: the records, what hangs on them, and the sums of their months.

type Client = Prisma.TransactionClient;

const RECORD: WrittenTable = {
  table: 'clinic_session',
  columns: {
    ...{ id: 'text', clinic_id: 'text', centre_id: 'text', hospital_id: 'text', district_code: 'text' },
    ...{ date: 'date', half: 'half', submission_id: 'uuid', planned: 'boolean', planned_expert_id: 'text' },
    ...{ held: 'boolean', not_held_reason: 'not_held_reason', expert_presence: 'expert_presence' },
    ...{ expert_id: 'text', mode: 'session_mode', visits_new: 'integer', visits_return: 'integer' },
    ...{ prescriptions: 'integer', preparations: 'integer', referrals_up: 'integer', referrals_down: 'integer' },
    ...{ teaching_cases: 'integer', note: 'text', explanation: 'text', late: 'boolean' },
    ...{ first_submitted_at: 'timestamptz', submitted_at: 'timestamptz' },
    ...{ state: 'clinic_session_state', submitted_by: 'text', submitted_by_name: 'text', origin: 'origin' },
  },
  keys: ['id'],
};
const CONDITION: WrittenTable = {
  table: 'clinic_session_condition',
  columns: { session_id: 'text', catalogue_id: 'text', condition_code: 'text', visits: 'integer' },
  keys: ['session_id', 'catalogue_id', 'condition_code'],
};
const TECHNIQUE: WrittenTable = {
  table: 'clinic_session_technique',
  columns: { session_id: 'text', technique_code: 'text', count: 'integer' },
  keys: ['session_id', 'technique_code'],
};
const TRAINEE: WrittenTable = {
  table: 'clinic_session_trainee',
  columns: { session_id: 'text', trainee_id: 'text', date: 'date', part: 'trainee_part' },
  keys: ['session_id', 'trainee_id'],
};

/** Noon, where only the day is known on which something was recorded. */
const NOON = 12 * 60;

/** The half-day of a row, null when the row does not say enough. */
export function slotOf(cells: Cells): Pick<SlotQuestion, 'clinicId' | 'date' | 'half'> | null {
  const { clinic, recordDate, slotHalf } = cells;
  if (!clinic || !recordDate || !slotHalf) return null;
  return { clinicId: clinic, date: civilDate(recordDate), half: slotHalf as Half };
}

/** The catalogue whose conditions rows name. */
export async function currentCatalogue(tx: Client): Promise<string> {
  const { id } = await tx.conditionCatalogue.findFirstOrThrow({ where: { current: true }, select: { id: true } });
  return id;
}

/** What is known of the half-days of rows, by their names, with the people and things that they name looked up. */
export async function slotsOfRows(
  tx: Client,
  rows: readonly Cells[],
  catalogueId: string,
  instant: Date,
): Promise<Map<string, Slot>> {
  const asked = new Map<string, SlotQuestion>();
  for (const cells of rows) {
    const slot = slotOf(cells);
    if (!slot) continue;
    // with nobody planned, an expert who is named is looked up; the plan is asked for in the same breath
    const parsed = parsedContent({ ...cells, recordMode: cells.recordMode ?? 'on_site' }, null, catalogueId);
    asked.set(slotName(slot), { ...slot, ...('content' in parsed ? { content: parsed.content } : {}) });
  }
  return await readSlots(tx, [...asked.values()], instant);
}

type Made = {
  id: string;
  label: string;
  cells: Cells;
  slot: Slot;
  content: SessionContent;
  plannedExpertId: string | null;
};

/** The records of entries, held against the rules once more: between the check and now somebody may have been faster. */
async function madeOf(tx: Client, entries: readonly Entry[], actor: Actor, instant: Date): Promise<Made[]> {
  const clinics = [...new Set(entries.flatMap(({ cells }) => cells.clinic ?? []))].sort();
  // who changes a plan at the same moment waits
  await tx.$queryRaw`SELECT 1 FROM joint_clinic WHERE id = ANY(${clinics}) ORDER BY id FOR SHARE`;
  const catalogueId = await currentCatalogue(tx);
  const cells = entries.map((entry) => entry.cells);
  const slots = await slotsOfRows(tx, cells, catalogueId, instant);
  const unsound: { label: string }[] = [];
  const made = entries.flatMap(({ id, cells: row }): Made[] => {
    const at = slotOf(row);
    const slot = at && slots.get(slotName(at));
    const label = row.recordLabel ?? id;
    const context = at && slot && contextOf(actor, slot, at, instant);
    const checked = slot && context && newRecordProblems(row, { context, monthClosed: slot.monthClosed, catalogueId });
    const wrong = checked?.problems.some(({ level, column }) => level === 'error' && column !== 'explanation');
    if (!slot || slot.record || !checked?.content || wrong) {
      unsound.push({ label });
      return [];
    }
    return [
      { id, label, cells: row, slot, content: checked.content, plannedExpertId: context?.plannedExpertId ?? null },
    ];
  });
  if (unsound.length > 0) throw new NoLongerSound(unsound);
  return made;
}

function rowOf({ id, cells, slot, content, plannedExpertId }: Made, actor: Actor, instant: Date) {
  const date = civilDate(cells.recordDate ?? '');
  const recordedOn = civilDate(cells.recordedOn ?? dateInShanghai(instant));
  const firstSubmittedAt = recordedOn === dateInShanghai(instant) ? instant : instantInShanghai(recordedOn, NOON);
  return {
    id,
    ...{ clinicId: slot.clinicId, centreId: slot.centreId, hospitalId: slot.hospitalId },
    ...{ districtCode: slot.districtCode, date, half: cells.slotHalf ?? '', submissionId: randomUUID() },
    ...{ planned: plannedExpertId !== null, plannedExpertId },
    ...columnsOf(content, plannedExpertId),
    late: isLate(date, firstSubmittedAt),
    state: cells.recordState === 'withdrawn' ? ('withdrawn' as const) : ('submitted' as const),
    ...{ firstSubmittedAt: firstSubmittedAt.toISOString(), submittedAt: instant.toISOString() },
    ...{ submittedBy: actor.accountId, submittedByName: actor.displayName, origin: cells.origin ?? 'imported' },
  };
}

const inColumns = (row: Readonly<Record<string, WrittenRow[string]>>): WrittenRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );

/** Writes new records with all that hangs on them, and adds them to the sums of their months. */
export async function writeRecords(tx: Client, entries: readonly Entry[], actor: Actor): Promise<void> {
  if (entries.length === 0) return;
  const instant = now();
  const made = await madeOf(tx, entries, actor, instant);
  const rows = made.map((one) => ({ ...rowOf(one, actor, instant), parts: partsOf(one.content) }));
  const hung = (name: 'conditions' | 'techniques') =>
    rows.flatMap(({ id, parts }) => parts[name].map((part) => inColumns({ sessionId: id, ...part })));
  await upsertRows(
    tx,
    RECORD,
    rows.map(({ parts: _, ...row }) => inColumns(row)),
  );
  await upsertRows(tx, CONDITION, hung('conditions'));
  await upsertRows(tx, TECHNIQUE, hung('techniques'));
  await upsertRows(
    tx,
    TRAINEE,
    rows.flatMap(({ id, date, parts }) => parts.trainees.map((part) => inColumns({ sessionId: id, date, ...part }))),
  );
  await applyActivities(
    tx,
    rows.map((row) => {
      const trainees = row.parts.trainees.map(({ part }) => ({ part, signedAt: null }));
      return { key: row, delta: contributionOf({ ...row, trainees }) };
    }),
  );
}

/** Takes records away that nobody has acted on, and what they added to their months. */
export async function removeRecords(tx: Client, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const where = { id: { in: [...ids] } };
  // refused by the database where the month has been closed; from here on others wait
  await tx.$executeRaw`UPDATE clinic_session SET version = version WHERE id = ANY(${[...ids]})`;
  const rows = await tx.clinicSession.findMany({ where, select: SESSION_SELECT });
  await tx.clinicSession.deleteMany({ where });
  await applyActivities(
    tx,
    rows.map((row) => ({
      key: { ...row, date: fromDbDate(row.date) },
      delta: subtract(NO_ACTIVITY, contributionOf(row)),
    })),
  );
}
