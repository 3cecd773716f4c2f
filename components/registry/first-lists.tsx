import { useLocale, useTranslations } from 'next-intl';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { RegistryListRow } from './list-groups';
import { firstLists } from './list-groups';
import { listPath } from './registry-paths';

/** In which order an empty portal takes its lists in; nothing once each of those that carry the others has entries. */
export function FirstLists({ lists }: { lists: readonly RegistryListRow[] }) {
  const t = useTranslations('registry');
  const locale = useLocale();
  const first = firstLists(lists);
  if (first.length === 0) return null;
  return (
    <Section id="first" title={t('first.title')}>
      <p className="mb-3 max-w-prose text-ink-soft">{t('first.note')}</p>
      <ol className="list-decimal ps-8">
        {first.map(({ name, entries }) => (
          <li key={name}>
            <TextLink
              href={`${listPath(locale, name)}#bring`}
              className="inline-flex min-h-11 items-center senior:min-h-12"
            >
              {t(`list.${name}.name`)}
            </TextLink>{' '}
            <span className="text-ink-soft text-sm tabular-nums">{t('lists.count', { count: entries })}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
