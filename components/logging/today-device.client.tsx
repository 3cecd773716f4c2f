'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import type { DueSession } from '@/lib/clinic-sessions/views-schema';
import { keepFormsReady } from './device/keep-ready';
import { rememberClerk } from './device/present-clerk';
import { sendWaiting } from './device/sending';
import { startWorker } from './device/worker-registration';
import { DeviceList } from './device-list';
import { useDeviceRecords } from './use-device-records.client';

type Props = { owner: string; displayName: string; due: readonly DueSession[] };

/** On Today: what lies on this device, and everything that gets the device ready for the time without a network. */
export function TodayDevice({ owner, displayName, due }: Props) {
  const t = useTranslations('logging.device');
  const locale = useLocale();
  const router = useRouter();
  const records = useDeviceRecords(owner);
  const [arrived, setArrived] = useState(0);

  const send = async () => {
    const sent = await sendWaiting();
    if (sent === 0) return;
    setArrived((before) => before + sent);
    // what has arrived is due no more
    router.refresh();
  };
  const begin = useEffectEvent(async () => {
    await send();
    await startWorker(locale);
  });
  const sendAgain = useEffectEvent(() => void send().catch(() => undefined));

  useEffect(() => {
    const keep = async () => {
      const senior = document.documentElement.hasAttribute('data-senior');
      await rememberClerk({ owner, displayName, senior, due });
      await keepFormsReady(owner, due);
    };
    void keep().catch(() => undefined);
  }, [owner, displayName, due]);
  useEffect(() => {
    // a browser that keeps nothing works as long as there is a network
    void begin().catch(() => undefined);
    const online = () => sendAgain();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, []);

  return (
    <div data-needs-script="now" className="mb-6">
      <div aria-live="polite">{arrived > 0 && <Notice kind="success">{t('arrived', { count: arrived })}</Notice>}</div>
      <DeviceList records={records} withSent={false} onSendNow={() => void send().catch(() => undefined)} />
    </div>
  );
}
