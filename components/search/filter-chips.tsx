import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

export type FilterChip = { key: string; label: string; removeHref: string };

/** The filters in force; each is a link to the same search without it. */
export function FilterChips({ chips, clearHref }: { chips: readonly FilterChip[]; clearHref: string }) {
  const t = useTranslations('search.filters');
  if (chips.length === 0) return null;
  return (
    <nav aria-label={t('active')} className="no-print mt-3">
      <ul className="flex flex-wrap gap-2">
        {chips.map((chip) => (
          <li key={chip.key}>
            <a
              href={chip.removeHref}
              aria-label={t('remove', { filter: chip.label })}
              className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-accent bg-accent-soft px-4 py-1 text-sm text-accent no-underline hover:underline"
            >
              {chip.label}
              <Icon name="close" className="size-[1em]" />
            </a>
          </li>
        ))}
        {chips.length > 1 && (
          <li>
            <a href={clearHref} className="inline-flex min-h-11 items-center px-2 text-sm text-link">
              {t('clear')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
