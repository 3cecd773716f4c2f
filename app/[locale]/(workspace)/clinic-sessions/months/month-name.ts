import 'server-only';
import { getFormatter } from 'next-intl/server';
import { type CivilDate, instantInShanghai } from '@/lib/core/dates';

const NOON = 12 * 60;

/** Says which month it is, where hooks cannot: 2026年10月. */
export async function monthName(month: CivilDate): Promise<string> {
  const format = await getFormatter();
  return format.dateTime(instantInShanghai(month, NOON), { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long' });
}
