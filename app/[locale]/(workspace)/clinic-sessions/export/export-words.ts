import 'server-only';
import { filterLines } from '@/components/session-list/filter-lines';
import { listWordsIn } from '@/components/session-list/list-words';
import type { Actor } from '@/lib/access/actor';
import { getFilterNames } from '@/lib/clinic-sessions/list-choices-queries';
import type { ExportWords } from '@/lib/clinic-sessions/list-export';
import { columnsOf } from '@/lib/clinic-sessions/list-rules';
import type { SessionListRequest } from '@/lib/clinic-sessions/list-schema';
import type { FileLanguage } from '@/lib/i18n/file-language';

/** Everything a file of the list says in words, in a language; also what is said where it cannot be made. */
export async function exportWords(
  actor: Actor,
  request: SessionListRequest,
  { locale, text, instant }: FileLanguage,
): Promise<ExportWords & { unavailable: string; conditions: string }> {
  const catalog = (name: string) => (key: string, values?: Record<string, string | number>) =>
    text(`${name}.${key}`, values);
  const [sessions, list, terms, accounts] = [
    catalog('sessions'),
    catalog('session-list'),
    catalog('terms'),
    catalog('accounts'),
  ];
  const names = await getFilterNames(actor, request.filter);
  const conditions = filterLines(locale, { sessions, list, terms }, request.filter, names);
  return {
    ...listWordsIn(locale, { sessions, list, terms, accounts }),
    heading: (column) => list(`column.${column}`),
    demonstration: { heading: list('export.data'), mark: terms('origin.demonstration') },
    sheet: { rows: list('export.sheet'), about: list('export.about') },
    unavailable: list('export.unavailable'),
    conditions:
      conditions.length > 0
        ? conditions.map(({ label, value }) => list('filter.chip', { label, value })).join(list('filter.semicolon'))
        : list('view.all'),
    about: ({ rows, demonstrationRows, cut, most, madeAt, madeBy }) => [
      [list('export.what'), list('title')],
      [
        list('export.made'),
        list('export.madeText', {
          at: instant(madeAt),
          name: madeBy,
          role: accounts(`role.${actor.role}`),
        }),
      ],
      [list('export.rows'), list(cut ? 'export.rowsCut' : 'export.rowsText', { rows, most })],
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
