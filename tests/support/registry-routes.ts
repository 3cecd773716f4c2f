import { badParameters, type HandlerRoute, missing, normal, type PageRoute } from './route-visit';
import { NOWHERE, VISITED_IMPORT } from './samples';

// Where lists come in and go out.

export const REGISTRY_PAGES: readonly PageRoute[] = [
  { pattern: '/registry', signedInAs: 'city_officer', visits: [normal('/registry')] },
  {
    pattern: '/registry/[list]',
    signedInAs: 'district_officer',
    visits: [
      normal('/registry/centres'),
      normal('/registry/centres?problem=missingColumns&columns=name'),
      badParameters('/registry/centres?problem=constructor&columns=%00&problem=x'),
      missing('/registry/castles'),
    ],
  },
  {
    pattern: '/registry/imports/[id]',
    signedInAs: 'city_officer',
    visits: [
      normal(`/registry/imports/${VISITED_IMPORT}`),
      normal(`/registry/imports/${VISITED_IMPORT}?outcome=faulty&done=uploaded`),
      badParameters(`/registry/imports/${VISITED_IMPORT}?outcome=king&after=-1&done=constructor`),
      missing(`/registry/imports/${NOWHERE}`),
    ],
  },
];

export const REGISTRY_HANDLERS: readonly HandlerRoute[] = [
  {
    pattern: '/registry/file',
    good: [
      '/registry/file?list=centres',
      '/en/registry/file?list=centres&what=template',
      '/registry/file?list=centres&format=csv',
    ],
    bad: [],
    signedInAs: 'district_officer',
  },
  {
    pattern: '/registry/imports/copy',
    good: [`/registry/imports/copy?id=${VISITED_IMPORT}`],
    bad: [],
    signedInAs: 'city_officer',
  },
];
