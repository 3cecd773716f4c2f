import 'server-only';
import { LRUCache } from 'lru-cache';
import type { CivilDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { type CentreStructure, readStructures } from './structure-sql';

/** Days whose structures are kept: a dashboard asks for three, and periods are few. */
const KEPT_DAYS = 60;

const kept = new LRUCache<string, Promise<readonly CentreStructure[]>>({ max: KEPT_DAYS });

/**
 * What every centre has on a day, kept for as long as nothing that residents can read has changed. Everybody shares the
 * rows; they are not to be changed.
 */
export async function structuresOn(day: CivilDate): Promise<readonly CentreStructure[]> {
  const { version } = await db().directoryVersion.findUniqueOrThrow({ where: { id: 1 }, select: { version: true } });
  const key = `${version}/${day}`;
  const known = kept.get(key);
  if (known) return await known;
  const reading = readStructures(db(), day);
  kept.set(key, reading);
  // a failure is not kept, and is told where it is awaited
  reading.catch(() => kept.delete(key));
  return await reading;
}
