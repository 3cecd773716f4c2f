'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type OutboxEntry, slotKey } from '@/components/logging/device/device-records';
import { dropDraft, findDraft, keepDraft } from '@/components/logging/device/drafts';
import { findInOutbox } from '@/components/logging/device/outbox';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { firstValues, isOfPage, type SessionValues, sameValues, typedOnly } from './session-values';

const PAUSE_MS = 150;

type Given = {
  form: SessionForm;
  owner: string;
  /** what stands in the form at the moment */
  read: () => SessionValues;
  /** something was typed in this form before, and kept or sent from this device */
  onFound: (values: SessionValues, from: { unsent: OutboxEntry | null; version: number | null }) => void;
};

/** What was found on the device when the form was opened: a draft, or a record that has not arrived. */
export type FoundOnDevice = { kind: 'draft' | 'unsent'; at: string; stale: boolean };

/** Keeps on the device what is typed, as it is typed, and brings it back. */
export function useDraft({ form, owner, read, onFound }: Given) {
  const [found, setFound] = useState<FoundOnDevice | null>(null);
  const [kept, setKept] = useState(false);
  const pending = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stopped = useRef(false);
  const slot = slotKey({ clinicId: form.clinic.id, date: form.date, half: form.half });
  const version = form.record?.version ?? null;

  const store = async () => {
    pending.current = null;
    if (stopped.current) return;
    const values = read();
    const label = { clinicName: form.clinic.name, clinicNameEn: form.clinic.nameEn };
    const asFirst = sameValues(typedOnly(values), typedOnly(firstValues(form)));
    if (asFirst) await dropDraft(owner, slot);
    else await keepDraft({ owner, slot, label, values, version, at: new Date().toISOString() });
    setKept(!asFirst);
  };
  const storeNow = useEffectEvent(() => {
    if (pending.current === null) return;
    clearTimeout(pending.current);
    // a browser that keeps nothing cannot keep this either
    void store().catch(() => undefined);
  });

  const restore = useEffectEvent(async () => {
    const [draft, entry] = await Promise.all([findDraft(owner, slot), findInOutbox(owner, slot)]);
    const unsent = entry && entry.state !== 'sent' ? entry : null;
    const latest = draft && (!unsent || draft.at > unsent.at) ? draft : unsent;
    if (!latest) return;
    const wroteAgainst = latest === unsent ? unsent.submission.version : (draft?.version ?? null);
    // what was typed since the page came is newer than what was kept
    const first = firstValues(form);
    const newer = Object.entries(read()).filter(([name, text]) => text !== (first[name] ?? ''));
    setFound({ kind: latest === unsent ? 'unsent' : 'draft', at: latest.at, stale: wroteAgainst !== version });
    onFound(
      { ...latest.values, ...Object.fromEntries(newer.filter(([name]) => !isOfPage(name))) },
      { unsent: latest === unsent ? unsent : null, version: wroteAgainst },
    );
  });

  useEffect(() => {
    void restore().catch(() => undefined);
    const leaving = () => storeNow();
    document.addEventListener('visibilitychange', leaving);
    window.addEventListener('pagehide', leaving);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      window.removeEventListener('pagehide', leaving);
    };
  }, []);

  return {
    slot,
    found,
    /** what stands in the form lies on the device */
    kept,
    /** keeps what was typed, in a moment */
    keep: () => {
      stopped.current = false;
      setKept(false);
      if (pending.current !== null) clearTimeout(pending.current);
      pending.current = setTimeout(() => void store().catch(() => undefined), PAUSE_MS);
    },
    /** the record is on its way: what was typed is no draft any more */
    stop: () => {
      stopped.current = true;
    },
    /** forgets the draft */
    discard: async () => {
      stopped.current = true;
      setFound(null);
      await dropDraft(owner, slot);
    },
  };
}
