import { badParameters, normal, nothingFound, type PageRoute } from './route-visit';

// How healthy the entries of the network are.

export const HEALTH_PAGES: readonly PageRoute[] = [
  {
    pattern: '/registry/health',
    signedInAs: 'district_officer',
    visits: [
      normal('/registry/health?problem=profile'),
      nothingFound('/registry/health?problem=hours&district=310151'),
      badParameters('/registry/health?problem=constructor&district=x&after=%00&done=-1&left=x'),
    ],
  },
];
