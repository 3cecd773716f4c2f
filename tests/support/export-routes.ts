import { badParameters, type HandlerRoute, missing, normal, nothingFound, type PageRoute } from './route-visit';
import { VISITED_EXPORT } from './samples';

// Where files are asked for that are made in the background.

const REPORTS = encodeURIComponent('level=district&code=310101&period=2026-Q3');
const ELSEWHERE = encodeURIComponent('level=district&code=310104&period=2026-Q3');

export const EXPORT_PAGES: readonly PageRoute[] = [
  {
    pattern: '/exports',
    signedInAs: 'district_officer',
    visits: [
      normal('/exports?done=requested'),
      nothingFound('/exports?problem=many'),
      badParameters('/exports?done=constructor&problem=x&done=y'),
    ],
  },
  {
    pattern: '/exports/new',
    signedInAs: 'district_officer',
    visits: [
      normal('/exports/new?kind=clinic_sessions&query=late%3D1'),
      normal(`/exports/new?kind=work_reports&query=${REPORTS}`),
      badParameters('/exports/new?kind=constructor&query=state%3Dx%26clinic%3D%2500&query=y'),
      missing(`/exports/new?kind=work_reports&query=${ELSEWHERE}`),
    ],
  },
];

export const EXPORT_HANDLERS: readonly HandlerRoute[] = [
  {
    pattern: '/exports/table',
    good: [
      '/exports/table?table=monitor&state=nominal_only&date=2026-10-31',
      '/en/exports/table?table=follow-ups&list=done&format=csv',
      '/exports/table?table=week&unit=district:310101&week=2026-11-04',
      '/exports/table?table=targets&state=constructor&format=x&unit=%00&period=%00&week=x&date=x&list=y',
    ],
    bad: [],
    signedInAs: 'district_officer',
  },
  {
    pattern: '/exports/file',
    good: [`/exports/file?id=${VISITED_EXPORT}`],
    bad: [],
    signedInAs: 'district_officer',
  },
];
