'use client';

import { useCallback, useEffect, useState } from 'react';
import { onChange } from '@/components/logging/device/changes';
import type { Draft, OutboxEntry } from '@/components/logging/device/device-records';
import { listDrafts } from '@/components/logging/device/drafts';
import { listOutbox } from '@/components/logging/device/outbox';

export type DeviceRecords = { drafts: readonly Draft[]; outbox: readonly OutboxEntry[] };

const NOTHING: DeviceRecords = { drafts: [], outbox: [] };

/** What this device keeps for an owner, always as it stands; nothing where the browser keeps nothing. */
export function useDeviceRecords(owner: string | null): DeviceRecords {
  const [records, setRecords] = useState(NOTHING);
  const load = useCallback(async () => {
    if (owner === null) return setRecords(NOTHING);
    const [drafts, outbox] = await Promise.all([listDrafts(owner), listOutbox(owner)]);
    setRecords({ drafts, outbox });
  }, [owner]);
  useEffect(() => {
    // a browser that keeps nothing has nothing to show
    const show = () => void load().catch(() => setRecords(NOTHING));
    show();
    return onChange(show);
  }, [load]);
  return records;
}
