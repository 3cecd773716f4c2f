import { CHANGE_HANDLERS, CHANGE_PAGES } from './change-routes';
import { CLINIC_PAGES } from './clinic-routes';
import { DASHBOARD_HANDLERS, DASHBOARD_PAGES } from './dashboard-routes';
import { DASHBOARD_VIEW_PAGES } from './dashboard-view-routes';
import { EXPORT_HANDLERS, EXPORT_PAGES } from './export-routes';
import { FEEDBACK_PAGES } from './feedback-routes';
import { FIGURE_HANDLERS, FIGURE_PAGES } from './figure-routes';
import { HEALTH_PAGES } from './health-routes';
import { JOB_PAGES } from './job-routes';
import { MONITOR_PAGES } from './monitor-routes';
import { PEOPLE_HANDLERS, PEOPLE_PAGES } from './people-routes';
import { REGISTRY_HANDLERS, REGISTRY_PAGES } from './registry-routes';
import { REVIEW_PAGES } from './review-routes';
import {
  absent,
  badParameters,
  type HandlerRoute,
  missing,
  normal,
  nothingFound,
  type PageRoute,
  problem,
} from './route-visit';
import { CENTRE, CLINIC, NOWHERE } from './samples';
import { SESSION_LIST_HANDLERS, SESSION_LIST_PAGES } from './session-list-routes';
import { SESSION_HANDLERS, SESSION_PAGES } from './session-routes';
import { LINK_TOKEN, VISITED_ACCOUNT } from './staff-visitors';

// Every page and every handler of the portal, with addresses that stand for it. The registry test holds this list to
// the folder app/: a route without an entry fails, and so does an entry without a route. The browser tests go through
// the list, so a new page is checked for access and for bad input as soon as it is named here.

