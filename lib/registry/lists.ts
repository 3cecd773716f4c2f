import 'server-only';
import { CENTRES } from './centres-list';
import type { List } from './list';
import type { ListName } from './schema';
import { STATIONS } from './stations-list';

/** Every list by its name. */
export const LISTS: Readonly<Record<ListName, List>> = { centres: CENTRES, stations: STATIONS };
