import * as record from '@/app/[locale]/(workspace)/clinic-sessions/review/actions';
import { type FormAction, FRESH_FORM } from '@/components/ui/form-state';
import { Led, Missing } from './next-stand-ins';
import { type Need, REASON, type StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// The forms on the page of one record, called as Next calls them.

/** True when the form leads back to the record, which says what was done. */
async function went(action: FormAction, fields: Record<string, string>): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    await action(FRESH_FORM, form);
    return false;
  } catch (end) {
    if (end instanceof Led) return end.to.startsWith(`/clinic-sessions/${fields.id}?done=`);
    if (end instanceof Missing) return false;
    throw end;
  }
}

type Overrides = Parameters<StaffWorld['oldRecordOf']>[1];

function operation(
  name: string,
  action: FormAction,
  needs: readonly Need[],
  overrides: Overrides = {},
  more: Record<string, string> = {},
): StaffOperation {
  return {
    name,
    needs,
    run: async (world, _, target: Target) => {
      const { id, version } = await world.oldRecordOf(target, overrides);
      return await went(action, { id, version: String(version), reason: REASON, ...more });
    },
  };
}

const CONFIRM: readonly Need[] = [['confirm', 'ClinicSession']];
const APPROVE: readonly Need[] = [['approve', 'ClinicSession']];

export const recordOperations: readonly StaffOperation[] = [
  operation('sendConfirmation', record.sendConfirmation, CONFIRM),
  operation('sendDispute', record.sendDispute, CONFIRM, {}, { kind: 'numbers' }),
  operation('sendResolution', record.sendResolution, CONFIRM, { state: 'disputed' }),
  operation('sendSignature', record.sendSignature, [['confirm', 'ClinicSessionTrainee']]),
  operation('sendAcceptance', record.sendAcceptance, APPROVE, { state: 'confirmed' }),
  operation('sendReturn', record.sendReturn, APPROVE, { state: 'confirmed' }),
  operation('sendReopening', record.sendReopening, APPROVE, { state: 'accepted' }),
  operation('sendWithdrawal', record.sendWithdrawal, [['update', 'ClinicSession']]),
  operation('sendComment', record.sendComment, [['create', 'ClinicSessionMessage']], {}, { text: '请核对' }),
];
