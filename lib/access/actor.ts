import type { AllianceCode } from '@/lib/core/alliance-codes';

/** Every role of staff, from the narrowest to the widest. */
export const ACTOR_ROLES = [
  'trainee',
  'expert',
  'centre_clerk',
  'alliance_officer',
  'district_officer',
  'city_officer',
  'auditor',
] as const;

type ActorBase = {
  accountId: string;
  grantId: string;
  staffSessionId: string;
  displayName: string;
  requestId: string;
};

/** The part of the network that belongs to a role. */
export type ActorScope =
  | { role: 'centre_clerk'; centreId: string }
  | { role: 'expert'; expertId: string }
  | { role: 'trainee'; traineeId: string }
  | { role: 'alliance_officer'; allianceCode: AllianceCode }
  | { role: 'district_officer'; districtCode: string }
  | { role: 'city_officer' }
  | { role: 'auditor' };

/** Who acts: a signed-in person in one role, with exactly the scope of that role. */
export type Actor = ActorBase & ActorScope;

export type ActorRole = Actor['role'];
