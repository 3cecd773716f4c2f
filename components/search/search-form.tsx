import { useLocale } from 'next-intl';
import { localePath } from '@/lib/i18n/locales';
import { FilterPanel } from './filter-panel';
import { SearchBox } from './search-box';
import type { SearchChoices, SearchValues } from './search-values';

type Props = { values: SearchValues; choices: SearchChoices; activeFilters: number; measured: boolean };

/** The whole search as one form, so that a new question keeps the filters and a new filter keeps the question. */
export function SearchForm({ values, choices, activeFilters, measured }: Props) {
  const locale = useLocale();
  return (
    <search>
      <form method="get" action={localePath(locale, '/services')} className="grid gap-3">
        <div>
          <SearchBox values={values} places={choices.places} />
        </div>
        <FilterPanel values={values} choices={choices} active={activeFilters} measured={measured} />
        {values.sort !== '' && <input type="hidden" name="sort" value={values.sort} />}
        {values.map && <input type="hidden" name="map" value="1" />}
      </form>
    </search>
  );
}
