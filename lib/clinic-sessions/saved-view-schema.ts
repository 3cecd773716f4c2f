import { z } from 'zod';
import { parseSessionList, sessionListQuery } from './list-schema';

// Lists and dashboards that a person keeps under a name of their own.

/** So many are still found again; the database takes more. */
export const MOST_VIEWS = 50;
export const VIEW_NAME_LIMIT = 40;
/** What a form may hand in: the address of a list, before it is read. */
const QUERY_LIMIT = 4000;

/** The lists that have views. */
export const SAVED_LISTS = ['clinic-sessions', 'dashboard'] as const;
export type SavedList = (typeof SAVED_LISTS)[number];

export type SavedViewListed = { id: string; list: SavedList; name: string; query: string };

const name = z
  .string()
  .trim()
  .min(1, { error: 'session-list.problem.name' })
  .refine((given) => [...given].length <= VIEW_NAME_LIMIT, { error: 'session-list.problem.nameLong' })
  .refine((given) => !/[\p{Cc}\p{Cs}]/u.test(given), { error: 'session-list.problem.name' });

const given = z.string().max(QUERY_LIMIT);

/** What is kept of each list as it is asked for now: an address of the portal's own pages, and nothing else. */
const QUERIES: Record<SavedList, z.ZodType<string, string>> = {
  // what the list does not know is left out
  'clinic-sessions': given.transform((text) =>
    sessionListQuery(parseSessionList(Object.fromEntries(new URLSearchParams(text)))),
  ),
  // a page below the dashboards with its choices: `districts/310101?period=2026-Q3`
  dashboard: given
    .max(500, { error: 'session-list.problem.page' })
    .regex(/^[a-z]+(\/[\w-]{1,63})?(\?[\w.%&=:+-]*)?$/, { error: 'session-list.problem.page' }),
};

/** A view of a list, before it is kept. */
export const saveViewSchema = (list: SavedList) => z.object({ name, query: QUERIES[list] });

export const renameViewSchema = z.object({ id: z.uuid(), name });
export const removeViewSchema = z.object({ id: z.uuid() });
