import { badParameters, type HandlerRoute, missing, normal, nothingFound, type PageRoute } from './route-visit';
import { CLERK_CLINIC, NOWHERE } from './samples';

// Where officers see how their part of the network is doing.

const OWN_CENTRE = 'centre-310101-02';
const OWN_TARGET = 'held-rate-310101-2026';
const NONSENSE = 'period=2026-13&from=%00&to=never';

export const DASHBOARD_PAGES: readonly PageRoute[] = [
  { pattern: '/dashboard/definitions', signedInAs: 'city_officer', visits: [normal('/dashboard/definitions')] },
  {
    pattern: '/dashboard/definitions/[id]',
    signedInAs: 'city_officer',
    visits: [
      normal('/dashboard/definitions/held_rate'),
      { ...normal('/dashboard/definitions/visits_new'), signedInAs: 'centre_clerk' },
      badParameters('/dashboard/definitions/held_rate?done=x&done=y'),
      missing('/dashboard/definitions/constructor'),
    ],
  },
  {
    pattern: '/dashboard/targets',
    signedInAs: 'district_officer',
    visits: [
      normal('/dashboard/targets'),
      { ...normal('/dashboard/targets'), signedInAs: 'city_officer' },
      nothingFound('/dashboard/targets?state=over'),
      badParameters('/dashboard/targets?state=constructor&done=x&done=y'),
    ],
  },
  {
    pattern: '/dashboard/targets/new',
    signedInAs: 'district_officer',
    visits: [
      normal(`/dashboard/targets/new?after=${OWN_TARGET}`),
      badParameters('/dashboard/targets/new?after=%00&after=x'),
    ],
  },
  {
    pattern: '/dashboard/targets/[id]',
    signedInAs: 'district_officer',
    visits: [
      normal(`/dashboard/targets/${OWN_TARGET}`),
      badParameters(`/dashboard/targets/${OWN_TARGET}?done=x`),
      missing('/dashboard/targets/held-rate-310104-2026'),
      missing(`/dashboard/targets/${NOWHERE}`),
    ],
  },
  { pattern: '/dashboard', signedInAs: 'centre_clerk', visits: [normal('/dashboard')] },
  {
    pattern: '/dashboard/city',
    signedInAs: 'city_officer',
    visits: [normal('/dashboard/city'), badParameters(`/dashboard/city?${NONSENSE}`)],
  },
  {
    pattern: '/dashboard/alliances/[code]',
    signedInAs: 'alliance_officer',
    visits: [
      normal('/dashboard/alliances/east'),
      badParameters(`/dashboard/alliances/east?${NONSENSE}`),
      missing('/dashboard/alliances/north'),
      missing(`/dashboard/alliances/${NOWHERE}`),
    ],
  },
  {
    pattern: '/dashboard/districts/[code]',
    signedInAs: 'district_officer',
    visits: [
      normal('/dashboard/districts/310101?period=2026-Q3'),
      badParameters(`/dashboard/districts/310101?${NONSENSE}`),
      missing('/dashboard/districts/310104'),
    ],
  },
  {
    pattern: '/dashboard/centres/[id]',
    signedInAs: 'centre_clerk',
    visits: [
      normal(`/dashboard/centres/${OWN_CENTRE}`),
      badParameters(`/dashboard/centres/${OWN_CENTRE}?${NONSENSE}`),
      missing(`/dashboard/centres/${NOWHERE}`),
    ],
  },
  {
    pattern: '/dashboard/clinics/[id]',
    signedInAs: 'centre_clerk',
    visits: [
      normal(`/dashboard/clinics/${CLERK_CLINIC}?period=2026-10`),
      badParameters(`/dashboard/clinics/${CLERK_CLINIC}?${NONSENSE}`),
      missing(`/dashboard/clinics/${NOWHERE}`),
    ],
  },
];

export const DASHBOARD_HANDLERS: readonly HandlerRoute[] = [
  {
    pattern: '/dashboard/export',
    good: [
      '/dashboard/export?level=city',
      '/en/dashboard/export?level=district&code=310101&period=2026-Q3&table=months&format=csv',
      `/dashboard/export?level=clinic&code=${CLERK_CLINIC}&table=constructor&format=x&${NONSENSE}`,
    ],
    bad: [],
    signedInAs: 'auditor',
  },
  {
    pattern: '/dashboard/chart',
    good: [
      '/dashboard/chart?level=city&chart=sessions&format=png',
      '/en/dashboard/chart?level=district&code=310101&period=2026-Q3&chart=visits',
      '/dashboard/chart?level=city&chart=map&indicator=constructor&week=x&format=png',
      `/dashboard/chart?level=clinic&code=${CLERK_CLINIC}&chart=experts&format=constructor&${NONSENSE}`,
    ],
    bad: [],
    signedInAs: 'auditor',
  },
  {
    pattern: '/dashboard/work-report',
    good: [
      '/dashboard/work-report?level=city',
      '/en/dashboard/work-report?level=district&code=310101&period=2026-Q3',
      `/dashboard/work-report?level=clinic&code=${CLERK_CLINIC}&${NONSENSE}`,
    ],
    bad: [],
    signedInAs: 'auditor',
  },
];
