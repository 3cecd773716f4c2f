import { useLocale, useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/text-link';
import type { RegistryListRow } from './list-groups';
import { filePath, listPath } from './registry-paths';

type Way = { key: 'template' | 'export' | 'import'; icon: IconName; href: string };

/** Lists one below the other: what each holds, how much, and the files that go in and out. */
export function ListCards({ lists }: { lists: readonly RegistryListRow[] }) {
  const t = useTranslations('registry');
  const locale = useLocale();
  const waysOf = ({ name, mayImport }: RegistryListRow): Way[] => {
    const out: Way = { key: 'export', icon: 'download', href: filePath(locale, { list: name, what: 'list' }) };
    if (!mayImport) return [out];
    return [
      { key: 'template', icon: 'download', href: filePath(locale, { list: name, what: 'template' }) },
      out,
      { key: 'import', icon: 'arrowRight', href: `${listPath(locale, name)}#bring` },
    ];
  };
  return (
    <ul className="rounded-xl border border-line bg-surface">
      {lists.map((list) => {
        const name = t(`list.${list.name}.name`);
        return (
          <li
            key={list.name}
            className="grid gap-x-6 gap-y-1 border-b border-line px-4 py-3 last:border-b-0 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-center senior:grid-cols-1"
          >
            <div>
              <p className="flex flex-wrap items-baseline gap-x-3">
                <TextLink
                  href={listPath(locale, list.name)}
                  className="inline-flex min-h-11 items-center font-medium senior:min-h-12"
                >
                  {name}
                </TextLink>
                <span className="text-sm text-ink-soft tabular-nums">{t('lists.count', { count: list.entries })}</span>
              </p>
              <p className="text-sm text-ink-soft">{t(`list.${list.name}.description`)}</p>
            </div>
            <p className="flex flex-wrap gap-x-5">
              {waysOf(list).map(({ key, icon, href }) => (
                <a
                  key={key}
                  href={href}
                  aria-label={t(`lists.${key}Named`, { list: name })}
                  className="text-link inline-flex min-h-11 items-center gap-1.5 senior:min-h-12"
                >
                  <Icon name={icon} />
                  {t(`lists.${key}`)}
                </a>
              ))}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
