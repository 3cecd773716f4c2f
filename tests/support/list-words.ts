import type { ExportWords } from '@/lib/clinic-sessions/list-export';

/** Words of the list for tests: the keys themselves. */
export const PLAIN_WORDS: ExportWords = {
  name: ({ name }) => name,
  half: String,
  state: String,
  held: 'held',
  notHeld: (reason) => `not held: ${reason}`,
  presence: String,
  mode: String,
  trainee: (name, part) => `${name} ${part}`,
  comma: ', ',
  late: 'late',
  extra: 'extra',
  confirmer: (name, as) => `${name} as ${as}`,
  heading: String,
  demonstration: { heading: 'origin', mark: 'demonstration' },
  sheet: { rows: 'rows', about: 'about' },
  about: ({ rows, demonstrationRows, cut, madeBy }) => [
    ['rows', String(rows)],
    ['demonstration', String(demonstrationRows)],
    ['cut', String(cut)],
    ['madeBy', madeBy],
  ],
};
