import 'server-only';
import { randomUUID } from 'node:crypto';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { CSV_START, csvLine } from '@/lib/core/csv';
import { dateInShanghai } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { isUnreachable } from '@/lib/db/unreachable';
import { definedOf } from './queries';
import { conditionOf, orderOf, readEntries } from './read-entries';
import type { AuditEntry, AuditFilter, FieldChange } from './schema';
import { writeAudit } from './write-audit';

const BATCH = 500;

export const AUDIT_EXPORT_COLUMNS = [
  'seq',
  'at',
  'actor',
  'role',
  'accountId',
  'event',
  'objectType',
  'objectId',
  'objectLabel',
  'districtCode',
  'centreId',
  'allianceCode',
  'before',
  'after',
  'reason',
  'requestId',
] as const;

export type AuditExportColumn = (typeof AUDIT_EXPORT_COLUMNS)[number];

/** The words of the reader's language. */
export type AuditWords = {
  heading(column: AuditExportColumn): string;
  event(name: string): string;
  objectType(type: string): string;
  role(role: string): string;
  system(system: string): string;
};

export type AuditExport = { fileName: string; lines: AsyncGenerator<string, void, undefined> };

/**
 * Every event of a filter inside the actor's scope as the lines of a CSV file, newest first, up to the moment of the
 * call; read in batches while it is sent. That it was made is recorded before the first line.
 * @returns NOT_FOUND for whoever may not export the trail, UNAVAILABLE without the database
 */
export async function exportAuditEvents(
  actor: Actor,
  filter: AuditFilter,
  words: AuditWords,
): Promise<Result<AuditExport>> {
  if (!mayI(actor, 'export', 'AuditEvent')) return err({ code: 'NOT_FOUND' });
  try {
    const upTo = await db().$transaction(async (tx) => {
      const { seq } = await tx.auditHead.findUniqueOrThrow({ where: { id: 1 }, select: { seq: true } });
      await writeAudit(tx, actor, {
        event: 'export.made',
        object: { type: 'Export', id: randomUUID(), label: 'AuditEvent' },
        after: { filter: definedOf(filter), format: 'csv', upTo: Number(seq) },
      });
      return Number(seq);
    });
    const fileName = `audit-${dateInShanghai(now())}.csv`;
    return ok({ fileName, lines: exportLines(actor, filter, words, upTo) });
  } catch (problem) {
    if (isUnreachable(problem)) return err({ code: 'UNAVAILABLE', retryAfterSeconds: 60 });
    throw problem;
  }
}

async function* exportLines(actor: Actor, filter: AuditFilter, words: AuditWords, upTo: number) {
  const asked = await conditionOf(db(), filter);
  const where = { AND: [whereFor(actor, 'export', 'AuditEvent'), asked, { seq: { lte: upTo } }] };
  yield CSV_START + csvLine(AUDIT_EXPORT_COLUMNS.map(words.heading));
  let cursor: number | undefined;
  for (;;) {
    const entries = await readEntries(db(), where, { order: orderOf(filter), cursor, take: BATCH });
    if (entries.length > 0) yield entries.map((entry) => lineOf(entry, words)).join('');
    const last = entries.at(-1);
    if (!last || entries.length < BATCH) return;
    cursor = last.seq;
  }
}

function sideOf(changes: FieldChange[], side: 'before' | 'after'): string | null {
  const told = changes.filter((change) => change[side] !== null);
  return told.length > 0 ? told.map((change) => `${change.field}: ${change[side]}`).join('\n') : null;
}

function lineOf({ seq, at, actor, event, object, scope, changes, reason, requestId }: AuditEntry, words: AuditWords) {
  const person = actor.kind === 'person' ? actor : null;
  const cells: Record<AuditExportColumn, string | number | null> = {
    seq,
    at,
    actor: actor.kind === 'person' ? actor.name : words.system(actor.system),
    role: person && words.role(person.role),
    accountId: person?.accountId ?? null,
    event: words.event(event),
    objectType: words.objectType(object.type),
    objectId: object.id,
    objectLabel: object.label,
    districtCode: scope.districtCode,
    centreId: scope.centreId,
    allianceCode: scope.allianceCode,
    before: sideOf(changes, 'before'),
    after: sideOf(changes, 'after'),
    reason,
    requestId,
  };
  return csvLine(AUDIT_EXPORT_COLUMNS.map((column) => cells[column]));
}