export const PAGE_ROUTES: readonly PageRoute[] = [
  { pattern: '/', visits: [normal('/'), normal('/?near=31.195,121.437'), badParameters('/?near=abc&place=nowhere')] },
  {
    pattern: '/services',
    visits: [
      normal('/services'),
      normal('/services?q=腰痛&place=310104008&map=1'),
      nothingFound('/services?q=zzzzqqqq'),
      badParameters('/services?near=abc&kind=castle&when=never&radius=-1&sort=best'),
    ],
  },
  { pattern: '/facilities/[id]', visits: [normal(`/facilities/${CENTRE}`), missing(`/facilities/${NOWHERE}`)] },
  {
    pattern: '/facilities/[id]/poster',
    visits: [normal(`/facilities/${CENTRE}/poster`), missing(`/facilities/${NOWHERE}/poster`)],
  },
  {
    pattern: '/clinics',
    visits: [normal('/clinics'), badParameters('/clinics?district=999999&cursor=x&hospital=none')],
  },
  { pattern: '/clinics/[id]', visits: [normal(`/clinics/${CLINIC}`), missing(`/clinics/${NOWHERE}`)] },
  {
    pattern: '/calendar',
    visits: [
      normal('/calendar'),
      normal('/calendar?day=2026-11-18'),
      nothingFound('/calendar?day=2026-11-22&half=evening&district=310151'),
      badParameters('/calendar?day=2026-02-30&district=shanghai&half=noon'),
    ],
  },
  { pattern: '/conditions', visits: [normal('/conditions')] },
  { pattern: '/conditions/[code]', visits: [normal('/conditions/A04.01.13'), missing(`/conditions/${NOWHERE}`)] },
  { pattern: '/alliances', visits: [normal('/alliances')] },
  { pattern: '/alliances/[code]', visits: [normal('/alliances/south'), missing(`/alliances/${NOWHERE}`)] },
  { pattern: '/districts', visits: [normal('/districts')] },
  { pattern: '/districts/[code]', visits: [normal('/districts/310104'), missing('/districts/999999')] },
  { pattern: '/about', visits: [normal('/about')] },
  { pattern: '/data', visits: [normal('/data')] },
  { pattern: '/privacy', visits: [normal('/privacy')] },
  { pattern: '/accessibility', visits: [normal('/accessibility')] },
  {
    pattern: '/report',
    visits: [
      normal(`/report?facility=${CENTRE}`),
      normal('/report?sent=1'),
      badParameters(`/report?facility=${NOWHERE}&clinic=x`),
    ],
  },
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
  {
    pattern: '/today',
    signedInAs: 'district_officer',
    visits: [
      normal('/today'),
      { ...normal('/today?done=logged'), signedInAs: 'centre_clerk' },
      badParameters('/today?done=x&done=y'),
    ],
  },
  ...FIGURE_PAGES,
  ...DASHBOARD_PAGES,
  ...DASHBOARD_VIEW_PAGES,
  ...MONITOR_PAGES,
  ...SESSION_PAGES,
  ...SESSION_LIST_PAGES,
  ...CLINIC_PAGES,
  ...[...REVIEW_PAGES, ...PEOPLE_PAGES],
  ...[...FEEDBACK_PAGES, ...CHANGE_PAGES],
  ...[...REGISTRY_PAGES, ...JOB_PAGES, ...HEALTH_PAGES],
  ...EXPORT_PAGES,
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

export const HANDLER_ROUTES: readonly HandlerRoute[] = [
  {
    pattern: '/api/auth/[...nextauth]',
    good: ['/api/auth/csrf', '/api/auth/providers', '/api/auth/session'],
    bad: [absent('/api/auth/nothing'), absent('/api/auth/_log')],
  },
  ...FIGURE_HANDLERS,
  ...SESSION_HANDLERS,
  ...DASHBOARD_HANDLERS,
  ...PEOPLE_HANDLERS,
  ...EXPORT_HANDLERS,
  ...SESSION_LIST_HANDLERS,
  ...[...REGISTRY_HANDLERS, ...CHANGE_HANDLERS],
  { pattern: '/api/health', good: ['/api/health'], bad: [] },
  { pattern: '/api/metrics', good: [], bad: [absent('/api/metrics'), absent('/api/metrics?token=x')] },
  {
    pattern: '/api/v1/[...path]',
    good: [],
    bad: [absent('/api/v1/nothing'), absent('/api/v1/facilities/a/b/c')],
  },
  { pattern: '/api/v1/alliances', good: ['/api/v1/alliances'], bad: [problem('/api/v1/alliances?limit=0')] },
  { pattern: '/api/v1/conditions', good: ['/api/v1/conditions'], bad: [problem('/api/v1/conditions?limit=x')] },
  { pattern: '/api/v1/districts', good: ['/api/v1/districts'], bad: [problem('/api/v1/districts?what=1')] },
  {
    pattern: '/api/v1/facilities',
    good: [
      '/api/v1/facilities',
      '/api/v1/facilities?near=31.2,121.44&q=腰痛',
      '/api/v1/facilities?near=39.9,116.4&limit=1',
    ],
    bad: [
      problem('/api/v1/facilities?near=91,181'),
      problem('/api/v1/facilities?kind=castle'),
      problem('/api/v1/facilities?limit=100000'),
      problem('/api/v1/facilities?radius=-5&near=31.2,121.44'),
      problem('/api/v1/facilities?cursor=nonsense'),
    ],
  },
  {
    pattern: '/api/v1/facilities/[id]',
    good: [`/api/v1/facilities/${CENTRE}`],
    bad: [absent(`/api/v1/facilities/${NOWHERE}`), problem(`/api/v1/facilities/${CENTRE}?x=1`)],
  },
  {
    pattern: '/api/v1/joint-clinics',
    good: ['/api/v1/joint-clinics', '/api/v1/joint-clinics?district=310104&limit=1'],
    bad: [problem('/api/v1/joint-clinics?hospital=none')],
  },
  {
    pattern: '/api/v1/joint-clinics/[id]',
    good: [`/api/v1/joint-clinics/${CLINIC}`],
    bad: [absent(`/api/v1/joint-clinics/${NOWHERE}`)],
  },
  {
    pattern: '/api/v1/joint-clinics/[id]/sessions',
    good: [`/api/v1/joint-clinics/${CLINIC}/sessions?from=2026-11-18&to=2026-12-31`],
    bad: [
      absent(`/api/v1/joint-clinics/${NOWHERE}/sessions`),
      problem(`/api/v1/joint-clinics/${CLINIC}/sessions?from=2026-02-30`),
      problem(`/api/v1/joint-clinics/${CLINIC}/sessions?from=2026-12-01&to=2026-11-01`),
    ],
  },
  { pattern: '/api/v1/openapi.json', good: ['/api/v1/openapi.json'], bad: [] },
  { pattern: '/api/v1/ping', good: ['/api/v1/ping'], bad: [] },
  { pattern: '/api/v1/techniques', good: ['/api/v1/techniques'], bad: [problem('/api/v1/techniques?limit=0')] },
  {
    pattern: '/audit/export',
    good: ['/audit/export?object=zzzzqqqq', '/en/audit/export?event=account.suspended'],
    bad: [],
    signedInAs: 'auditor',
  },
  {
    pattern: '/calendar/feed.ics',
    good: ['/calendar/feed.ics', '/en/calendar/feed.ics?district=310104'],
    bad: [problem('/calendar/feed.ics?district=999999')],
  },
  {
    pattern: '/clinics/[id]/calendar.ics',
    good: [`/clinics/${CLINIC}/calendar.ics`, `/en/clinics/${CLINIC}/calendar.ics`],
    bad: [absent(`/clinics/${NOWHERE}/calendar.ics`), absent(`/clinics/${CLINIC}/calendar.ics?session=2020-01-01-am`)],
  },
  { pattern: '/manifest.webmanifest', good: ['/manifest.webmanifest'], bad: [] },
  { pattern: '/robots.txt', good: ['/robots.txt'], bad: [] },
  { pattern: '/sitemap.xml', good: ['/sitemap.xml'], bad: [] },
  {
    pattern: '/sitemaps/[part]',
    good: ['/sitemaps/0.xml'],
    bad: [absent('/sitemaps/9999.xml'), absent('/sitemaps/x')],
  },
];
