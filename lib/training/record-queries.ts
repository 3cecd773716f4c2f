import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import { typedCode } from './code-rules';
import { type ServiceRecordSeen, serviceContentSchema } from './record-schema';

/** A service record of the actor's scope, to be printed; null for anybody else. */
export async function getServiceRecord(actor: Actor, text: string): Promise<ServiceRecordSeen | null> {
  const code = typedCode(text);
  if (!code) return null;
  const row = await db().serviceRecord.findFirst({
    where: { AND: [whereFor(actor, 'read', 'ServiceRecord'), { code }] },
    select: { code: true, content: true },
  });
  return row && { code: row.code, content: serviceContentSchema.parse(row.content) };
}
