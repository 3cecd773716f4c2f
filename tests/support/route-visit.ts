import type { StaffVisitor } from './staff-visitors';

// What the registry of routes is written in.

export type PageState = 'normal' | 'nothing-found' | 'bad-parameters' | 'missing';

/** One address of a page in a state; `missing` answers 404, everything else 200 to whom the page is for. */
export type Visit = {
  state: PageState;
  path: string;
  /** somebody else than the page's usual visitor, where roles see different things */
  signedInAs?: StaffVisitor;
};

export type PageRoute = {
  /** the folder below app/[locale], without groups */
  pattern: string;
  visits: readonly Visit[];
  /** who sees the page; everybody else is sent to the sign-in page */
  signedInAs?: StaffVisitor;
};

export type HandlerRoute = {
  pattern: string;
  /** addresses that answer well */
  good: readonly string[];
  /** addresses that answer a stranger with the status: 400 for nonsense, 401 for staff only, 404 for what is not there */
  bad: readonly { path: string; status: 400 | 401 | 404 }[];
  /** who may ask; everybody else is sent to the sign-in page */
  signedInAs?: StaffVisitor;
};

/** A page as it usually is. */
export const normal = (path: string): Visit => ({ state: 'normal', path });
/** A page that has nothing to show. */
export const nothingFound = (path: string): Visit => ({ state: 'nothing-found', path });
/** A page asked nonsense. */
export const badParameters = (path: string): Visit => ({ state: 'bad-parameters', path });
/** A page of a record that is not there. */
export const missing = (path: string): Visit => ({ state: 'missing', path });

/** Nonsense asked of a handler. */
export const problem = (path: string) => ({ path, status: 400 }) as const;
/** A handler that answers nobody but staff. */
export const staffOnly = (path: string) => ({ path, status: 401 }) as const;
/** What a handler does not have. */
export const absent = (path: string) => ({ path, status: 404 }) as const;
