import { badParameters, missing, normal, type PageRoute } from './route-visit';

// The views of a unit beside its dashboard: map, coverage, quality of data, survival of clinics.

const NONSENSE = 'period=2026-13&from=%00&to=never';

export const DASHBOARD_VIEW_PAGES: readonly PageRoute[] = [
  {
    pattern: '/dashboard/map',
    signedInAs: 'city_officer',
    visits: [
      normal('/dashboard/map?unit=city&indicator=conditions_mean'),
      badParameters(`/dashboard/map?unit=%00&indicator=none&${NONSENSE}`),
      missing('/dashboard/map?unit=district:999999'),
    ],
  },
  {
    pattern: '/dashboard/coverage',
    signedInAs: 'alliance_officer',
    visits: [
      normal(`/dashboard/coverage?unit=alliance:east&place=310101&specialty=${encodeURIComponent('中医内科')}`),
      badParameters(`/dashboard/coverage?unit=%00&place=x&specialty=y&${NONSENSE}`),
      missing('/dashboard/coverage?unit=alliance:north'),
    ],
  },
  {
    pattern: '/dashboard/quality',
    signedInAs: 'district_officer',
    visits: [
      normal('/dashboard/quality?period=2026-Q3'),
      badParameters(`/dashboard/quality?unit=%00&${NONSENSE}`),
      missing('/dashboard/quality?unit=district:310104'),
    ],
  },
  {
    pattern: '/dashboard/survival',
    signedInAs: 'city_officer',
    visits: [
      normal('/dashboard/survival'),
      badParameters(`/dashboard/survival?unit=%00&${NONSENSE}`),
      missing('/dashboard/survival?unit=alliance:middle'),
    ],
  },
  {
    pattern: '/dashboard/week',
    signedInAs: 'alliance_officer',
    visits: [
      normal('/dashboard/week?unit=alliance:east&week=2026-10-05'),
      badParameters('/dashboard/week?unit=%00&week=2099-01-01'),
      missing('/dashboard/week?unit=alliance:north'),
    ],
  },
];
