import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { OptionGroup } from '@/components/ui/option-markup';
import { LocateButton } from './locate-button';
import type { SearchValues } from './search-values';

type Props = {
  values: Pick<SearchValues, 'q' | 'near' | 'place'>;
  places: readonly OptionGroup[];
  /** the question is what the page is about: shown as large as a heading */
  prominent?: boolean;
};

const NOTE = 'mt-0.5 text-sm text-ink-soft';

/** The one box, with where to search from; to be placed in a form that leads to the results. */
export function SearchBox({ values, places, prominent }: Props) {
  const t = useTranslations('search');
  return (
    <>
      <label htmlFor="q" className={prominent ? 'block text-xl font-semibold' : 'block font-medium'}>
        {t('box.label')}
      </label>
      <p id="q-hint" className={prominent ? NOTE : `${NOTE} hidden sm:block`}>
        {t('box.hint')}
      </p>
      <div className="mt-2 flex gap-2 senior:flex-col">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={values.q}
          placeholder={t('box.placeholder')}
          aria-describedby="q-hint"
          autoComplete="off"
          enterKeyHint="search"
          maxLength={100}
          className="min-h-13 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-4 py-2 text-lg text-ink placeholder:text-base placeholder:text-ink-faint"
        />
        <Button className="shrink-0">
          <Icon name="search" />
          {t('box.submit')}
        </Button>
      </div>
      <div className="mt-3 grid max-w-2xl grid-cols-[minmax(0,1fr)_auto] items-end gap-x-2 gap-y-1 senior:grid-cols-1 senior:gap-y-3">
        <SelectField
          id="place"
          name="place"
          label={t('box.place')}
          empty={values.near === '' ? t('box.placeEmpty') : t('filters.near')}
          options={places}
          defaultValue={values.place}
        />
        <LocateButton near={values.near} />
      </div>
    </>
  );
}
