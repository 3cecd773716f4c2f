import { useLocale, useTranslations } from 'next-intl';
import type { ListWords } from '@/lib/clinic-sessions/list-rules';
import { inLocale, type Locale } from '@/lib/i18n/locales';

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The catalogs that the words of a list are taken from. */
export type ListCatalogs = { sessions: Translate; list: Translate; terms: Translate; accounts: Translate };

/** What stands in the cells of the list, in a language; pages and files take it from the same catalogs. */
export function listWordsIn(locale: Locale, { sessions, list, terms, accounts }: ListCatalogs): ListWords {
  return {
    name: ({ name, nameEn }) => inLocale(locale, name, nameEn),
    half: (half) => terms(`half.${half}`),
    state: (state) => sessions(`stateShort.${state}`),
    held: sessions('held.true'),
    notHeld: (reason) => list('notHeld', { reason: sessions(`notHeldReason.${reason ?? 'other'}`) }),
    presence: (presence) => sessions(`presence.${presence}`),
    mode: (mode) => sessions(`mode.${mode}`),
    trainee: (name, part) => list('trainee', { name, part: sessions(`part.${part}`) }),
    comma: list('comma'),
    late: sessions('late.true'),
    extra: sessions('planned.false'),
    confirmer: (name, as) => (as ? list('confirmer', { name, role: accounts(`role.${as}`) }) : name),
  };
}

/** The words of the cells in the reader's language. */
export function useListWords(): ListWords {
  const sessions = useTranslations('sessions');
  const list = useTranslations('session-list');
  const terms = useTranslations('terms');
  const accounts = useTranslations('accounts');
  return listWordsIn(useLocale(), { sessions, list, terms, accounts });
}
