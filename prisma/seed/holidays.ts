import { type CivilDate, civilDate, WEEKDAYS } from '@/lib/core/dates';
import type { Holiday } from '@/lib/directory/schema';
import type { Network } from './network';

/** The national holidays and make-up workdays of a network by date. */
export function holidaysOf({ holiday }: Pick<Network, 'holiday'>): ReadonlyMap<CivilDate, Holiday> {
  return new Map(
    holiday.map(({ date, kind, name, nameEn, followsWeekday }) => {
      const day = civilDate(String(date));
      const weekday = WEEKDAYS.find((known) => known === followsWeekday) ?? null;
      return [day, { date: day, kind, name, nameEn, followsWeekday: weekday }];
    }),
  );
}
