import 'server-only';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';

// The one place where a facility is closed for good by a request.

type Ending = { id: string; day: CivilDate; mergedInto?: string; successors?: readonly string[] };

/** Closes a facility since a day; whoever asks for it afterwards is told who took over. */
export async function closeFacility(
  tx: Prisma.TransactionClient,
  { id, day, mergedInto, successors = [] }: Ending,
): Promise<void> {
  await tx.facility.update({
    where: { id },
    data: { status: 'closed', version: { increment: 1 } },
    select: { id: true },
  });
  await tx.facilityClosing.create({
    data: {
      ...{ facilityId: id, closedOn: toDbDate(day), mergedInto },
      successors: { create: successors.map((successorId) => ({ successorId })) },
    },
    select: { facilityId: true },
  });
}
