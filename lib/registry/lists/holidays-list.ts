import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import { now } from '@/lib/core/clock';
import { civilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { CellProblem, Cells, Column } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import type { List } from './list';

const KINDS = ['holiday', 'makeup_workday'] as const;

const HOLIDAY: WrittenTable = {
  table: 'holiday',
  columns: {
    date: 'date',
    kind: 'holiday_kind',
    name: 'text',
    name_en: 'text',
    follows_weekday: 'smallint',
    origin: 'origin',
    source: 'text',
  },
  keys: ['date'],
};

const COLUMNS: readonly Column[] = [
  { key: 'date', type: { kind: 'date' }, required: true },
  { key: 'dayKind', type: { kind: 'choice', choices: 'holiday', values: KINDS }, required: true },
  { key: 'dayName', type: { kind: 'text', most: 20 }, required: true },
  { key: 'dayNameEn', type: { kind: 'text', most: 60 } },
  { key: 'follows', type: { kind: 'weekday' } },
  { key: 'source', type: { kind: 'text', most: 120 }, required: true },
  ORIGIN,
];

/** What was expected of clinics on a past day stays, so a day of the past stays what it was. */
function holidayProblems(cells: Cells, _: unknown, before: Cells | null): CellProblem[] {
  const problem = (column: string, code: CellProblem['code'], found: string): CellProblem => ({
    ...{ column, code, level: 'error', found, suggestion: null, values: {} },
  });
  const problems: CellProblem[] = [];
  const changed = before === null || COLUMNS.some(({ key }) => (before[key] ?? null) !== (cells[key] ?? null));
  if (changed && cells.date && cells.date < dateInShanghai(now())) problems.push(problem('date', 'past', cells.date));
  if (cells.follows && cells.dayKind !== 'makeup_workday') problems.push(problem('follows', 'follows', ''));
  return problems;
}

/** National days off and make-up working days, as they are published. */
export const HOLIDAYS: List = {
  name: 'holidays',
  model: 'Holiday',
  objectType: 'Holiday',
  columns: COLUMNS,
  labelOf: ({ date, dayName }) => [date, dayName].filter(Boolean).join(' '),
  keyOf: ({ date }) => date ?? null,
  keyIsUnique: true,
  newId: ({ date }) => date ?? '',
  near: null,
  fixed: [],
  check: holidayProblems,
  complete: (cells) => ({ ...cells, dayNameEn: cells.dayNameEn ?? cells.dayName ?? null }),

  async read(tx, actor, action, ids) {
    const rows = await tx.holiday.findMany({
      where: {
        AND: [
          whereFor(actor, action, 'Holiday'),
          ids ? { date: { in: ids.map((id) => toDbDate(civilDate(id))) } } : {},
        ],
      },
      orderBy: { date: 'asc' },
    });
    return rows.map(({ date, kind, name, nameEn, followsWeekday, source, origin }) => ({
      id: fromDbDate(date),
      cells: {
        ...{ date: fromDbDate(date), dayKind: kind, dayName: name, dayNameEn: nameEn },
        follows: followsWeekday === null ? null : String(followsWeekday),
        ...{ source, origin },
      },
    }));
  },
  count: (tx, actor) => tx.holiday.count({ where: whereFor(actor, 'export', 'Holiday') }),
  async taken(tx, ids) {
    const dates = ids.map((id) => toDbDate(civilDate(id)));
    const rows = await tx.holiday.findMany({ where: { date: { in: dates } }, select: { date: true } });
    return rows.map(({ date }) => fromDbDate(date));
  },
  inScope: ({ role }) => role === 'city_officer',

  async write(tx, entries) {
    const rows = entries.map(({ cells }) => ({
      date: cells.date ?? null,
      kind: cells.dayKind ?? 'holiday',
      name: cells.dayName ?? '',
      name_en: cells.dayNameEn ?? '',
      follows_weekday: cells.follows ?? null,
      origin: cells.origin ?? 'imported',
      source: cells.source ?? '',
    }));
    await upsertRows(tx, HOLIDAY, rows);
  },

  async remove(tx, ids) {
    await tx.holiday.deleteMany({ where: { date: { in: ids.map((id) => toDbDate(civilDate(id))) } } });
  },

  // a day that has passed keeps what was planned by it
  inUse: async (_, ids) => ids.filter((id) => id < dateInShanghai(now())),
};
