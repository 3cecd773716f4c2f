import type { ActorRole } from '@/lib/access/actor';
import { addDays, type CivilDate } from '@/lib/core/dates';
import type { SupportKind, SupportOffice } from './support-schema';

// Who may ask for what, whose turn it then is, and until when. The days are ours.

const DAYS: Record<SupportKind, number> = { access_reset: 1, month_reopening: 3, clinic_assignment: 7, other: 7 };
/** Nobody has more open at a time. */
export const MOST_OPEN = 20;
/** For so long whoever asked sees on Today that there is an answer. */
export const ANSWER_SHOWN_DAYS = 7;

/** What a role asks others for: only what it cannot do by itself. */
export function kindsFor(role: ActorRole): SupportKind[] {
  switch (role) {
    case 'centre_clerk':
      return ['clinic_assignment', 'month_reopening', 'access_reset', 'other'];
    case 'trainee':
    case 'expert':
    case 'district_officer':
      return ['clinic_assignment', 'access_reset', 'other'];
    case 'alliance_officer':
    case 'city_officer':
    case 'auditor':
      return ['access_reset', 'other'];
  }
}

/** Where somebody works, as far as it has a district and an alliance. */
export type Whereabouts = { districtCode: string | null; allianceCode: string | null };

/**
 * The office that can do what is asked: the alliance assigns clinics, the district reopens months and keeps its centres'
 * accounts, the alliance hears its experts, the city everybody else, and whoever has no such office.
 */
export function officeFor(
  kind: SupportKind,
  role: ActorRole,
  { districtCode, allianceCode }: Whereabouts,
): SupportOffice {
  const ofCentre = role === 'centre_clerk' || role === 'trainee';
  if (kind === 'clinic_assignment') return allianceCode ? 'alliance' : 'city';
  if (ofCentre) return districtCode ? 'district' : 'city';
  return role === 'expert' && kind === 'other' && allianceCode ? 'alliance' : 'city';
}

/** The day by which a request of a kind is to be answered. */
export function supportDueOn(kind: SupportKind, today: CivilDate): CivilDate {
  return addDays(today, DAYS[kind]);
}

/** The middle of some durations in milliseconds, in whole hours, at least one; null without any. */
export function medianHours(durations: readonly number[]): number | null {
  const sorted = [...durations].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  if (low === undefined || high === undefined) return null;
  return Math.max(1, Math.round((low + high) / 2 / 3_600_000));
}
