import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/action-form';
import type { ActionFormProps } from '@/components/ui/action-form.client';
import type { FormField } from '@/components/ui/form-field';
import type { AccountSeen } from '@/lib/auth/views-schema';
import { env } from '@/lib/core/env';
import {
  sendAccessLink,
  sendAccountChange,
  sendLeaving,
  sendResumption,
  sendSingleSignOn,
  sendSuspension,
  sendUnlock,
} from './actions';
import { type FormName, formWords } from './form-words';
import { RecertifyButton } from './recertify-button';

type Entry = Pick<ActionFormProps, 'action' | 'variant'> & {
  name: FormName;
  when: boolean;
  fields: readonly FormField[];
  hidden?: Record<string, string>;
};

/** Everything an officer may do with an account as it stands now. */
export async function AccountForms({ account }: { account: AccountSeen }) {
  const [t, words] = await Promise.all([getTranslations('accounts.admin.field'), formWords()]);
  const { status, demonstration } = account;
  const [active, open] = [status === 'active', status !== 'left'];
  const reason = [words.reason];
  const details: FormField[] = [
    { name: 'displayName', label: t('displayName'), maxLength: 40, defaultValue: account.displayName },
    { name: 'phone', kind: 'tel', label: t('phone'), hint: t('phoneChangeHint'), maxLength: 20 },
  ];
  const subject: FormField[] = [{ name: 'subject', label: t('subject'), hint: t('subjectHint'), maxLength: 255 }];
  const entries: Entry[] = [
    { name: 'unlock', when: account.locked, action: sendUnlock, fields: reason },
    {
      name: 'password',
      when: active && !demonstration,
      action: sendAccessLink,
      fields: reason,
      hidden: { purpose: 'password' },
    },
    {
      name: 'secondFactor',
      when: active && !demonstration && account.hasSecondFactor,
      action: sendAccessLink,
      fields: reason,
      hidden: { purpose: 'second_factor' },
    },
    { name: 'change', when: open, action: sendAccountChange, fields: details },
    { name: 'singleSignOn', when: open && env().singleSignOn !== null, action: sendSingleSignOn, fields: subject },
    { name: 'suspend', when: active, action: sendSuspension, fields: reason, variant: 'danger' },
    { name: 'resume', when: status === 'suspended', action: sendResumption, fields: reason },
    { name: 'leave', when: open, action: sendLeaving, fields: reason, variant: 'danger' },
  ];
  return (
    <div className="grid gap-2">
      {open && <RecertifyButton account={account} from="account" />}
      {entries
        .filter(({ when }) => when)
        .map(({ name, action, fields, variant, hidden }) => (
          <ActionForm
            key={name}
            id={name}
            action={action}
            variant={variant}
            hidden={{ ...hidden, accountId: account.id, version: String(account.version) }}
            fields={fields}
            once={words.link()}
            {...words.of(name)}
          />
        ))}
    </div>
  );
}
