import 'server-only';
import { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { moved, requestSubject } from './change-rules';
import { changeRefSchema, profilePartSchema } from './change-schema';
import { moveChange, NOT_FOUND, readChange, STALE } from './change-store';
import { EVIDENCE_BYTES, EVIDENCE_TYPES, evidenceKind, evidenceName } from './evidence-rules';

// The file that proves why a profile should change; it lies in the database, so that every process can give it out.

const PART_BYTES = 256 * 1024;
const refused = (key: 'fileEmpty' | 'fileTooLarge' | 'fileKind'): Err =>
  err({ code: 'INVALID', problems: [{ path: 'file', messageKey: `changes.problem.${key}` }] });

/** Adds the evidence of a request, or puts another in its place, as long as the request is talked about. */
export async function addEvidence(
  actor: Actor,
  input: { id: string; version: string | number },
  file: { name: string; bytes: Buffer },
): Promise<Result<{ version: number }>> {
  const ref = changeRefSchema.safeParse(input);
  if (!mayI(actor, 'update', 'ChangeRequest') || !ref.success) return NOT_FOUND;
  const { bytes } = file;
  return await db().$transaction(async (tx) => {
    const change = await readChange(tx, actor, 'update', { ...ref.data, event: 'addEvidence' });
    if (!change.ok) return change;
    if (bytes.length === 0) return refused('fileEmpty');
    if (bytes.length > EVIDENCE_BYTES) return refused('fileTooLarge');
    const kind = evidenceKind(bytes);
    if (!kind) return refused('fileKind');
    const { id, state } = change.value;
    const fileName = evidenceName(file.name, kind);
    const step = { kind: 'evidence', told: 'evidenceAdded', text: fileName } as const;
    const data = { fileName, contentType: EVIDENCE_TYPES[kind], fileSize: bytes.length };
    const version = await moveChange(tx, actor, change.value, {
      ...{ ...step, data },
      to: moved(state, 'addEvidence') ?? state,
    });
    if (version === null) return STALE;
    await tx.changeEvidencePart.deleteMany({ where: { requestId: id } });
    const parts = Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, number) => ({
      ...{ requestId: id, number },
      bytes: Uint8Array.from(bytes.subarray(number * PART_BYTES, (number + 1) * PART_BYTES)),
    }));
    await tx.changeEvidencePart.createMany({ data: parts });
    return ok({ version });
  });
}

type Evidence = { fileName: string; plainName: string; contentType: string; body: AsyncIterable<Uint8Array> };

/** The evidence of a request in the actor's scope. */
export async function fetchEvidence(actor: Actor, id: string): Promise<Result<Evidence>> {
  // what is no id is nobody's, and the database would not even take some of it
  if (!z.uuid().safeParse(id).success) return NOT_FOUND;
  const request = await db().changeRequest.findFirst({
    where: { AND: [whereFor(actor, 'read', 'ChangeRequest'), { id }] },
    select: {
      ...{ fileName: true, contentType: true, facilityId: true, kind: true, after: true },
      facility: { select: { name: true, districtCode: true, serviceStation: { select: { centreId: true } } } },
    },
  });
  if (!request?.fileName || !request.contentType) return NOT_FOUND;
  const { fileName, contentType, facilityId, facility, kind } = request;
  const subject = requestSubject(kind, profilePartSchema.parse(request.after));
  const { name: label, districtCode, serviceStation } = facility;
  await db().$transaction((tx) =>
    writeAudit(tx, actor, {
      event: `${subject}.evidenceRead`,
      object: { type: 'ChangeRequest', id, label },
      scope: { districtCode, centreId: serviceStation?.centreId ?? facilityId },
    }),
  );
  const plainName = `evidence.${fileName.split('.').at(-1) ?? ''}`;
  return ok({ fileName, plainName, contentType, body: partsOf(id) });
}

async function* partsOf(requestId: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const part = await db().changeEvidencePart.findUnique({ where: { requestId_number: { requestId, number } } });
    if (!part) return;
    yield part.bytes;
  }
}
