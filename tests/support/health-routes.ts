import { badParameters, missing, normal, nothingFound, type PageRoute } from './route-visit';

// How healthy the entries of the network are, and the stages of what is planned, built and at work.

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
  {
    pattern: '/registry/stages',
    signedInAs: 'district_officer',
    visits: [
      normal('/registry/stages'),
      normal('/registry/stages?plan=1&kind=project'),
      nothingFound('/registry/stages?kind=project&stage=closed'),
      badParameters('/registry/stages?kind=constructor&stage=%00&after=%00&done=x&done=y'),
      missing('/registry/stages?record=%00'),
    ],
  },
];
