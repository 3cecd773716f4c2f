import { badParameters, missing, normal, nothingFound, type PageRoute } from './route-visit';
import { NOWHERE, VISITED_REPORT } from './samples';

// The inbox of residents' reports.

export const FEEDBACK_PAGES: readonly PageRoute[] = [
  {
    pattern: '/feedback',
    signedInAs: 'district_officer',
    visits: [
      normal('/feedback'),
      nothingFound('/feedback?status=rejected&category=closed&owner=mine'),
      badParameters('/feedback?status=constructor&category=%00&owner=a&owner=b&after=x'),
    ],
  },
  {
    pattern: '/feedback/[id]',
    signedInAs: 'district_officer',
    visits: [
      normal(`/feedback/${VISITED_REPORT}`),
      badParameters(`/feedback/${VISITED_REPORT}?done=constructor`),
      missing(`/feedback/${NOWHERE}`),
    ],
  },
];
