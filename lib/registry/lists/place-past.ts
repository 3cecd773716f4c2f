import 'server-only';
import { z } from 'zod';
import { now } from '@/lib/core/clock';
import { civilDate, dateInShanghai, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { namesIn as formerNamesIn, namesCell } from '@/lib/registry/rows/earlier-rules';
import { problemAt } from '@/lib/registry/rows/row-rules';
import type { Cells, Entry } from '@/lib/registry/schema';
import type { List, RowRules } from './list';

// What a file does to the past of a place: a name that it takes away stays a former name, and a place that it opens again
// is no longer closed. Undoing the import brings both back.

type Client = Prisma.TransactionClient;

/** Since when a place is closed and who took over; kept with its cells for undoing. */
const closingSchema = z.object({ on: z.string(), into: z.string().nullable(), successors: z.array(z.string()) });

/** Opening a closed place again is never a slip that nobody sees. */
const reopening: RowRules = (cells, _, before) =>
  before?.status === 'closed' && cells.status !== 'closed'
    ? [problemAt('status', 'reopens', { level: 'warning', suggestion: 'closed' })]
    : [];

const namesIn = (entries: readonly Entry[]) =>
  [
    entries.map(({ id }) => id),
    entries.map(({ cells }) => cells.name ?? ''),
    entries.map(({ cells }) => cells.nameEn ?? ''),
  ] as const;

/** A place that a row calls otherwise than before was called that until today, unless the row itself says until when. */
function withKeptName(cells: Cells): Cells {
  const { '#name': name, '#nameEn': nameEn } = cells;
  if (!name || !cells.name || (cells.name === name && cells.nameEn === nameEn)) return cells;
  const former = formerNamesIn(cells.formerNames);
  const today = dateInShanghai(now());
  const standing = formerNamesIn(cells['#formerNames']);
  const isKnown = (until: string) => standing.some((one) => one.name === name && one.until === until);
  const said = former.some((one) => one.name === name && (one.until === today || !isKnown(one.until)));
  return said
    ? cells
    : { ...cells, formerNames: namesCell([...former, { name, nameEn: nameEn ?? name, until: today }]) };
}

/** Keeps the names that places are about to lose, so that search and later files that still say so find them. */
async function keepNames(tx: Client, entries: readonly Entry[]): Promise<void> {
  const [ids, names, namesEn] = namesIn(entries);
  const today = toDbDate(dateInShanghai(now()));
  await tx.$executeRaw`
    INSERT INTO facility_alias (facility_id, name, name_en, used_until, origin)
    SELECT f.id, f.name, f.name_en, ${today}::date, f.origin
      FROM facility f JOIN unnest(${ids}::text[], ${names}::text[], ${namesEn}::text[]) e (id, name, name_en) ON e.id = f.id
     WHERE e.name <> f.name OR e.name_en <> f.name_en
    ON CONFLICT (facility_id, name, used_until) DO UPDATE SET name_en = EXCLUDED.name_en, origin = EXCLUDED.origin`;
}

/** Names that places are about to bear again as if they had never lost them are former names no more. */
async function forgetNames(tx: Client, entries: readonly Entry[]): Promise<void> {
  const [ids, names, namesEn] = namesIn(entries);
  await tx.$executeRaw`
    DELETE FROM facility_alias a
     USING facility f JOIN unnest(${ids}::text[], ${names}::text[], ${namesEn}::text[]) e (id, name, name_en) ON e.id = f.id
     WHERE a.facility_id = f.id AND a.name = e.name AND (e.name <> f.name OR e.name_en <> f.name_en)
       AND a.used_until = (SELECT max(used_until) FROM facility_alias b WHERE b.facility_id = f.id AND b.name = e.name)`;
}

/** Closes places again as they were closed before a file opened them. */
async function closeAgain(tx: Client, entries: readonly Entry[]): Promise<void> {
  for (const { id, cells } of entries) {
    const kept = cells['#closing'];
    if (cells.status !== 'closed' || !kept) continue;
    const { on, into, successors } = closingSchema.parse(JSON.parse(kept));
    await tx.facilityClosing.upsert({
      where: { facilityId: id },
      create: {
        ...{ facilityId: id, closedOn: toDbDate(civilDate(on)), mergedInto: into },
        successors: { create: successors.map((successorId) => ({ successorId })) },
      },
      update: {},
      select: { facilityId: true },
    });
  }
}

/** A list of places that warns before it opens a closed one, and keeps the names it takes away. */
export function keepingThePast(list: List): List {
  return {
    ...list,
    complete: (...asked) => withKeptName(list.complete(...asked)),
    check: (...asked) => [...list.check(...asked), ...reopening(...asked)],
    async write(tx, entries, actor) {
      await keepNames(tx, entries);
      await list.write(tx, entries, actor);
    },
    async restore(tx, entries, actor) {
      await forgetNames(tx, entries);
      await list.write(tx, entries, actor);
      await closeAgain(tx, entries);
    },
  };
}
