import type { FilterNames, SessionFilter } from '@/lib/clinic-sessions/list-schema';
import { inLocale, type Locale } from '@/lib/i18n/locales';
import type { ListCatalogs } from './list-words';

type Name = keyof SessionFilter;
/** One condition in words: what it is about, and what must hold. */
export type FilterLine = { name: Name; label: string; value: string };

/** The conditions that are set, in words; places and people by the names the reader may see. */
export function filterLines(
  locale: Locale,
  { sessions, list, terms }: Pick<ListCatalogs, 'sessions' | 'list' | 'terms'>,
  filter: SessionFilter,
  names: FilterNames,
): FilterLine[] {
  const named = (name: keyof FilterNames) => {
    const found = names[name];
    return found ? inLocale(locale, found.name, found.nameEn) : (filter[name] ?? '');
  };
  const { state, held, alliance } = filter;
  const values: { [Key in Name]?: string } = {
    text: filter.text,
    state: state?.map((one) => sessions(`stateShort.${one}`)).join(list('comma')),
    held: held && heldText(held, sessions, list),
    from: filter.from,
    to: filter.to,
    alliance: alliance && terms(`allianceFull.${alliance}`),
    district: named('district'),
    centre: named('centre'),
    clinic: named('clinic'),
    expert: named('expert'),
    trainee: named('trainee'),
    late: filter.late ? list('filter.yes') : undefined,
    extra: filter.extra ? list('filter.yes') : undefined,
  };
  return (Object.entries(values) as [Name, string | undefined][]).flatMap(([name, value]) =>
    value ? [{ name, label: list(`filter.${name}`), value }] : [],
  );
}

type Translate = ListCatalogs['list'];

function heldText(held: NonNullable<SessionFilter['held']>, sessions: Translate, list: Translate): string {
  if (held === 'held') return sessions('held.true');
  return held === 'not_held'
    ? list('filter.notHeld')
    : list('filter.notHeldBecause', { reason: sessions(`notHeldReason.${held}`) });
}
