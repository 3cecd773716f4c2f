import { useLocale, useTranslations } from 'next-intl';
import { slotKey } from '@/components/logging/device/device-records';
import { logPath } from '@/components/logging/log-paths';
import { whyFixed } from '@/components/logging/may-be-sent';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { inLocale } from '@/lib/i18n/locales';
import { sentName } from './row-values';
import type { WeekRow } from './use-week.client';
import { cellId, WeekCells } from './week-cells';
import { ROW_BUTTON, type RowState } from './week-state';

type Shown = 'saved' | 'waiting' | 'wrong' | 'conflict' | 'sending' | 'typed' | 'untouched' | 'present';

const TONES: Record<Shown, Tone> = {
  saved: 'success',
  waiting: 'info',
  wrong: 'danger',
  conflict: 'danger',
  sending: 'info',
  typed: 'warning',
  untouched: 'neutral',
  present: 'success',
};

/** How a row stands is always in sight, however far the table is scrolled. */
export const STATE_CELL = 'border-line bg-surface lg:sticky lg:right-0 lg:border-l';

/** The heads of the columns that take something. */
export const HEADS = [
  'held',
  'new',
  'return',
  'expert',
  'trainees',
  'prescriptions',
  'preparations',
  'referralsUp',
  'referralsDown',
  'explanation',
] as const;

type LineProps = {
  index: number;
  row: WeekRow;
  state: RowState;
  sending: boolean;
  typed: boolean;
  onInput: () => void;
};

/** One session of the week: what it is, what was typed, how it stands, and what is wrong. */
export function WeekLine({ index, row: { form, submissionId }, state, sending, typed, onInput }: LineProps) {
  const t = useTranslations('logging.week');
  const sessions = useTranslations('sessions.stateShort');
  const halves = useTranslations('terms.half');
  const locale = useLocale();
  const { clinic, date, half, record } = form;
  const clinicName = inLocale(locale, clinic.name, clinic.nameEn);
  const when = `${date} ${halves(half)}`;
  const fixed = whyFixed(form) !== null;
  const errorId = `week-${index}-problems`;
  const hidden = {
    slot: slotKey({ clinicId: clinic.id, date, half }),
    version: String(state.version ?? ''),
    submissionId,
  };
  const shown: Shown = sending ? 'sending' : (state.outcome ?? (typed ? 'typed' : record ? 'present' : 'untouched'));
  const words = () => {
    if (shown === 'saved') return t('saved', { version: state.version ?? 1 });
    return shown === 'present' && record ? sessions(record.state) : t(shown === 'present' ? 'untouched' : shown);
  };
  return (
    <>
      <tr onInput={onInput} className="border-t border-line">
        <th scope="row" className="px-3 py-2 align-top font-normal">
          <span className="block font-medium">
            <DateText date={date} /> {halves(half)}
          </span>
          <span className="block text-sm text-ink-soft">{clinicName}</span>
          {!form.planned && <Badge tone="warning">{t('extra')}</Badge>}
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={sentName(index, name)} value={value} />
          ))}
        </th>
        {fixed ? (
          <td colSpan={HEADS.length} className="px-3 py-2 align-top text-ink-soft">
            {t('closed')}
          </td>
        ) : (
          <WeekCells
            row={index}
            form={form}
            named={(field) => t('cell', { field, clinic: clinicName, when })}
            state={state}
            errorId={errorId}
          />
        )}
        <td className={`${STATE_CELL} min-w-32 px-2 py-2 align-top`}>
          <p aria-live="polite" className="mb-2">
            <Badge tone={fixed && record ? 'neutral' : TONES[shown]}>
              {fixed && record ? sessions(record.state) : words()}
            </Badge>
          </p>
          {!fixed && (
            <>
              <Button
                variant="secondary"
                name={ROW_BUTTON}
                value={index}
                disabled={sending}
                aria-label={t('sendNamed', { clinic: clinicName, when })}
              >
                {t('send')}
              </Button>{' '}
              <a
                href={logPath(locale, { clinicId: clinic.id, date, half })}
                className="text-link inline-flex min-h-11 items-center text-sm"
              >
                {t('more')}
                <span className="sr-only">
                  {clinicName} {when}
                </span>
              </a>
            </>
          )}
        </td>
      </tr>
      {state.problems.length > 0 && (
        <tr>
          <td colSpan={HEADS.length + 2} className="px-3 pb-3">
            <div role="alert">
              <ul id={errorId} className="grid gap-1 text-danger">
                {state.problems.map(({ field, message }) => (
                  <li key={`${field} ${message}`}>
                    <a
                      href={`#${cellId(index, field ?? 'held')}`}
                      className="inline-flex min-h-11 items-center underline"
                    >
                      {message}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
