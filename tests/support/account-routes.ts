import { badParameters, missing, normal, nothingFound, type PageRoute } from './route-visit';
import { NOWHERE } from './samples';
import { LINK_TOKEN, VISITED_ACCOUNT } from './staff-visitors';

// The ways in, the own account, the accounts of others, and what was done with them.

export const SIGN_IN_PAGES: readonly PageRoute[] = [
  {
    pattern: '/sign-in',
    visits: [
      normal('/sign-in'),
      normal('/sign-in?done=out&from=/today'),
      badParameters('/sign-in?done=x&from=//evil.example&error=<script>'),
    ],
  },
  {
    pattern: '/sign-in/link',
    visits: [
      normal(`/sign-in/link?token=${LINK_TOKEN}`),
      nothingFound('/sign-in/link'),
      badParameters('/sign-in/link?token=x&token=y'),
    ],
  },
  {
    pattern: '/sign-in/second-factor',
    signedInAs: 'second_factor',
    visits: [normal('/sign-in/second-factor'), badParameters('/sign-in/second-factor?from=//evil.example')],
  },
  {
    pattern: '/sign-in/change-password',
    signedInAs: 'change_password',
    visits: [normal('/sign-in/change-password'), badParameters('/sign-in/change-password?from=//evil.example')],
  },
  {
    pattern: '/sign-in/set-up-second-factor',
    signedInAs: 'enrol_second_factor',
    visits: [normal('/sign-in/set-up-second-factor'), badParameters('/sign-in/set-up-second-factor?from=x&from=y')],
  },
];

export const ACCOUNT_PAGES: readonly PageRoute[] = [
  {
    pattern: '/account',
    signedInAs: 'centre_clerk',
    visits: [normal('/account'), normal('/account?done=ended'), badParameters('/account?done=nothing')],
  },
  {
    pattern: '/accounts',
    signedInAs: 'city_officer',
    visits: [
      normal('/accounts'),
      normal('/accounts?role=centre_clerk&status=active&centre=centre-310101-01'),
      nothingFound('/accounts?text=zzzzqqqq'),
      badParameters('/accounts?role=king&status=constructor&centre=%00&after=%00&text=a&text=b'),
    ],
  },
  {
    pattern: '/accounts/new',
    signedInAs: 'city_officer',
    visits: [
      normal('/accounts/new'),
      normal('/accounts/new?role=centre_clerk'),
      normal('/accounts/new?role=auditor'),
      badParameters('/accounts/new?role=king'),
    ],
  },
  {
    pattern: '/accounts/requests',
    signedInAs: 'city_officer',
    visits: [normal('/accounts/requests'), badParameters('/accounts/requests?done=constructor&problem=x')],
  },
  {
    pattern: '/accounts/recertify',
    signedInAs: 'city_officer',
    visits: [
      normal('/accounts/recertify'),
      normal('/accounts/recertify?problem=stale'),
      badParameters('/accounts/recertify?after=%00&done=x&done=y'),
    ],
  },
  {
    pattern: '/accounts/[id]',
    signedInAs: 'city_officer',
    visits: [
      normal(`/accounts/${VISITED_ACCOUNT}`),
      normal(`/accounts/${VISITED_ACCOUNT}?done=suspended`),
      badParameters(`/accounts/${VISITED_ACCOUNT}?done=constructor`),
      missing(`/accounts/${NOWHERE}`),
    ],
  },
  {
    pattern: '/accounts/[id]/history',
    signedInAs: 'city_officer',
    visits: [
      normal(`/accounts/${VISITED_ACCOUNT}/history`),
      badParameters(`/accounts/${VISITED_ACCOUNT}/history?cursor=x`),
      missing(`/accounts/${NOWHERE}/history`),
    ],
  },
  {
    pattern: '/accounts/[id]/roles/new',
    signedInAs: 'city_officer',
    visits: [
      normal(`/accounts/${VISITED_ACCOUNT}/roles/new`),
      normal(`/accounts/${VISITED_ACCOUNT}/roles/new?role=trainee`),
      badParameters(`/accounts/${VISITED_ACCOUNT}/roles/new?role=king`),
      missing(`/accounts/${NOWHERE}/roles/new`),
    ],
  },
  {
    pattern: '/audit',
    signedInAs: 'auditor',
    visits: [
      normal('/audit'),
      nothingFound('/audit?object=zzzzqqqq'),
      badParameters('/audit?from=2026-02-30&event=none&objectType=Castle&cursor=0&person=%00'),
    ],
  },
];
