import { badParameters, type HandlerRoute, missing, normal, nothingFound, type PageRoute } from './route-visit';
import { NOWHERE, VISITED_CHANGE } from './samples';

// Changes of profiles: the list with the form of a proposal, a request, its evidence.

export const CHANGE_PAGES: readonly PageRoute[] = [
  {
    pattern: '/registry/changes',
    signedInAs: 'centre_clerk',
    visits: [
      normal('/registry/changes'),
      normal('/registry/changes?facility=centre-310101-02'),
      normal('/registry/changes?facility=station-310101022-01&kind=closing'),
      nothingFound('/registry/changes?state=withdrawn'),
      badParameters('/registry/changes?state=constructor&after=%00'),
    ],
  },
  {
    pattern: '/registry/changes/[id]',
    signedInAs: 'district_officer',
    visits: [
      normal(`/registry/changes/${VISITED_CHANGE}`),
      badParameters(`/registry/changes/${VISITED_CHANGE}?done=constructor&problem=%00`),
      missing(`/registry/changes/${NOWHERE}`),
    ],
  },
];

export const CHANGE_HANDLERS: readonly HandlerRoute[] = [
  {
    pattern: '/registry/changes/evidence',
    good: [`/registry/changes/evidence?id=${VISITED_CHANGE}`],
    bad: [],
    signedInAs: 'district_officer',
  },
];
