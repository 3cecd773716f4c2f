import { useLocale, useTranslations } from 'next-intl';
import type { FilterField } from '@/components/ui/filter-fields';
import { FilterForm } from '@/components/ui/filter-form';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { TextLink } from '@/components/ui/text-link';
import { localePath } from '@/lib/i18n/locales';
import { peopleListPath } from './people-paths';

type Props = {
  of: 'trainees' | 'experts' | 'workstations';
  title: string;
  path: string;
  /** what was asked for; `after` is the last row of the page before */
  filter: Readonly<Record<string, string | number | null>> & { text: string | null; after: string | null };
  next: string | null;
  /** so many rows are shown; `bring` is where the first ones come from, for those who may go there */
  count: number;
  bring: string | undefined;
  /** the filters besides the words looked for */
  fields: readonly FilterField[];
  children: React.ReactNode;
};

/** A list of people in pages, with its filters. */
export function PeopleList({ of, title, path, filter, next, count, bring, fields, children }: Props) {
  const t = useTranslations(`people.${of}`);
  const by = useTranslations('people.filter');
  const locale = useLocale();
  const { after, ...conditions } = filter;
  const isEmpty = count === 0 && Object.values(filter).every((value) => value === null || value === '');
  return (
    <>
      <PageHeading title={title} lead={t('lead')} />
      <FilterForm
        title={by('title')}
        action={localePath(locale, path)}
        fields={[
          { kind: 'text', name: 'text', label: by('text'), hint: t('textHint'), maxLength: 120, value: filter.text },
          ...fields,
        ]}
      />
      {isEmpty ? (
        <Notice title={t('none')}>
          {bring && (
            <TextLink href={bring} className="inline-flex min-h-11 items-center">
              {by('bring')}
            </TextLink>
          )}
        </Notice>
      ) : (
        children
      )}
      <Pager
        label={t('pages')}
        previousHref={after && peopleListPath(locale, path, conditions)}
        previous={t('first')}
        nextHref={next && peopleListPath(locale, path, { ...conditions, after: next })}
      />
    </>
  );
}
