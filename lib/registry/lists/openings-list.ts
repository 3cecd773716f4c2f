import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import { now } from '@/lib/core/clock';
import { civilDate, clockTime, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Cells, Column } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import { lieElsewhere } from './facility-rules';
import { facilityInScope } from './facility-store';
import { CLOSED_DAY } from './hours-rules';
import { labelled } from './label-rules';
import type { List } from './list';
import { minuteOf } from './time-rules';

const EXCEPTION: WrittenTable = {
  table: 'opening_exception',
  columns: {
    ...{ id: 'text', facility_id: 'text', date: 'date', opens_minute: 'smallint', closes_minute: 'smallint' },
    ...{ reason: 'text', reason_en: 'text', origin: 'origin' },
  },
  keys: ['id'],
};

const COLUMNS: readonly Column[] = [
  { key: 'district', type: { kind: 'reference', to: 'district' }, required: true },
  { key: 'facility', type: { kind: 'reference', to: 'facility' }, required: true },
  { key: 'openingDate', type: { kind: 'date' }, required: true },
  { key: 'dayHours', type: { kind: 'day_hours' }, required: true },
  { key: 'dayReason', type: { kind: 'text', most: 100 }, required: true },
  { key: 'dayReasonEn', type: { kind: 'text', most: 200 } },
  ORIGIN,
];

const today = () => dateInShanghai(now());

/** A place has one set of hours a day: the two together tell entries apart. */
const keyIn = ({ facility, openingDate }: Cells) => (facility && openingDate ? `${facility} ${openingDate}` : null);

function partsOf(id: string) {
  const [facilityId = '', date = ''] = id.split(' ');
  return { facilityId, date: toDbDate(civilDate(date)) };
}

/** Days by their ids; none for no ids, where an empty OR would be dropped. */
const anyOf = (ids: readonly string[]) => (ids.length === 0 ? { id: { in: [] } } : { OR: ids.map(partsOf) });

function dayProblems(cells: Cells, references: References, before: Cells | null): CellProblem[] {
  const problems = lieElsewhere('facility', 'facilityElsewhere', cells, references);
  const { openingDate } = cells;
  if (before || !openingDate || openingDate >= today()) return problems;
  // nobody is led anywhere by it, but it may be a slip of the year
  const told = { column: 'openingDate', code: 'pastDay', level: 'warning', found: openingDate } as const;
  return [...problems, { ...told, suggestion: null, values: {} }];
}

const textOf = (minute: number | null, other: number | null) =>
  minute === null || other === null ? null : `${clockTime(minute)}-${clockTime(other)}`;

/** The hours of a day, or none for a day on which the place is closed. */
function intervalsOf(cells: Cells): { opens: number | null; closes: number | null }[] {
  const { dayHours } = cells;
  if (!dayHours || dayHours === CLOSED_DAY) return [{ opens: null, closes: null }];
  return dayHours.split(' ').map((span) => {
    const [opens, closes] = span.split('-');
    return { opens: minuteOf(opens), closes: minuteOf(closes) };
  });
}

/** Days on which a place is closed or open at other hours than its week says. */
export const OPENINGS: List = {
  name: 'openings',
  model: 'OpeningException',
  objectType: 'OpeningException',
  columns: COLUMNS,
  labelOf: ({ label }) => label ?? '',
  keyOf: keyIn,
  keyIsUnique: true,
  newId: (cells) => keyIn(cells) ?? '',
  near: null,
  fixed: ['district', 'facility', 'openingDate'],
  check: dayProblems,
  complete: (cells, references) => labelled(cells, references, [['facility', cells.facility]], cells.openingDate),

  async read(tx, actor, action, ids) {
    const rows = await tx.openingException.findMany({
      where: { AND: [whereFor(actor, action, 'OpeningException'), ids ? anyOf(ids) : {}] },
      include: { facility: { select: { districtCode: true } } },
      orderBy: [{ facilityId: 'asc' }, { date: 'asc' }, { opensMinute: 'asc' }],
    });
    const days = new Map<string, Cells>();
    for (const { facilityId, facility, date, opensMinute, closesMinute, reason, reasonEn, origin } of rows) {
      const day = { district: facility.districtCode, facility: facilityId, openingDate: fromDbDate(date) };
      const id = keyIn(day) ?? '';
      const spans = [days.get(id)?.dayHours, textOf(opensMinute, closesMinute)].filter(Boolean);
      const hours = spans.length > 0 ? spans.join(' ') : CLOSED_DAY;
      days.set(id, { ...day, dayHours: hours, dayReason: reason, dayReasonEn: reasonEn, origin });
    }
    return [...days].map(([id, cells]) => ({ id, cells }));
  },
  async count(tx, actor) {
    const where = whereFor(actor, 'export', 'OpeningException');
    return (await tx.openingException.groupBy({ by: ['facilityId', 'date'], where })).length;
  },
  async taken(tx, ids) {
    const rows = await tx.openingException.findMany({ where: anyOf(ids) });
    return rows.map(({ facilityId, date }) => `${facilityId} ${fromDbDate(date)}`);
  },
  inScope: facilityInScope,

  async write(tx, entries) {
    await tx.openingException.deleteMany({ where: anyOf(entries.map(({ id }) => id)) });
    const rows = entries.flatMap(({ cells }) =>
      intervalsOf(cells).map(({ opens, closes }) => ({
        id: [cells.facility, cells.openingDate, opens ?? CLOSED_DAY].join('-'),
        ...{ facility_id: cells.facility ?? '', date: cells.openingDate ?? null },
        ...{ opens_minute: opens, closes_minute: closes },
        ...{ reason: cells.dayReason ?? '', reason_en: cells.dayReasonEn ?? null, origin: cells.origin ?? 'imported' },
      })),
    );
    await upsertRows(tx, EXCEPTION, rows);
  },

  async remove(tx, ids) {
    await tx.openingException.deleteMany({ where: anyOf(ids) });
  },

  // nothing refers to a day
  inUse: async () => [],
};
