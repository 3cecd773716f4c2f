import 'server-only';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';

// The one place where a facility is closed for good by a request.

type Ending = {
  id: string;
  day: CivilDate;
  mergedInto?: string;
  successors?: readonly string[];
  /** what the request says, and who approved it */
  reason: string;
  by: string | null;
};

/**
 * Closes a facility since a day; whoever asks for it afterwards is told who took over. The step that a station's history
 * takes by itself gets the request's reason and hand.
 */
export async function closeFacility(
  tx: Prisma.TransactionClient,
  { id, day, mergedInto, successors = [], reason, by }: Ending,
): Promise<void> {
  await tx.$queryRaw`SELECT set_config('app.step_reason', ${reason}, true), set_config('app.step_by', ${by ?? ''}, true)`;
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
  // what else this transaction moves has its own reasons
  await tx.$queryRaw`SELECT set_config('app.step_reason', '', true), set_config('app.step_by', '', true)`;
}
