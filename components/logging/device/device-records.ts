import type { SessionValues } from '@/components/logging/session-values';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import type { SubmitClinicSession } from '@/lib/clinic-sessions/schema';
import type { FieldProblem } from '@/lib/core/errors';

// The records that a device keeps, as they lie in its database.

/** What a list says of a record without opening it. */
export type SlotLabel = { clinicName: string; clinicNameEn: string };

type Kept = { owner: string; slot: string; label: SlotLabel };

/** What was typed and not sent. */
export type Draft = Kept & {
  values: SessionValues;
  /** the version it was written against; null for a first one */
  version: number | null;
  /** an instant in ISO 8601 */
  at: string;
};

/** Why a record that was sent did not go through. The first two wait for the person, the others for a decision. */
export type SendingProblem =
  | { kind: 'signedOut' | 'otherRole' }
  | { kind: 'conflict' }
  | { kind: 'refused'; messageKey: string | null }
  | { kind: 'invalid'; problems: readonly FieldProblem[] };

/** A record on its way to the server. */
export type OutboxEntry = Kept & {
  submission: SubmitClinicSession;
  /** the form it was typed in, to go on from */
  values: SessionValues;
  /** waiting: is sent at the next occasion; attention: needs a person; sent: the server has it */
  state: 'waiting' | 'attention' | 'sent';
  problem: SendingProblem | null;
  /** the version under which the server has it; null before */
  storedVersion: number | null;
  at: string;
};

/** A form that was fetched ahead. */
export type KeptForm = Omit<Kept, 'label'> & { form: SessionForm; at: string };

/** A clinic, date and half-day in one word. */
export function slotKey({ clinicId, date, half }: { clinicId: string; date: string; half: string }): string {
  return `${clinicId}/${date}/${half}`;
}

/** The parts of a slot's word; null when it is none. */
export function slotOf(key: string): { clinicId: string; date: string; half: string } | null {
  const [clinicId, date, half] = key.split('/');
  return clinicId && date && half ? { clinicId, date, half } : null;
}
