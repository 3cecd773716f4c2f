'use client';

import { useTranslations } from 'next-intl';
import { slotKey } from '@/components/logging/device/device-records';
import { Button } from '@/components/ui/button';
import { moveOnKey } from './grid-focus';
import { useWeek, type WeekRow } from './use-week.client';
import { HEADS, STATE_CELL, WeekLine } from './week-line';
import { ALL_ROWS, ROW_BUTTON, type WeekAction } from './week-state';

type Props = { rows: readonly WeekRow[]; owner: string; action: WeekAction };
/** A week of sessions as a table to type in, each row saved by itself. */
export function WeekGrid({ rows, owner, action }: Props) {
  const t = useTranslations('logging.week');
  const week = useWeek({ rows, owner, action });
  return (
    <form
      ref={week.element}
      action={week.action}
      onSubmit={week.submit}
      onKeyDown={moveOnKey}
      noValidate
      className="mt-4 grid gap-4"
    >
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
        tabIndex={0}
        // what has the focus is not to be under the column that stays
        className="relative overflow-x-auto rounded-xl border border-line bg-surface lg:scroll-pr-36"
      >
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">{t('caption')}</caption>
          <thead>
            <tr className="border-b border-line-strong text-sm">
              <th scope="col" className="min-w-40 px-3 py-2 font-semibold">
                {t('session')}
              </th>
              {HEADS.map((head) => (
                <th key={head} scope="col" className="px-2 py-2 font-semibold whitespace-nowrap">
                  {t(head)}
                </th>
              ))}
              <th scope="col" className={`${STATE_CELL} px-2 py-2 font-semibold`}>
                {t('state')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <WeekLine
                // only new fields show other first values; a row that keeps its own keeps its focus and what is composed
                key={`${slotKey({ clinicId: row.form.clinic.id, date: row.form.date, half: row.form.half })} ${week.isRestored(row.form)}`}
                index={index}
                row={row}
                state={week.stateOf(row.form)}
                sending={week.isSending(row.form)}
                typed={week.isTyped(row.form)}
                onInput={() => week.onInput(index, row.form)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <span hidden data-needs-script="now" />
        <Button name={ROW_BUTTON} value={ALL_ROWS} disabled={week.busy} aria-busy={week.busy}>
          {t('sendAll')}
        </Button>
      </p>
    </form>
  );
}
