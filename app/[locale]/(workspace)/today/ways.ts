import type { ActorRole } from '@/lib/access/actor';

const PATHS = {
  logWeek: '/clinic-sessions/week',
  logExtra: '/clinic-sessions/log',
  calendar: '/calendar',
  clinics: '/joint-clinics',
  services: '/services',
  alliances: '/alliances',
  data: '/data',
  accounts: '/accounts',
  lists: '/registry',
  audit: '/audit',
  account: '/account',
} as const;

type Way = keyof typeof PATHS;

const WAYS: Record<ActorRole, readonly Way[]> = {
  trainee: ['calendar', 'clinics', 'account'],
  expert: ['calendar', 'clinics', 'account'],
  centre_clerk: ['logWeek', 'logExtra', 'services', 'clinics', 'calendar', 'account'],
  alliance_officer: ['alliances', 'clinics', 'calendar', 'account'],
  district_officer: ['accounts', 'lists', 'audit', 'services', 'account'],
  city_officer: ['lists', 'accounts', 'audit', 'data', 'account'],
  auditor: ['audit', 'accounts', 'data', 'account'],
};

/** What a role can do already; `key` names the words in workspace.today.now. */
export function waysOn(role: ActorRole): readonly { key: Way; path: string }[] {
  return WAYS[role].map((key) => ({ key, path: PATHS[key] }));
}
