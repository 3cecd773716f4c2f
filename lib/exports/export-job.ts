import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { actorOfGrant } from '@/lib/auth/grant-actor';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import { type FileLanguage, fileLanguage } from '@/lib/i18n/file-language';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import type { Job, JobRun } from '@/lib/jobs/job';
import { log } from '@/lib/log/logger';
import type { ExportKind } from './file-schema';
import type { MadeFile } from './schema';

// Makes the files that were asked for, one at a time in a process, and puts them into the database piece by piece. The
// queue may run it twice; only the latest try writes.

/** Tells how far a file is: rows or reports, and of how many. */
export type Progress = (done: number, total: number | null) => void;

/** Makes a file of a kind; null when what was asked for is no longer the actor's to take out. */
export type ExportMaker = (
  actor: Actor,
  query: string,
  language: FileLanguage,
  progress: Progress,
) => Promise<MadeFile | null>;
export type ExportMakers = Readonly<Record<ExportKind, ExportMaker>>;

/** A piece of a file; what is read from the database at once while it is sent. */
const PIECE_BYTES = 1_048_576;
const MOST_ATTEMPTS = 3;

/** Thrown when a file is not wanted any longer, or another try has taken it over. */
class Stopped extends Error {}

/** The job that makes files; what there is to make stands in the table of files. */
export function exportJob(makers: ExportMakers): Job {
  return {
    name: 'exports',
    dailyAtMinute: null,
    limitMinutes: 30,
    asked: async () =>
      (
        await db().exportFile.findMany({
          where: { state: 'queued' },
          orderBy: { requestedAt: 'asc' },
          select: { id: true },
          take: 100,
        })
      ).map(({ id }) => id),
    run: async (run) => await makeExport(run, makers),
  };
}

/**
 * Makes one file.
 * @param run its id is the file's
 * @throws what went wrong, as long as another try may do better, and when the process ends
 */
export async function makeExport({ id, signal }: JobRun, makers: ExportMakers): Promise<void> {
  const file = await beginAttempt(id);
  if (!file) return;
  const { attempt, kind, query, accountId, grantId } = file;
  try {
    const actor = await actorOfGrant(accountId, grantId, `export-${id}`);
    const language = await fileLanguage(isLocale(file.locale) ? file.locale : DEFAULT_LOCALE);
    let told: { done: number; total: number | null } = { done: 0, total: null };
    const made =
      actor &&
      (await makers[kind](actor, query, language, (done, total) => {
        told = { done, total };
      }));
    if (!made) {
      await finish(id, attempt, { state: 'failed' });
      return;
    }
    const size = await keepPieces(id, attempt, made, signal, () => told);
    const { fileName, plainName, contentType } = made;
    await finish(id, attempt, {
      ...{ state: 'done', fileName, plainName, contentType, size },
      ...{ progress: told.done, total: told.total },
    });
  } catch (problem) {
    if (problem instanceof Stopped) {
      await db().exportFilePart.deleteMany({ where: { exportId: id, attempt } });
      return;
    }
    if (signal.aborted || attempt < MOST_ATTEMPTS) throw problem;
    log.error({ err: problem, export: id }, 'a file could not be made');
    await finish(id, attempt, { state: 'failed' });
  }
}

async function beginAttempt(id: string) {
  return await db().$transaction(async (tx) => {
    const { count } = await tx.exportFile.updateMany({
      where: { id, state: { in: ['queued', 'running'] } },
      data: { state: 'running', attempt: { increment: 1 }, progress: 0 },
    });
    if (count === 0) return null;
    await tx.exportFilePart.deleteMany({ where: { exportId: id } });
    return await tx.exportFile.findUniqueOrThrow({ where: { id } });
  });
}

/** Writes the pieces as they come; each says how far the file is, and learns whether it is still wanted. */
async function keepPieces(
  exportId: string,
  attempt: number,
  { body }: MadeFile,
  signal: AbortSignal,
  told: () => { done: number; total: number | null },
): Promise<number> {
  let [number, size] = [0, 0];
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const keep = async () => {
    const bytes = Buffer.concat(waiting);
    [waiting, waitingBytes] = [[], 0];
    const { done, total } = told();
    await db().$transaction(async (tx) => {
      const { count } = await tx.exportFile.updateMany({
        where: { id: exportId, attempt, state: 'running' },
        data: { progress: done, total },
      });
      if (count === 0) throw new Stopped();
      if (bytes.length > 0) await tx.exportFilePart.create({ data: { exportId, attempt, number, bytes } });
    });
    if (bytes.length > 0) number += 1;
    size += bytes.length;
  };
  let seen = performance.now();
  for await (const piece of body) {
    signal.throwIfAborted();
    for (let at = 0; at < piece.length; at += PIECE_BYTES) {
      const part = piece.subarray(at, at + PIECE_BYTES);
      if (waitingBytes + part.length > PIECE_BYTES) await keep();
      waiting.push(part);
      waitingBytes += part.length;
    }
    // a file that packs well fills no piece for long; its progress is told all the same
    const instant = performance.now();
    if (instant - seen > 1000) {
      seen = instant;
      await keep();
    }
  }
  await keep();
  return size;
}

async function finish(
  id: string,
  attempt: number,
  data:
    | { state: 'failed' }
    | ({ state: 'done'; size: number; progress: number; total: number | null } & Omit<MadeFile, 'body'>),
): Promise<void> {
  const { count } = await db().exportFile.updateMany({
    where: { id, attempt, state: 'running' },
    data: { ...data, finishedAt: now() },
  });
  if (count === 0) throw new Stopped();
  if (data.state === 'failed') await db().exportFilePart.deleteMany({ where: { exportId: id } });
}
