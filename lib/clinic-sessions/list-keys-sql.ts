import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { civilDateSchema } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { type ListPlace, ownClinicIds, placeOf } from './list-place';
import type { SessionCursor, SessionFilter } from './list-schema';

// Which records stand on a page of the list, newest first, with a million of them in the table. The page itself is then
// read through the actor's scope; what is said here only finds it quickly. Measured by tests/bench.

const { sql, join, empty } = Prisma;
type Sql = Prisma.Sql;

/** Below so many rows to look at, each clinic's newest are read for themselves and merged. */
const MERGED_ROWS = 10_000;

const keySchema = z.array(z.object({ id: z.string(), date: civilDateSchema }));

function timeOf({ from, to }: SessionFilter, cursor: SessionCursor | undefined): Sql[] {
  const conditions: Sql[] = [];
  if (from) conditions.push(sql`s.date >= ${from}::date`);
  if (to) conditions.push(sql`s.date <= ${to}::date`);
  // the first half bounds the index, the second goes on within the day
  if (cursor)
    conditions.push(sql`s.date <= ${cursor.date}::date AND (s.date < ${cursor.date}::date OR s.id < ${cursor.id})`);
  return conditions;
}

function heldCondition(held: NonNullable<SessionFilter['held']>): Sql {
  if (held === 'held') return sql`s.held`;
  return held === 'not_held' ? sql`NOT s.held` : sql`NOT s.held AND s.not_held_reason = ${held}::not_held_reason`;
}

/** Properties that few records have; each has an index of its own, which holds those alone. */
function markOf({ held, late, extra }: SessionFilter): Sql[] {
  const conditions: Sql[] = [];
  if (held) conditions.push(heldCondition(held));
  if (late) conditions.push(sql`s.late`);
  if (extra) conditions.push(sql`NOT s.planned`);
  return conditions;
}

const stateCondition = (state: readonly string[]) => sql`s.state = ANY (${[...state]}::clinic_session_state[])`;

/** States that few records are in: whatever is not done yet, and what was withdrawn. */
function rareStates({ state }: SessionFilter): string[] | null {
  return state && !state.includes('accepted') ? state : null;
}

function isRare(filter: SessionFilter): boolean {
  const { held, late, extra } = filter;
  return Boolean(late || extra || (held && held !== 'held') || rareStates(filter));
}

function placeCondition(place: ListPlace): Sql[] {
  switch (place.kind) {
    case 'district':
      return [sql`s.district_code = ${place.districtCode}`];
    case 'centre':
      return [sql`s.centre_id = ${place.centreId}`];
    case 'clinics':
      return [sql`s.clinic_id = ANY (${place.clinicIds}::text[])`];
    default:
      return [];
  }
}

const attendedBy = (traineeId: string) =>
  sql`s.id IN (SELECT t.session_id FROM clinic_session_trainee t WHERE t.trainee_id = ${traineeId})`;

/** Who was there: the scope of experts and trainees, and the filters that name somebody. */
async function peopleOf(actor: Actor, { expert, trainee }: SessionFilter): Promise<Sql[]> {
  const conditions: Sql[] = [];
  if (expert) conditions.push(sql`(s.expert_id = ${expert} OR s.planned_expert_id = ${expert})`);
  if (trainee) conditions.push(attendedBy(trainee));
  if (actor.role === 'trainee') conditions.push(attendedBy(actor.traineeId));
  if (actor.role === 'expert') {
    const own = sql`s.clinic_id = ANY (${await ownClinicIds(actor)}::text[])`;
    conditions.push(sql`(s.expert_id = ${actor.expertId} OR s.planned_expert_id = ${actor.expertId} OR ${own})`);
  }
  return conditions;
}

function selected(conditions: readonly Sql[], order: Sql): Sql {
  const where = conditions.length > 0 ? sql`WHERE ${join([...conditions], ' AND ')}` : empty;
  return sql`SELECT s.id, s.date FROM clinic_session s ${where} ${order}`;
}

const newest = (limit: number) => sql`ORDER BY s.date DESC, s.id DESC LIMIT ${limit}`;

/** The newest of each part, and of these the newest of all. `parts` is a table of one column `c (id)`. */
function merged(parts: Sql, conditions: readonly Sql[], limit: number): Sql {
  const each = selected(conditions, newest(limit));
  return sql`SELECT s.id, s.date FROM ${parts} AS c (id) CROSS JOIN LATERAL (${each}) s ${newest(limit)}`;
}

/**
 * The keys of the newest records of a filter behind the cursor.
 * @param limit how many
 */
export async function listSessionKeys(
  actor: Actor,
  filter: SessionFilter,
  { cursor, limit }: { cursor?: SessionCursor; limit: number },
): Promise<SessionCursor[]> {
  const place = await placeOf(actor, filter);
  if (place.kind === 'nowhere') return [];
  const people = await peopleOf(actor, filter);
  const others = [...markOf(filter), ...timeOf(filter, cursor)];
  const rare = rareStates(filter);
  const inState = filter.state ? [stateCondition(filter.state)] : [];
  const plain = [...people, ...placeCondition(place), ...inState, ...others];
  let source = selected(plain, newest(limit));
  if (people.length > 0)
    // one person's records are few: they are collected first, for an index of all dates would be searched in vain
    source = sql`WITH s AS MATERIALIZED (${selected(plain, empty)}) SELECT s.id, s.date FROM s ${newest(limit)}`;
  else if (rare) {
    const one = sql`s.state = c.id AND s.state <> 'accepted'`;
    source = merged(sql`unnest(${rare}::clinic_session_state[])`, [one, ...placeCondition(place), ...others], limit);
  } else if (place.kind === 'clinics' && place.clinicIds.length * limit <= MERGED_ROWS && !isRare(filter))
    source = merged(sql`unnest(${place.clinicIds}::text[])`, [sql`s.clinic_id = c.id`, ...inState, ...others], limit);
  const rows = await db().$queryRaw`SELECT k.id, k.date::text FROM (${source}) k ORDER BY k.date DESC, k.id DESC`;
  return keySchema.parse(rows);
}
