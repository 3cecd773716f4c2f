import { describe, expect, it } from 'vitest';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import { WEEKDAYS } from '@/lib/core/dates';
import {
  FACILITY_KINDS,
  FACILITY_STATUSES,
  FEATURES,
  HALVES,
  ORIGINS,
  POSITION_EXACTNESS,
  REPORT_CATEGORIES,
} from '@/lib/directory/schema';
import { loadMessages } from '@/lib/i18n/messages';
import { BOOKING_METHODS, CLINIC_STATUSES, EXPERT_TITLES } from '@/lib/joint-clinics/schema';
import { MATCH_TYPES, SLOTS, SORTS } from './schema';

/** Groups of the terms catalog that must name exactly the values of an enumeration. */
const ENUMERATIONS = {
  kind: FACILITY_KINDS,
  facilityStatus: FACILITY_STATUSES,
  alliance: ALLIANCE_CODES,
  allianceFull: ALLIANCE_CODES,
  direction: ALLIANCE_CODES,
  origin: ORIGINS,
  exactness: POSITION_EXACTNESS,
  feature: FEATURES,
  weekday: WEEKDAYS.map(String),
  weekdayShort: WEEKDAYS.map(String),
  half: HALVES,
  halfExplained: HALVES,
  slotDay: [...new Set(SLOTS.map((slot) => slot.split('-')[0]))],
  clinicStatus: CLINIC_STATUSES,
  bookingMethod: BOOKING_METHODS,
  expertTitle: EXPERT_TITLES,
  matchType: MATCH_TYPES,
  sort: SORTS,
  reportCategory: REPORT_CATEGORIES,
} as const;

const { terms } = await loadMessages('zh-CN');

describe('the terms catalog', () => {
  it.each(Object.entries(ENUMERATIONS))('names every %s and nothing else', (group, values) => {
    expect(Object.keys(Object(terms?.[group])).sort()).toEqual([...values].map(String).sort());
  });
});
