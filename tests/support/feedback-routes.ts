import { badParameters, missing, normal, nothingFound, type PageRoute } from './route-visit';
import { NOWHERE, VISITED_REPORT, VISITED_SUPPORT } from './samples';

// The inbox of residents' reports, and what staff ask.

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
    pattern: '/feedback/support',
    signedInAs: 'district_officer',
    visits: [
      normal('/feedback/support'),
      { ...nothingFound('/feedback/support?list=mine'), signedInAs: 'trainee' },
      badParameters('/feedback/support?status=constructor&kind=%00&list=a&list=b&after=x'),
    ],
  },
  {
    pattern: '/feedback/support/[id]',
    signedInAs: 'district_officer',
    visits: [
      normal(`/feedback/support/${VISITED_SUPPORT}`),
      badParameters(`/feedback/support/${VISITED_SUPPORT}?done=constructor`),
      missing(`/feedback/support/${NOWHERE}`),
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
