import type { CivilDate, Weekday } from '@/lib/core/dates';

/** `ordinary_day` takes a published day out, `as_published` takes every change of the day back. */
export const HOLIDAY_CHANGE_KINDS = ['holiday', 'makeup_workday', 'ordinary_day', 'as_published'] as const;
export type HolidayChangeKind = (typeof HOLIDAY_CHANGE_KINDS)[number];

/** One version of a day, over what is published. Names are there for days off and make-up workdays. */
export type HolidayVersion = {
  date: CivilDate;
  /** from 1 for every day */
  version: number;
  kind: HolidayChangeKind;
  name: string | null;
  nameEn: string | null;
  followsWeekday: Weekday | null;
};
