import { badParameters, type HandlerRoute, missing, normal, nothingFound, type PageRoute } from './route-visit';
import { NOWHERE, VISITED_EXPERT, VISITED_SERVICE_CODE, VISITED_TRAINEE } from './samples';

// The pages of trainees and experts.

export const PEOPLE_PAGES: readonly PageRoute[] = [
  {
    pattern: '/people/trainees',
    signedInAs: 'district_officer',
    visits: [
      normal('/people/trainees'),
      normal('/people/trainees?employment=dual&standing=active'),
      nothingFound('/people/trainees?text=zzzzqqqq'),
      badParameters('/people/trainees?cohort=x&centre=%00&after=%00&employment=constructor&text=a&text=b'),
    ],
  },
  {
    pattern: '/people/trainees/[id]',
    signedInAs: 'city_officer',
    visits: [
      normal(`/people/trainees/${VISITED_TRAINEE}`),
      normal(`/people/trainees/${VISITED_TRAINEE}?period=2026-Q3`),
      badParameters(`/people/trainees/${VISITED_TRAINEE}?period=2026-13`),
      missing(`/people/trainees/${NOWHERE}`),
    ],
  },
  {
    pattern: '/people/experts',
    signedInAs: 'city_officer',
    visits: [
      normal('/people/experts'),
      nothingFound('/people/experts?text=zzzzqqqq'),
      badParameters('/people/experts?title=king&hospital=%00&after=%00'),
    ],
  },
  {
    pattern: '/people/experts/[id]',
    signedInAs: 'city_officer',
    visits: [
      normal(`/people/experts/${VISITED_EXPERT}`),
      badParameters(`/people/experts/${VISITED_EXPERT}?from=%00&to=never`),
      missing(`/people/experts/${NOWHERE}`),
    ],
  },
  {
    pattern: '/people/mentors',
    signedInAs: 'city_officer',
    visits: [normal('/people/mentors'), badParameters('/people/mentors?period=%00&district=x')],
  },
  {
    pattern: '/people/workstations',
    signedInAs: 'district_officer',
    visits: [
      normal('/people/workstations'),
      nothingFound('/people/workstations?text=zzzzqqqq'),
      badParameters('/people/workstations?district=%00&standing=constructor&after=%00&text=a&text=b'),
    ],
  },
  {
    pattern: '/people/records/[code]',
    signedInAs: 'city_officer',
    visits: [normal(`/people/records/${VISITED_SERVICE_CODE}`), missing(`/people/records/${NOWHERE}`)],
  },
  {
    pattern: '/verify',
    visits: [
      normal('/verify'),
      nothingFound(`/verify?code=${VISITED_SERVICE_CODE}`),
      badParameters('/verify?code=%00&code=x'),
    ],
  },
  {
    pattern: '/my-training',
    signedInAs: 'trainee',
    visits: [normal('/my-training'), badParameters('/my-training?period=constructor')],
  },
];

export const PEOPLE_HANDLERS: readonly HandlerRoute[] = [
  {
    pattern: '/people/mentors/export',
    good: ['/people/mentors/export', '/en/people/mentors/export?format=constructor'],
    bad: [],
    signedInAs: 'auditor',
  },
];
