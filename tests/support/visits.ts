import { LOCALES, type Locale, localePath } from '@/lib/i18n/locales';
import type { PageState } from './route-visit';
import { PAGE_ROUTES } from './routes';
import type { StaffVisitor } from './staff-visitors';

export type LocalVisit = {
  title: string;
  state: PageState;
  path: string;
  locale: Locale;
  status: 200 | 404;
  signedInAs: StaffVisitor | undefined;
};

/** Every address of the list of routes, in every language. */
export function localVisits(): LocalVisit[] {
  return PAGE_ROUTES.flatMap(({ pattern, visits, signedInAs }) =>
    visits.flatMap(({ state, path, signedInAs: other }, index) =>
      LOCALES.map((locale): LocalVisit => {
        const again = visits.slice(0, index).filter((one) => one.state === state).length;
        return {
          title: `${pattern} ${state}${again > 0 ? ` ${again + 1}` : ''}, ${locale}`,
          state,
          path: localePath(locale, path),
          locale,
          status: state === 'missing' ? 404 : 200,
          signedInAs: other ?? signedInAs,
        };
      }),
    ),
  );
}
