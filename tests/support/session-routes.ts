import {
  badParameters,
  type HandlerRoute,
  missing,
  normal,
  nothingFound,
  type PageRoute,
  staffOnly,
} from './route-visit';
import { CLERK_CLINIC, NOWHERE } from './samples';

// Where a centre's clerk logs sessions.

/** The address of one session of the clerk's clinic. */
function logAddress(slot: Record<string, string>, path = '/clinic-sessions/log'): string {
  const query = new URLSearchParams({ clinic: CLERK_CLINIC, date: '2026-11-12', half: 'pm', ...slot });
  return `${path}?${query}`;
}

export const SESSION_PAGES: readonly PageRoute[] = [
  {
    pattern: '/clinic-sessions/log',
    signedInAs: 'centre_clerk',
    visits: [
      normal(logAddress({})),
      normal(logAddress({ date: '2026-11-17', half: 'evening' })),
      nothingFound('/clinic-sessions/log'),
      badParameters('/clinic-sessions/log?clinic=%00&date=2026-02-30&half=noon&half=am'),
      missing(logAddress({ clinic: NOWHERE })),
    ],
  },
  {
    pattern: '/clinic-sessions/week',
    signedInAs: 'centre_clerk',
    visits: [
      normal('/clinic-sessions/week'),
      normal(logAddress({ monday: '2026-11-09', date: '2026-11-10', half: 'evening' }, '/clinic-sessions/week')),
      badParameters('/clinic-sessions/week?monday=2026-02-30&extra=x&extra=a/b/c&clinic=%00&date=x'),
    ],
  },
  { pattern: '/clinic-sessions/offline', visits: [normal('/clinic-sessions/offline')] },
];

export const SESSION_HANDLERS: readonly HandlerRoute[] = [
  {
    pattern: '/api/clinic-sessions',
    good: ['/api/clinic-sessions'],
    bad: [staffOnly('/api/clinic-sessions')],
    signedInAs: 'centre_clerk',
  },
  {
    pattern: '/api/clinic-sessions/form',
    good: [logAddress({}, '/api/clinic-sessions/form')],
    bad: [staffOnly('/api/clinic-sessions/form'), staffOnly(logAddress({}, '/api/clinic-sessions/form'))],
    signedInAs: 'centre_clerk',
  },
];
