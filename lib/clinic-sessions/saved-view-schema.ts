import { z } from 'zod';
import { parseSessionList, sessionListQuery } from './list-schema';

// Lists that a person keeps under a name of their own.

/** So many are still found again; the database takes more. */
export const MOST_VIEWS = 50;
export const VIEW_NAME_LIMIT = 40;
/** What a form may hand in: the address of a list, before it is read. */
const QUERY_LIMIT = 4000;

export type SavedViewListed = { id: string; name: string; query: string };

const name = z
  .string()
  .trim()
  .min(1, { error: 'session-list.problem.name' })
  .refine((given) => [...given].length <= VIEW_NAME_LIMIT, { error: 'session-list.problem.nameLong' })
  .refine((given) => !/[\p{Cc}\p{Cs}]/u.test(given), { error: 'session-list.problem.name' });

/** The list of clinic sessions as it is asked for now; what the list does not know is left out. */
export const saveViewSchema = z.object({
  name,
  query: z
    .string()
    .max(QUERY_LIMIT)
    .transform((given) => sessionListQuery(parseSessionList(Object.fromEntries(new URLSearchParams(given))))),
});

export const renameViewSchema = z.object({ id: z.uuid(), name });
export const removeViewSchema = z.object({ id: z.uuid() });
