import type { Option, OptionGroup } from '@/components/ui/option-markup';
import type { ScopeChoices } from '@/lib/auth/views-schema';
import { inLocale, type Locale } from '@/lib/i18n/locales';

/** Places and people as the choices of a select, in a language. */
export function scopeOptions(locale: Locale, groups: ScopeChoices): (Option | OptionGroup)[] {
  return groups.flatMap(({ group, choices }): (Option | OptionGroup)[] => {
    const options = choices.map(({ value, name, nameEn }) => ({ value, label: inLocale(locale, name, nameEn) }));
    const label = inLocale(locale, group.name, group.nameEn);
    return label ? [{ label, options }] : options;
  });
}
