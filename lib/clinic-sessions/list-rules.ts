import type { Half } from '@/lib/directory/schema';
import { FIXED_COLUMNS, type SessionColumn, type SessionListed, type SessionListRequest } from './list-schema';
import type { ExpertPresence, NotHeldReason, SessionMode, SessionState, TraineePart } from './schema';

// What stands in each cell of the list, in the browser as in a file: one place, so that a file holds what was shown.

/** The reader's words for what is no name and no number. */
export type ListWords = {
  name(named: { name: string; nameEn: string }): string;
  half(half: Half): string;
  state(state: SessionState): string;
  held: string;
  notHeld(reason: NotHeldReason | null): string;
  presence(presence: ExpertPresence): string;
  mode(mode: SessionMode): string;
  trainee(name: string, part: TraineePart): string;
  /** between the names of a list */
  comma: string;
  late: string;
  extra: string;
  /** who confirmed, with the role in which */
  confirmer(name: string, as: SessionListed['confirmedAs']): string;
};

/** A text, a whole number, a civil date as text, or an instant; null is empty, which is not zero. */
export type CellValue = string | number | Date | null;
export type CellKind = 'text' | 'number' | 'date' | 'instant';

type Cell = {
  kind: CellKind;
  /** in characters of a spreadsheet; a Chinese character takes two */
  width: number;
  value(row: SessionListed, words: ListWords): CellValue;
};

const text = (width: number, value: Cell['value']): Cell => ({ kind: 'text', width, value });
const date = (value: Cell['value']): Cell => ({ kind: 'date', width: 12, value });
const instant = (value: Cell['value']): Cell => ({ kind: 'instant', width: 17, value });
/** Counts of what did not take place are empty, not zero. */
const count = (value: (row: SessionListed) => number): Cell => ({
  kind: 'number',
  width: 10,
  value: (row) => (row.held ? value(row) : null),
});

const CELLS: Record<SessionColumn, Cell> = {
  date: date((row) => row.date),
  half: text(8, (row, words) => words.half(row.half)),
  clinic: text(30, (row, words) => words.name(row.clinic)),
  centre: text(34, (row, words) => words.name(row.centre)),
  district: text(12, (row, words) => words.name(row.district)),
  hospital: text(34, (row, words) => words.name(row.hospital)),
  state: text(12, (row, words) => words.state(row.state)),
  held: text(22, (row, words) => (row.held ? words.held : words.notHeld(row.notHeldReason))),
  // whoever was there; where nobody was, whoever was meant to be is told by "presence"
  expert: text(14, (row, words) => named(row.held ? row.expert : row.plannedExpert, words)),
  presence: text(20, (row, words) => row.presence && words.presence(row.presence)),
  mode: text(8, (row, words) => row.mode && words.mode(row.mode)),
  visits: count((row) => row.visitsNew + row.visitsReturn),
  visitsNew: count((row) => row.visitsNew),
  visitsReturn: count((row) => row.visitsReturn),
  prescriptions: count((row) => row.prescriptions),
  preparations: count((row) => row.preparations),
  referralsUp: count((row) => row.referralsUp),
  referralsDown: count((row) => row.referralsDown),
  trainees: text(30, ({ trainees }, words) =>
    trainees.length > 0
      ? trainees.map((trainee) => words.trainee(words.name(trainee), trainee.part)).join(words.comma)
      : null,
  ),
  teachingCases: count((row) => row.teachingCases),
  late: text(10, (row, words) => (row.late ? words.late : null)),
  extra: text(12, (row, words) => (row.planned ? null : words.extra)),
  note: text(40, (row) => row.note),
  explanation: text(40, (row) => row.explanation),
  submittedAt: instant((row) => row.submittedAt),
  submittedBy: text(12, (row) => row.submittedBy),
  confirmedAt: instant((row) => row.confirmedAt),
  confirmedBy: text(24, (row, words) => row.confirmedBy && words.confirmer(row.confirmedBy, row.confirmedAs)),
  acceptedAt: instant((row) => row.acceptedAt),
  acceptedBy: text(12, (row) => row.acceptedBy),
  dueOn: date((row) => row.dueOn),
  version: { kind: 'number', width: 8, value: (row) => row.version },
};

function named(person: SessionListed['expert'], words: ListWords): string | null {
  return person && words.name(person);
}

/** The columns of a list, those that name the row first. */
export function columnsOf({ columns }: Pick<SessionListRequest, 'columns'>): SessionColumn[] {
  return [...FIXED_COLUMNS, ...columns];
}

/** What stands in a cell. */
export function cellValue(column: SessionColumn, row: SessionListed, words: ListWords): CellValue {
  return CELLS[column].value(row, words);
}

/** What a column holds, and how wide it is in a file. */
export function columnShape(column: SessionColumn): { kind: CellKind; width: number } {
  const { kind, width } = CELLS[column];
  return { kind, width };
}
