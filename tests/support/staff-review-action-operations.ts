import { sendDecisions } from '@/app/[locale]/(workspace)/clinic-sessions/accept/actions';
import { sendSignatures } from '@/app/[locale]/(workspace)/clinic-sessions/attendance/actions';
import { sendConfirmations, sendQuickConfirmation } from '@/app/[locale]/(workspace)/clinic-sessions/confirm/actions';
import { sendMonthClose, sendMonthReopening } from '@/app/[locale]/(workspace)/clinic-sessions/months/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import { FRESH_ROWS, type RowsFormAction } from '@/components/ui/rows-form-state';
import { fromDbDate } from '@/lib/core/dates';
import { Led, Missing } from './next-stand-ins';
import { type Need, REASON, type StaffOperation } from './staff-operation';

// The forms with which the parties confirm, sign, accept, close and reopen.

const CONFIRM: readonly Need[] = [['confirm', 'ClinicSession']];

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** True when a list's form answers that its one row was dealt with. */
async function answered(action: RowsFormAction, fields: Record<string, string>): Promise<boolean> {
  try {
    const { done, refusals, problems } = await action(FRESH_ROWS, formOf(fields));
    return done !== null && refusals.length === 0 && problems.length === 0;
  } catch (end) {
    if (end instanceof Missing) return false;
    throw end;
  }
}

/** Where an action leads; null when it leads nowhere. */
async function ledTo(run: () => Promise<unknown>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (end) {
    if (end instanceof Led) return end.to;
    if (end instanceof Missing) return null;
    throw end;
  }
}

export const reviewActionOperations: readonly StaffOperation[] = [
  {
    name: 'sendConfirmations',
    needs: CONFIRM,
    run: async (world, _, target) => {
      const { id, version } = await world.oldRecordOf(target);
      return await answered(sendConfirmations, { confirm: `${id}:${version}` });
    },
  },
  {
    name: 'sendQuickConfirmation',
    needs: CONFIRM,
    run: async (world, _, target) => {
      const { id, version } = await world.oldRecordOf(target);
      return (
        (await ledTo(() => sendQuickConfirmation(formOf({ record: `${id}:${version}` })))) === '/today?done=confirmed'
      );
    },
  },
  {
    name: 'sendMonthClose',
    needs: [['create', 'MonthClose']],
    run: async (_, __, { districtCode }) => {
      const form = formOf({ districtCode, month: '2020-03' });
      return (await ledTo(() => sendMonthClose(FRESH_FORM, form)))?.endsWith('?done=closed') ?? false;
    },
  },
  {
    name: 'sendMonthReopening',
    needs: [['update', 'MonthClose']],
    run: async (world, _, { districtCode }) => {
      const { id: closeId, month } = await world.monthClose(districtCode, world.oldMonth());
      const form = formOf({ closeId, month: fromDbDate(month).slice(0, 7), reason: REASON });
      return (await ledTo(() => sendMonthReopening(FRESH_FORM, form)))?.endsWith('?done=reopened') ?? false;
    },
  },
  {
    name: 'sendSignatures',
    needs: [['confirm', 'ClinicSessionTrainee']],
    run: async (world, _, target) => {
      const { id, version } = await world.oldRecordOf(target);
      return await answered(sendSignatures, { sign: `${id}:${version}` });
    },
  },
  {
    name: 'sendDecisions',
    needs: [['approve', 'ClinicSession']],
    run: async (world, _, target) => {
      const { id, version } = await world.oldRecordOf(target, { state: 'confirmed' });
      return await answered(sendDecisions, { listed: `${id}:${version}`, [`decision-${id}`]: 'accept' });
    },
  },
];
