import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { chosenParameters } from '@/app/[locale]/(workspace)/chosen-parameters';
import { Pager } from '@/components/ui/pager';
import { type RecordPage, type ReviewFilter, reviewFilterSchema } from '@/lib/clinic-sessions/review-schema';
import { localePath } from '@/lib/i18n/locales';

// What the pages of lists have in common.

/** The parameters of an address as Next hands them to a page. */
export type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** The filter of a list; what is empty in a form means any. */
export function filterOf(parameters: Parameters): ReviewFilter {
  return reviewFilterSchema.parse(chosenParameters(parameters));
}

/** The address of a list with its filter, from a place on where one is given, and with further parameters. */
export function listPath(
  path: string,
  { after: _, ...filter }: ReviewFilter,
  more: Readonly<Record<string, string | null>> = {},
): string {
  const entries = Object.entries({ ...filter, ...more }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(entries).toString();
  return query ? `${path}?${query}` : path;
}

type Props = {
  path: string;
  filter: ReviewFilter;
  page: RecordPage;
  /** further parameters of the address */
  more?: Readonly<Record<string, string>>;
};

/** Ways to the next page of a list and back to its first. */
export async function ListPager({ path, filter, page, more }: Props) {
  const [t, locale] = await Promise.all([getTranslations('review'), getLocale()]);
  const at = (address: string) => localePath(locale, address);
  return (
    <Pager
      label={t('pages')}
      previousHref={filter.after && at(listPath(path, filter, more))}
      previous={t('first')}
      nextHref={page.next && at(listPath(path, filter, { ...more, after: page.next }))}
    />
  );
}
