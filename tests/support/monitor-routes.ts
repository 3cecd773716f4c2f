import { badParameters, missing, normal, nothingFound, type PageRoute } from './route-visit';
import { CLERK_CLINIC, NOWHERE, VISITED_FOLLOW_UP } from './samples';

// Where officers see which clinics are real.

export const MONITOR_PAGES: readonly PageRoute[] = [
  {
    pattern: '/monitor',
    signedInAs: 'city_officer',
    visits: [
      normal('/monitor'),
      normal('/monitor?state=nominal_only&date=2026-10-31&check=1'),
      nothingFound('/monitor?text=zzzzqqqq'),
      badParameters('/monitor?state=constructor&date=2026-13-01&district=x&alliance=x&text=%00&check=x&page=0'),
    ],
  },
  {
    pattern: '/monitor/thresholds',
    signedInAs: 'city_officer',
    visits: [
      normal('/monitor/thresholds'),
      badParameters('/monitor/thresholds?windowWeeks=x&minExpected=999&signalBatch=%00&done=constructor'),
    ],
  },
  {
    pattern: '/monitor/follow-ups',
    signedInAs: 'district_officer',
    visits: [
      normal('/monitor/follow-ups'),
      nothingFound('/monitor/follow-ups?list=done'),
      badParameters('/monitor/follow-ups?list=constructor&list=x'),
    ],
  },
  {
    pattern: '/monitor/follow-ups/[id]',
    signedInAs: 'district_officer',
    visits: [
      normal(`/monitor/follow-ups/${VISITED_FOLLOW_UP}`),
      badParameters(`/monitor/follow-ups/${VISITED_FOLLOW_UP}?done=constructor&done=x`),
      missing(`/monitor/follow-ups/${NOWHERE}`),
    ],
  },
  {
    pattern: '/monitor/clinics/[id]',
    signedInAs: 'centre_clerk',
    visits: [
      normal(`/monitor/clinics/${CLERK_CLINIC}`),
      normal(`/monitor/clinics/${CLERK_CLINIC}?date=2026-06-30`),
      badParameters(`/monitor/clinics/${CLERK_CLINIC}?date=tomorrow`),
      missing(`/monitor/clinics/${NOWHERE}`),
    ],
  },
];
