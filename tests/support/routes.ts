import { ACCOUNT_PAGES, SIGN_IN_PAGES } from './account-routes';
import { API_HANDLERS } from './api-routes';
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
  ...SIGN_IN_PAGES,
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
  ...ACCOUNT_PAGES,
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
  ...API_HANDLERS,
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
