import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { clinicsIn } from '@/lib/access/scopes';
import { now } from '@/lib/core/clock';
import { addDays, type CivilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { MonitorFilter, MonitorRequest } from './filter-schema';
import { judgeAll, judgeOne, readClinics } from './judge-clinics';
import { stretchesOf } from './kept-states-rules';
import { MONITOR_STATES, type MonitorState } from './schema';
import { listThresholds, thresholdsOn, versionOn } from './threshold-queries';
import type { ClinicMonitor, ClinicMonitored, KeptState, Monitor, StateCounts, StatePoint } from './views-schema';
import { knownUntil, windowOf } from './window-rules';

/** Clinics on a page of the list. */
const PAGE = 50;
/** Weeks of the history that a clinic's page shows. */
const HISTORY_WEEKS = 26;

function conditionsOf({ district, alliance, text }: MonitorFilter, date: CivilDate): Prisma.JointClinicWhereInput[] {
  const contains = { contains: text, mode: 'insensitive' } as const;
  const named = { OR: [{ name: contains }, { nameEn: contains }] };
  return [
    ...(district ? [{ centre: { is: { districtCode: district } } }] : []),
    ...(alliance ? [clinicsIn({ kind: 'alliance', allianceCode: alliance, today: date })] : []),
    ...(text ? [{ OR: [...named.OR, { centre: { is: { facility: { is: named } } } }] }] : []),
  ];
}

/** How many of the clinics are in each state. */
export function countStates(clinics: readonly { state: MonitorState }[]): StateCounts {
  const counts = Object.fromEntries(MONITOR_STATES.map((state) => [state, 0])) as Record<MonitorState, number>;
  for (const { state } of clinics) counts[state]++;
  return counts;
}

/**
 * The clinics of the actor's scope that operate or pause on a day, judged in the window that ends on it, by what was known
 * then and by the thresholds that held; in the order of the network, which is no rank. Null for roles that read no sums.
 */
export async function getMonitor(actor: Actor, { date, filter, page }: MonitorRequest): Promise<Monitor | null> {
  const whole = await getWholeMonitor(actor, { date, filter });
  if (!whole) return null;
  const pages = Math.max(1, Math.ceil(whole.total / PAGE));
  const at = Math.min(page, pages);
  return { ...whole, clinics: whole.clinics.slice((at - 1) * PAGE, at * PAGE), page: at, pages };
}

/** The same with all clinics on one page. */
export async function getWholeMonitor(
  actor: Actor,
  { date, filter }: Omit<MonitorRequest, 'page'>,
): Promise<Monitor | null> {
  if (!mayI(actor, 'read', 'ActivityMonth')) return null;
  const knownAt = knownUntil(date, now());
  const thresholds = await thresholdsOn(date);
  const where = { AND: [whereFor(actor, 'read', 'JointClinic'), ...conditionsOf(filter, date)] };
  const read = await readClinics(
    db(),
    where,
    { from: date, to: date },
    { thresholds: thresholds.values, since: knownAt },
  );
  const judged = judgeAll(read, date, knownAt, thresholds.values);
  const asked = judged.filter(({ signals }) => !filter.check || signals.length > 0);
  const shown = asked.filter(({ state }) => filter.state === undefined || state === filter.state);
  return {
    date,
    ...{ from: windowOf(date, thresholds.values).from, knownAt, thresholds },
    counts: countStates(asked),
    signalled: judged.filter(({ signals }) => signals.length > 0).length,
    total: shown.length,
    clinics: shown,
    ...{ page: 1, pages: 1 },
  };
}

/**
 * One clinic of the actor's scope in the window that ends on a day, with its states week by week before.
 * @returns null for one that does not exist, is out of scope, or for roles that read no sums
 */
export async function getClinicMonitor(actor: Actor, clinicId: string, date: CivilDate): Promise<ClinicMonitor | null> {
  if (!mayI(actor, 'read', 'ActivityMonth')) return null;
  const instant = now();
  const versions = await listThresholds();
  const days = Array.from({ length: HISTORY_WEEKS + 1 }, (_, week) => addDays(date, -7 * week));
  const first = days.at(-1) ?? date;
  const windowWeeks = Math.max(...days.map((day) => versionOn(versions, day).values.windowWeeks));
  const where = { AND: [whereFor(actor, 'read', 'JointClinic'), { id: clinicId }] };
  const since = knownUntil(first, instant);
  const read = await readClinics(db(), where, { from: first, to: date }, { thresholds: { windowWeeks }, since });
  const [found] = read.clinics;
  if (!found) return null;
  const judgedOn = (day: CivilDate) =>
    judgeOne(read, found, day, knownUntil(day, instant), versionOn(versions, day).values);
  const thresholds = versionOn(versions, date);
  const { statusOn, expected: _, ...place } = found;
  const history = days
    .filter((day) => ['operating', 'suspended'].includes(statusOn(day)))
    .map((day): StatePoint => {
      const { state, numbers, signals } = judgedOn(day);
      const { expected, held, confirmed } = numbers;
      return { date: day, state, expected, held, confirmed, signals: signals.length };
    });
  const monitored: ClinicMonitored = { ...place, status: statusOn(date), ...judgedOn(date) };
  return {
    ...monitored,
    ...{ date, from: windowOf(date, thresholds.values).from, knownAt: knownUntil(date, instant), thresholds, history },
    kept: await keptStates(actor, clinicId, date),
  };
}

/** What was written down of a clinic in the nights of the last half year before a day. */
async function keptStates(actor: Actor, clinicId: string, date: CivilDate): Promise<KeptState[]> {
  const range = { gte: toDbDate(addDays(date, -7 * HISTORY_WEEKS)), lte: toDbDate(date) };
  const rows = await db().clinicStateHistory.findMany({
    where: { AND: [whereFor(actor, 'read', 'ClinicStateHistory'), { clinicId, date: range }] },
    select: { date: true, state: true, thresholdVersion: true },
    orderBy: { date: 'asc' },
  });
  return stretchesOf(
    rows.map((row) => ({ date: fromDbDate(row.date), state: row.state, version: row.thresholdVersion })),
  );
}
