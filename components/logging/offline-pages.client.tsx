'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { localePath } from '@/lib/i18n/locales';
import { slotKey } from './device/device-records';
import { findForm } from './device/kept-forms';
import { type PresentClerk, presentClerk } from './device/present-clerk';
import { sendWaiting } from './device/sending';
import { DeviceList } from './device-list';
import { EarlierList } from './earlier-list';
import { LogForm } from './log-form.client';
import { OfflineDue } from './offline-due';
import { SessionHeading } from './session-heading';
import { useDeviceRecords } from './use-device-records.client';

/** What the page shows: one form, or what is due. `missing` is a session whose form is not on this device. */
type Shown = { clerk: PresentClerk | null; form: SessionForm | null; missing: boolean; submissionId: string };

async function whatToShow(): Promise<Shown> {
  const clerk = await presentClerk();
  if (clerk?.senior) document.documentElement.setAttribute('data-senior', '');
  const submissionId = crypto.randomUUID();
  const { pathname, searchParams } = new URL(location.href);
  if (!clerk || !pathname.endsWith('/clinic-sessions/log')) return { clerk, form: null, missing: false, submissionId };
  const slot = slotKey({
    clinicId: searchParams.get('clinic') ?? '',
    date: searchParams.get('date') ?? '',
    half: searchParams.get('half') ?? '',
  });
  const form = await findForm(clerk.owner, slot);
  return { clerk, form, missing: form === null, submissionId };
}

/** Today and the log form without a network, from what the device keeps. */
export function OfflinePages() {
  const t = useTranslations('logging.offline');
  const [shown, setShown] = useState<Shown | null>(null);
  const owner = shown?.clerk?.owner ?? null;
  const records = useDeviceRecords(owner);

  useEffect(() => {
    const nothing = { clerk: null, form: null, missing: false, submissionId: '' };
    void whatToShow().then(setShown, () => setShown(nothing));
    // sending fails as quietly as the network did
    const send = () => void sendWaiting().catch(() => undefined);
    send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, []);

  if (shown?.form && owner !== null)
    return (
      <>
        <NetworkNotice />
        <SessionHeading form={shown.form} />
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <LogForm form={shown.form} owner={owner} submissionId={shown.submissionId} action={null} />
          <EarlierList earlier={shown.form.earlier} />
        </div>
      </>
    );
  return (
    <div data-needs-script="now">
      <NetworkNotice />
      <PageHeading title={t('title')} lead={shown?.clerk?.displayName} />
      {shown === null && <p>{t('loading')}</p>}
      {shown?.missing && <Notice kind="warning">{t('notHere')}</Notice>}
      {shown && !shown.clerk && <p>{t('nobody')}</p>}
      <DeviceList records={records} withSent onSendNow={() => void sendWaiting().catch(() => undefined)} />
      {shown?.clerk && <OfflineDue clerk={shown.clerk} records={records} />}
    </div>
  );
}

/** Says that there is no network, and when there is one again. */
function NetworkNotice() {
  const t = useTranslations('logging');
  const locale = useLocale();
  const [online, setOnline] = useState(false);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    look();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return (
    <div aria-live="polite" data-needs-script="now">
      {online ? (
        <Notice title={t('device.online')}>
          <p className="mt-2">
            <ButtonLink href={localePath(locale, '/today')}>{t('device.reload')}</ButtonLink>
          </p>
        </Notice>
      ) : (
        <Notice kind="warning">{t('offline.banner')}</Notice>
      )}
    </div>
  );
}
