import { useFormatter } from 'next-intl';
import { type CivilDate, instantInShanghai } from '@/lib/core/dates';

const NOON = 12 * 60;

/** The figures of a month that stand in its row, in their order: from what was expected to what was accepted. */
export const MONTH_FIGURES = [
  'expected',
  'logged',
  'held',
  'confirmed',
  'accepted',
  'missing',
  'disputed',
  'returned',
] as const;

/** The page of a month, in Chinese. */
export function monthPath(month: CivilDate): string {
  return `/clinic-sessions/months/${month.slice(0, 7)}`;
}

/** Says which month it is: 2026年10月. */
export function useMonthName() {
  const format = useFormatter();
  return (month: CivilDate) =>
    format.dateTime(instantInShanghai(month, NOON), { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long' });
}
