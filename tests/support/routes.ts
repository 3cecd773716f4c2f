import { CENTRE, CLINIC, NOWHERE } from './samples';

// Every page and every handler of the portal, with addresses that stand for it. The registry test holds this list to
// the folder app/: a route without an entry fails, and so does an entry without a route. The browser tests go through
// the list, so a new page is checked for access and for bad input as soon as it is named here.

export type PageState = 'normal' | 'nothing-found' | 'bad-parameters' | 'missing';

/** One address of a page in a state; `missing` answers 404, everything else 200. */
export type Visit = { state: PageState; path: string };

export type PageRoute = {
  /** the folder below app/[locale], without groups */
  pattern: string;
  visits: readonly Visit[];
};

export type HandlerRoute = {
  pattern: string;
  /** addresses that answer well */
  good: readonly string[];
  /** addresses that answer with the status: 400 for nonsense, 404 for what is not there */
  bad: readonly { path: string; status: 400 | 404 }[];
};

const normal = (path: string): Visit => ({ state: 'normal', path });
const nothingFound = (path: string): Visit => ({ state: 'nothing-found', path });
const badParameters = (path: string): Visit => ({ state: 'bad-parameters', path });
const missing = (path: string): Visit => ({ state: 'missing', path });

export const PAGE_ROUTES: readonly PageRoute[] = [
  { pattern: '/', visits: [normal('/')] },
  {
    pattern: '/services',
    visits: [
      normal('/services'),
      normal('/services?q=腰痛&place=310104012&map=1'),
      nothingFound('/services?q=zzzzqqqq'),
      badParameters('/services?near=abc&kind=castle&when=never&radius=-1&sort=best'),
    ],
  },
  { pattern: '/facilities/[id]', visits: [normal(`/facilities/${CENTRE}`), missing(`/facilities/${NOWHERE}`)] },
  { pattern: '/clinics/[id]', visits: [normal(`/clinics/${CLINIC}`), missing(`/clinics/${NOWHERE}`)] },
];

export const HANDLER_ROUTES: readonly HandlerRoute[] = [];
