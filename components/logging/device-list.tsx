import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DateText } from '@/components/ui/date-text';
import { isCivilDate } from '@/lib/core/dates';
import { halfSchema } from '@/lib/directory/schema';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { type Draft, type OutboxEntry, slotOf } from './device/device-records';
import { dropDraft } from './device/drafts';
import { dropFromOutbox } from './device/outbox';
import { logPath } from './log-paths';
import type { DeviceRecords } from './use-device-records.client';

type Row = { record: Draft | OutboxEntry; kind: RowKind };
type RowKind = 'draft' | 'waiting' | 'signedOut' | 'otherRole' | 'sent' | 'invalid' | 'conflict' | 'refused';

const TONES: Record<RowKind, Tone> = {
  draft: 'neutral',
  waiting: 'info',
  signedOut: 'warning',
  otherRole: 'warning',
  sent: 'success',
  invalid: 'danger',
  conflict: 'danger',
  refused: 'danger',
};

function kindOf({ state, problem }: OutboxEntry): RowKind {
  if (state === 'sent') return 'sent';
  return problem?.kind ?? 'waiting';
}

type Props = {
  records: DeviceRecords;
  /** also those that have arrived, where nothing else says so */
  withSent: boolean;
  onSendNow: () => void;
};

/** What lies on this device: drafts, and records that have arrived, wait, or need somebody. */
export function DeviceList({ records, withSent, onSendNow }: Props) {
  const t = useTranslations('logging.device');
  const rows: Row[] = [
    ...records.outbox
      .filter(({ state }) => withSent || state !== 'sent')
      .map((record) => ({ record, kind: kindOf(record) })),
    ...records.drafts.map((record) => ({ record, kind: 'draft' as const })),
  ];
  if (rows.length === 0) return null;
  const waiting = rows.some(({ kind }) => kind === 'waiting');
  return (
    <Card as="section" aria-labelledby="device-title" className="border-line">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div>
          <h2 id="device-title" className="text-lg">
            {t('title')}
          </h2>
          <p className="text-sm text-ink-soft">{t('lead')}</p>
        </div>
        {waiting && (
          <Button type="button" variant="secondary" onClick={onSendNow}>
            {t('sendNow')}
          </Button>
        )}
      </div>
      <ul className="mt-2 divide-y divide-line">
        {rows.map((row) => (
          <DeviceRow key={row.record.slot} row={row} />
        ))}
      </ul>
    </Card>
  );
}

function DeviceRow({ row: { record, kind } }: { row: Row }) {
  const t = useTranslations('logging.device');
  const halves = useTranslations('terms.half');
  const format = useFormatter();
  const locale = useLocale();
  const slot = slotOf(record.slot);
  const half = halfSchema.safeParse(slot?.half).data;
  const date = slot?.date;
  if (!slot || !half || !date || !isCivilDate(date)) return null;
  const saved = format.dateTime(new Date(record.at), {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const way = kind === 'draft' ? 'continue' : kind === 'conflict' ? 'compare' : 'open';
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      <div className="w-full min-w-0 sm:w-auto sm:flex-1">
        <p className="font-medium">{inLocale(locale, record.label.clinicName, record.label.clinicNameEn)}</p>
        <p className="text-sm text-ink-soft">
          <DateText date={date} /> {halves(half)} · {t('savedAt', { when: saved })}
        </p>
        <p className="mt-1">
          <Badge tone={TONES[kind]}>{t(kind)}</Badge>
        </p>
      </div>
      {kind === 'signedOut' && (
        <ButtonLink href={`${localePath(locale, '/sign-in')}?from=${encodeURIComponent(localePath(locale, '/today'))}`}>
          {t('signIn')}
        </ButtonLink>
      )}
      {kind !== 'sent' && kind !== 'otherRole' && (
        <>
          <ButtonLink href={logPath(locale, slot)}>{t(way)}</ButtonLink>
          <DropButton onDrop={() => void drop(record, kind)} />
        </>
      )}
    </li>
  );
}

async function drop({ owner, slot }: Draft | OutboxEntry, kind: RowKind) {
  await (kind === 'draft' ? dropDraft(owner, slot) : dropFromOutbox(owner, slot));
}

/** Deletes at the second press only: what lies here lies nowhere else. */
function DropButton({ onDrop }: { onDrop: () => void }) {
  const t = useTranslations('logging.device');
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button type="button" variant="quiet" onClick={() => setAsked(true)}>
        {t('drop')}
      </Button>
    );
  return (
    <span className="flex flex-wrap gap-2">
      <Button type="button" variant="danger" onClick={onDrop}>
        {t('dropSure')}
      </Button>
      <Button type="button" variant="quiet" onClick={() => setAsked(false)}>
        {t('keep')}
      </Button>
    </span>
  );
}
