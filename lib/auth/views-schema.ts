import type { ActorRole } from '@/lib/access/actor';
import type { CivilDate } from '@/lib/core/dates';

// What queries of accounts hand to pages.

export type GrantSeen = {
  id: string;
  accountId: string;
  holder: string;
  holderUserName: string;
  role: ActorRole;
  state: 'requested' | 'active' | 'ended' | 'declined';
  /** the place or person the role is for; null for city roles */
  scope: { name: string; nameEn: string } | null;
  centreId: string | null;
  expertId: string | null;
  traineeId: string | null;
  allianceCode: string | null;
  districtCode: string | null;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  reason: string | null;
  requestedById: string | null;
  requestedBy: string | null;
  approvedBy: string | null;
  version: number;
};

export type AccountListed = {
  id: string;
  userName: string;
  displayName: string;
  /** the last four digits */
  phoneEnding: string | null;
  status: 'active' | 'suspended' | 'left';
  statusReason: string | null;
  locked: boolean;
  /** has not chosen a password yet */
  invited: boolean;
  hasSecondFactor: boolean;
  hasSingleSignOn: boolean;
  lastSignInAt: Date | null;
  recertifiedAt: Date | null;
  createdAt: Date;
  demonstration: boolean;
  version: number;
  grants: GrantSeen[];
};

export type AccountSeen = AccountListed & { recertifiedBy: string | null; mayChange: boolean };

export type AccountPage = { accounts: AccountListed[]; next: string | null };

/** One of the own signed-in browsers. */
export type StaffSessionSeen = {
  id: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  thisOne: boolean;
};

/** An account of the demonstration, listed on its sign-in page. */
export type DemonstrationAccount = { userName: string; displayName: string; role: ActorRole };

/** Places or people to choose from, under their districts or hospitals; a group without a name stands for none. */
export type ScopeChoices = {
  group: { name: string; nameEn: string };
  choices: { value: string; name: string; nameEn: string }[];
}[];
