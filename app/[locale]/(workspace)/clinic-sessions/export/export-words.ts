import 'server-only';
import { getFormatter, getTranslations } from 'next-intl/server';
import { filterLines } from '@/components/session-list/filter-lines';
import { listWordsIn } from '@/components/session-list/list-words';
import type { Actor } from '@/lib/access/actor';
import { getFilterNames } from '@/lib/clinic-sessions/list-choices-queries';
import { type ExportWords, MOST_EXPORTED } from '@/lib/clinic-sessions/list-export';
import { columnsOf } from '@/lib/clinic-sessions/list-rules';
import type { SessionListRequest } from '@/lib/clinic-sessions/list-schema';
import type { Locale } from '@/lib/i18n/locales';

/** Everything a file of the list says in words, in a language; also what is said where it cannot be made. */
export async function exportWords(
  actor: Actor,
  request: SessionListRequest,
  locale: Locale,
): Promise<ExportWords & { unavailable: string }> {
  const translate = async (namespace: 'sessions' | 'session-list' | 'terms' | 'accounts') =>
    await getTranslations({ locale, namespace });
  const [sessions, list, terms, accounts, format, names] = await Promise.all([
    translate('sessions'),
    translate('session-list'),
    translate('terms'),
    translate('accounts'),
    getFormatter({ locale }),
    getFilterNames(actor, request.filter),
  ]);
  const conditions = filterLines(locale, { sessions, list, terms }, request.filter, names);
  return {
    ...listWordsIn(locale, { sessions, list, terms, accounts }),
    heading: (column) => list(`column.${column}`),
    demonstration: { heading: list('export.data'), mark: terms('origin.demonstration') },
    sheet: { rows: list('export.sheet'), about: list('export.about') },
    unavailable: list('export.unavailable'),
    about: ({ rows, demonstrationRows, cut, madeAt, madeBy }) => [
      [list('export.what'), list('title')],
      [
        list('export.made'),
        list('export.madeText', {
          at: format.dateTime(madeAt, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' }),
          name: madeBy,
          role: accounts(`role.${actor.role}`),
        }),
      ],
      [list('export.rows'), list(cut ? 'export.rowsCut' : 'export.rowsText', { rows, most: MOST_EXPORTED })],
      [list('export.order'), list('export.orderText')],
      ...(demonstrationRows > 0
        ? [[list('export.data'), list('export.demonstration', { rows: demonstrationRows })] as const]
        : []),
      [list('export.conditions'), conditions.length > 0 ? '' : list('view.all')],
      ...conditions.map(({ label, value }) => [label, value] as const),
      [list('export.columns'), ''],
      ...columnsOf(request).map((column) => [list(`column.${column}`), list(`definition.${column}`)] as const),
    ],
  };
}
