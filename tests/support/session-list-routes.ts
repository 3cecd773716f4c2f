import { badParameters, type HandlerRoute, missing, normal, nothingFound, type PageRoute } from './route-visit';
import { NOWHERE, VISITED_RECORD } from './samples';

// Where records of sessions are listed, shown and taken out.

export const SESSION_LIST_PAGES: readonly PageRoute[] = [
  {
    pattern: '/clinic-sessions',
    signedInAs: 'city_officer',
    visits: [
      normal('/clinic-sessions'),
      normal('/clinic-sessions?state=accepted&held=not_held&from=2026-01-01&district=310101&column=note,late,version'),
      nothingFound('/clinic-sessions?text=zzzzqqqq'),
      badParameters(
        '/clinic-sessions?state=x&held=constructor&from=2026-02-30&column=x&cursor=1&clinic=%00&text=a&text=b',
      ),
    ],
  },
  {
    pattern: '/clinic-sessions/[id]',
    signedInAs: 'district_officer',
    visits: [
      normal(`/clinic-sessions/${VISITED_RECORD}`),
      normal(`/clinic-sessions/${VISITED_RECORD}?done=commented`),
      badParameters(`/clinic-sessions/${VISITED_RECORD}?done=constructor&done=x`),
      missing(`/clinic-sessions/${NOWHERE}`),
    ],
  },
  {
    pattern: '/clinic-sessions/[id]/versions',
    signedInAs: 'district_officer',
    visits: [
      normal(`/clinic-sessions/${VISITED_RECORD}/versions`),
      badParameters(`/clinic-sessions/${VISITED_RECORD}/versions?before=constructor&after=99`),
      missing(`/clinic-sessions/${NOWHERE}/versions`),
    ],
  },
  {
    pattern: '/clinic-sessions/[id]/history',
    signedInAs: 'district_officer',
    visits: [
      normal(`/clinic-sessions/${VISITED_RECORD}/history`),
      badParameters(`/clinic-sessions/${VISITED_RECORD}/history?cursor=x`),
      missing(`/clinic-sessions/${NOWHERE}/history`),
    ],
  },
  {
    pattern: '/clinic-sessions/views',
    signedInAs: 'centre_clerk',
    visits: [
      normal('/clinic-sessions/views'),
      normal('/clinic-sessions/views?done=removed'),
      badParameters('/clinic-sessions/views?done=constructor&done=x'),
    ],
  },
];

export const SESSION_LIST_HANDLERS: readonly HandlerRoute[] = [
  {
    pattern: '/clinic-sessions/export',
    good: [
      '/clinic-sessions/export?text=zzzzqqqq',
      '/en/clinic-sessions/export?text=zzzzqqqq&format=csv',
      '/clinic-sessions/export?text=zzzzqqqq&format=constructor&state=x&column=x',
    ],
    bad: [],
    signedInAs: 'auditor',
  },
];
