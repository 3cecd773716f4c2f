import { type SessionValues, sameValues } from '@/components/logging/session-values';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import type { SessionContent } from '@/lib/clinic-sessions/schema';
import { type OutboxEntry, slotKey } from './device-records';
import { dropDraft } from './drafts';
import { findInOutbox, putInOutbox } from './outbox';
import { sendWaiting } from './sending';
import { sendLater } from './worker-registration';

type Typed = {
  owner: string;
  form: Pick<SessionForm, 'clinic' | 'date' | 'half'>;
  values: SessionValues;
  content: SessionContent;
  /** the version it replaces; null for a first one */
  version: number | null;
  /** made for this visit of the page */
  submissionId: string;
};

/**
 * Puts a record on its way and tries to send it: it lies on the device before anything leaves it.
 * @returns the record as it then stands: sent, waiting, or in need of attention
 */
export async function submitRecord({
  owner,
  form,
  values,
  content,
  version,
  submissionId,
}: Typed): Promise<OutboxEntry> {
  const { clinic, date, half } = form;
  const slot = slotKey({ clinicId: clinic.id, date, half });
  const before = await findInOutbox(owner, slot);
  const repeated = before !== null && before.submission.version === version && sameValues(before.values, values);
  const used = before?.submission.submissionId === submissionId;
  const entry: OutboxEntry = {
    owner,
    slot,
    label: { clinicName: clinic.name, clinicNameEn: clinic.nameEn },
    submission: {
      // the same again is the same submission; something else is another one, whatever became of the first
      submissionId: repeated ? before.submission.submissionId : used ? crypto.randomUUID() : submissionId,
      clinicId: clinic.id,
      date,
      half,
      version,
      content,
    },
    values,
    state: 'waiting',
    problem: null,
    storedVersion: null,
    at: new Date().toISOString(),
  };
  await putInOutbox(entry);
  await dropDraft(owner, slot);
  await sendWaiting();
  const now = (await findInOutbox(owner, slot)) ?? { ...entry, state: 'sent' };
  if (now.state === 'waiting') await sendLater();
  return now;
}
