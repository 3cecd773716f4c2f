import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { compareSessions } from '@/lib/joint-clinics/rules';
import { expectedSessions, figuresOfMonths } from './month-figures';
import { firstOf, isOver, lastDayOf, monthsBack } from './month-rules';
import { type MonthClosing, type MonthListed, type MonthSeen, OPEN_ITEMS, type OpenItem } from './review-schema';

// The months of a district, for the officer who closes them.

/** How far back the list of months reaches. */
const MONTHS_SHOWN = 12;
const NAMES = { name: true, nameEn: true } as const;

/** The district whose months the actor closes; null for everybody else. */
function districtOf(actor: Actor): string | null {
  return actor.role === 'district_officer' && mayI(actor, 'create', 'MonthClose') ? actor.districtCode : null;
}

/** Every close of months of a range, the latest first. */
async function closings(actor: Actor, from: CivilDate, to: CivilDate) {
  const rows = await db().monthClose.findMany({
    where: {
      AND: [whereFor(actor, 'read', 'MonthClose'), { month: { gte: toDbDate(from), lte: toDbDate(to) } }],
    },
    orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ id, month, closedAt, closedByName, reopenedAt, reopenedByName, reopenReason }) => ({
    month: fromDbDate(month),
    closing: {
      ...{ id, closedAt, closedByName },
      reopened: reopenedAt && { at: reopenedAt, byName: reopenedByName ?? '', reason: reopenReason ?? '' },
    } satisfies MonthClosing,
  }));
}

/** The last twelve months of the actor's district with their figures, the present one first; null for other roles. */
export async function listMonths(
  actor: Actor,
): Promise<{ districtCode: string; months: readonly MonthListed[] } | null> {
  const districtCode = districtOf(actor);
  if (!districtCode) return null;
  const today = dateInShanghai(now());
  const months = monthsBack(today, MONTHS_SHOWN);
  const [to, from] = [firstOf(today), months.at(-1) ?? firstOf(today)];
  const [figuresOf, closed] = await Promise.all([
    figuresOfMonths(db(), { districtCode, from, to, today }),
    closings(actor, from, to),
  ]);
  const listed = months.map((month) => ({
    month,
    over: isOver(month, today),
    figures: figuresOf(month),
    close: closed.find((row) => row.month === month && row.closing.reopened === null)?.closing ?? null,
  }));
  return { districtCode, months: listed };
}

/** Months of the actor's district that are over and not closed, the earliest first, as far as anything was logged in them. */
export async function listMonthsToClose(actor: Actor): Promise<readonly CivilDate[]> {
  const districtCode = districtOf(actor);
  if (!districtCode) return [];
  const today = dateInShanghai(now());
  const months = monthsBack(today, MONTHS_SHOWN).filter((month) => isOver(month, today));
  const wanted = { districtCode, month: { in: months.map(toDbDate) } };
  const [logged, closed] = await Promise.all([
    db().activityMonth.findMany({
      where: { ...wanted, logged: { gt: 0 } },
      distinct: ['month'],
      select: { month: true },
    }),
    db().monthClose.findMany({ where: { ...wanted, reopenedAt: null }, select: { month: true } }),
  ]);
  const done = new Set(closed.map(({ month }) => fromDbDate(month)));
  return logged
    .map(({ month }) => fromDbDate(month))
    .filter((month) => !done.has(month))
    .sort();
}

/** A month of the actor's district with what is open in it; null for other roles and for months to come. */
export async function getMonth(actor: Actor, month: CivilDate): Promise<MonthSeen | null> {
  const districtCode = districtOf(actor);
  const today = dateInShanghai(now());
  if (!districtCode || month > today) return null;
  const [district, figuresOf, closed, open] = await Promise.all([
    db().district.findUniqueOrThrow({ where: { code: districtCode }, select: NAMES }),
    figuresOfMonths(db(), { districtCode, from: month, to: month, today }),
    closings(actor, month, month),
    openItems(districtCode, month, today),
  ]);
  return {
    month,
    over: isOver(month, today),
    districtCode,
    district,
    figures: figuresOf(month),
    close: closed.find(({ closing }) => closing.reopened === null)?.closing ?? null,
    closings: closed.map(({ closing }) => closing),
    open,
  };
}

/** What keeps a month open, by date: sessions nobody has logged, and records that wait for somebody. */
async function openItems(districtCode: string, month: CivilDate, today: CivilDate): Promise<OpenItem[]> {
  const dates = { gte: toDbDate(month), lte: toDbDate(lastDayOf(month)) };
  const [expected, records] = await Promise.all([
    expectedSessions(db(), { districtCode, from: month, to: month, today }),
    db().clinicSession.findMany({
      where: { districtCode, date: dates, state: { not: 'withdrawn' } },
      select: {
        ...{ id: true, clinicId: true, date: true, half: true, state: true, held: true },
        clinic: { select: NAMES },
        centre: { select: { facility: { select: NAMES } } },
      },
    }),
  ]);
  const logged = new Set(records.map(({ clinicId, date, half }) => `${clinicId} ${fromDbDate(date)} ${half}`));
  const missing = expected
    .filter(({ clinicId, date, half }) => !logged.has(`${clinicId} ${date} ${half}`))
    .map(
      ({ date, half, ...at }): OpenItem => ({
        ...{ date, half },
        clinic: { name: at.clinicName, nameEn: at.clinicNameEn },
        centre: { name: at.centreName, nameEn: at.centreNameEn },
        record: null,
      }),
    );
  const waiting = records
    .filter(({ state }) => state !== 'accepted')
    .map(
      ({ id, date, half, state, held, clinic, centre }): OpenItem => ({
        ...{ date: fromDbDate(date), half, clinic },
        centre: centre.facility,
        record: { id, state, held },
      }),
    );
  return [...missing, ...waiting].sort(compareSessions).slice(0, OPEN_ITEMS);
}
