import 'server-only';
import { db } from '@/lib/db/client';

/** True as soon as the network that was loaded is a demonstration. */
export async function isDemonstration(): Promise<boolean> {
  return (await db().jointClinic.findFirst({ where: { origin: 'demonstration' }, select: { id: true } })) !== null;
}
