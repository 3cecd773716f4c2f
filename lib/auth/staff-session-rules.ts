import type { ActorRole, ActorScope } from '@/lib/access/actor';
import { isAllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';

/** A browser left alone for half an hour is signed out; after twelve hours everyone is. */
export const IDLE_SECONDS = 30 * 60;
export const ABSOLUTE_SECONDS = 12 * 3600;
/** The last sight is written down at most once a minute. */
export const SEEN_EVERY_SECONDS = 60;

/** Roles that must have a second factor, except in the demonstration. */
export const SECOND_FACTOR_ROLES: readonly ActorRole[] = ['city_officer', 'district_officer', 'alliance_officer'];

/** What stands between a password and the workspace, in the order in which it is asked for. */
export type SignInStep = 'second_factor' | 'change_password' | 'enrol_second_factor';

export type SignInState = {
  role: ActorRole;
  demonstration: boolean;
  mustChange: boolean;
  hasSecondFactor: boolean;
  secondFactorDone: boolean;
};

/** The next step of a sign-in, null when it is complete. */
export function nextStep(state: SignInState): SignInStep | null {
  if (state.hasSecondFactor && !state.secondFactorDone) return 'second_factor';
  if (state.mustChange) return 'change_password';
  const needed = SECOND_FACTOR_ROLES.includes(state.role) && !state.demonstration;
  return needed && !state.hasSecondFactor ? 'enrol_second_factor' : null;
}

export type SessionTimes = { lastSeenAt: Date; expiresAt: Date };

/** Why a staff session is over by the clock, null while it lasts. */
export function timedOut({ lastSeenAt, expiresAt }: SessionTimes, instant: Date): 'idle' | 'expired' | null {
  if (expiresAt <= instant) return 'expired';
  return lastSeenAt.getTime() + IDLE_SECONDS * 1000 <= instant.getTime() ? 'idle' : null;
}

export type GrantColumns = {
  role: ActorRole;
  centreId: string | null;
  expertId: string | null;
  traineeId: string | null;
  allianceCode: string | null;
  districtCode: string | null;
};

/** The scope that a grant's columns say; null when they do not fit the role, which the database refuses. */
export function scopeOfGrant(grant: GrantColumns): ActorScope | null {
  const { role, centreId, expertId, traineeId, allianceCode, districtCode } = grant;
  switch (role) {
    case 'centre_clerk':
      return centreId ? { role, centreId } : null;
    case 'expert':
      return expertId ? { role, expertId } : null;
    case 'trainee':
      return traineeId ? { role, traineeId } : null;
    case 'alliance_officer':
      return allianceCode && isAllianceCode(allianceCode) ? { role, allianceCode } : null;
    case 'district_officer':
      return districtCode ? { role, districtCode } : null;
    case 'city_officer':
    case 'auditor':
      return { role };
  }
}

export type GrantPeriod = { state: string; validFrom: CivilDate; validTo: CivilDate | null };

/** Whether a grant counts on a day (valid_to is exclusive). */
export function isLive({ state, validFrom, validTo }: GrantPeriod, today: CivilDate): boolean {
  return state === 'active' && validFrom <= today && (validTo === null || validTo > today);
}

/** A browser in a few words, at most 120 characters: enough to recognise one's own. */
export function shortUserAgent(text: string): string {
  const browser = /(MicroMessenger|Edg|Firefox|Chrome|Safari)\/(\d+)/.exec(text.replace(/Chrome\/\d+.*(?=Edg\/)/, ''));
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|HarmonyOS|Linux)/.exec(text);
  const named = [browser && `${browser[1]} ${browser[2]}`, system?.[1]].filter(Boolean).join(' · ');
  return (named || text.replace(/[^\x20-\x7e]/g, '')).slice(0, 120);
}
