import { badParameters, normal, type PageRoute } from './route-visit';

// How the portal's jobs stand.

export const JOB_PAGES: readonly PageRoute[] = [
  {
    pattern: '/jobs',
    signedInAs: 'city_officer',
    visits: [normal('/jobs'), badParameters('/jobs?done=constructor&done=x')],
  },
];
