import { badParameters, missing, normal, nothingFound, type PageRoute } from './route-visit';
import { CLERK_CLINIC, NOWHERE } from './samples';

// Where alliance officers keep joint clinics. The clinic is staffed by the hospital of the demonstration's officer.

const PAGE = `/joint-clinics/${CLERK_CLINIC}`;
const CHANGE = `${PAGE}/change`;
const WHY = 'reason=专家外出会诊&reasonEn=The+expert+is+away';
const SLOT = 'weekday=5&half=pm&startsMinute=13:30&endsMinute=16:00&rhythm=alternate_next&from=2026-11-25&until=';

export const CLINIC_PAGES: readonly PageRoute[] = [
  {
    pattern: '/joint-clinics',
    signedInAs: 'alliance_officer',
    visits: [
      normal('/joint-clinics'),
      { ...normal('/joint-clinics'), signedInAs: 'trainee' },
      normal('/joint-clinics?status=operating&district=310101&text=门诊'),
      nothingFound('/joint-clinics?text=zzzzqqqq'),
      badParameters('/joint-clinics?status=open&district=%00&centre=%00&expert=%00&after=%00&text=a&text=b'),
    ],
  },
  {
    pattern: '/joint-clinics/new',
    signedInAs: 'alliance_officer',
    visits: [normal('/joint-clinics/new'), { ...missing('/joint-clinics/new'), signedInAs: 'centre_clerk' }],
  },
  {
    pattern: '/joint-clinics/holidays',
    signedInAs: 'city_officer',
    visits: [
      normal('/joint-clinics/holidays'),
      normal('/joint-clinics/holidays?year=2026&done=day'),
      { ...normal('/joint-clinics/holidays?year=2025'), signedInAs: 'expert' },
      nothingFound('/joint-clinics/holidays?year=2090'),
      badParameters('/joint-clinics/holidays?year=1999&done=x&year=0'),
    ],
  },
  {
    pattern: '/joint-clinics/[id]',
    signedInAs: 'alliance_officer',
    visits: [
      normal(PAGE),
      normal(`${PAGE}?done=saved`),
      { ...normal(PAGE), signedInAs: 'centre_clerk' },
      badParameters(`${PAGE}?done=constructor`),
      missing(`/joint-clinics/${NOWHERE}`),
    ],
  },
  {
    pattern: '/joint-clinics/[id]/month',
    signedInAs: 'alliance_officer',
    visits: [
      normal(`${PAGE}/month`),
      normal(`${PAGE}/month?month=2026-10`),
      badParameters(`${PAGE}/month?month=2026-13&done=x&month=9999-12`),
      missing(`/joint-clinics/${NOWHERE}/month`),
    ],
  },
  {
    pattern: '/joint-clinics/[id]/month/[date]',
    signedInAs: 'alliance_officer',
    visits: [
      normal(`${PAGE}/month/2026-11-19`),
      normal(`${PAGE}/month/2026-10-01`),
      badParameters(`${PAGE}/month/2026-11-20?done=nothing`),
      missing(`${PAGE}/month/2026-02-30`),
    ],
  },
  {
    pattern: '/joint-clinics/[id]/people',
    signedInAs: 'alliance_officer',
    visits: [
      normal(`${PAGE}/people`),
      badParameters(`${PAGE}/people?done=x&done=y`),
      missing(`/joint-clinics/${NOWHERE}/people`),
    ],
  },
  {
    pattern: '/joint-clinics/[id]/facts',
    signedInAs: 'alliance_officer',
    visits: [normal(`${PAGE}/facts`), { ...missing(`${PAGE}/facts`), signedInAs: 'centre_clerk' }],
  },
  {
    pattern: '/joint-clinics/[id]/history',
    signedInAs: 'alliance_officer',
    visits: [
      normal(`${PAGE}/history`),
      badParameters(`${PAGE}/history?cursor=x`),
      missing(`/joint-clinics/${NOWHERE}/history`),
    ],
  },
  {
    pattern: '/joint-clinics/[id]/change',
    signedInAs: 'alliance_officer',
    visits: [
      normal(`${CHANGE}?kind=addLine`),
      normal(`${CHANGE}?kind=suspend&check=1&from=2026-11-20&until=2026-12-10&${WHY}`),
      normal(`${CHANGE}?kind=close`),
      nothingFound(`${CHANGE}?kind=changeLine&lineId=${NOWHERE}`),
      nothingFound(`${CHANGE}?kind=suspend&check=1&version=0`),
      badParameters(`${CHANGE}?kind=addLine&check=1&expertId=x&${SLOT}`),
      badParameters(`${CHANGE}?kind=addSession&check=1&date=2026-02-30&half=noon&version=%00&reason=%00`),
      badParameters(`${CHANGE}?kind=withdrawStatus&periodId=%00&check=1`),
      missing(`${CHANGE}?kind=dance`),
    ],
  },
];
