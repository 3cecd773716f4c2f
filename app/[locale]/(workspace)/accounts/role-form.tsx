import { getLocale, getTranslations } from 'next-intl/server';
import { scopeOptions } from '@/components/accounts/scope-options';
import { ActionForm } from '@/components/ui/action-form';
import type { FormField } from '@/components/ui/form-field';
import type { FormAction } from '@/components/ui/form-state';
import { Notice } from '@/components/ui/notice';
import type { ActorRole } from '@/lib/access/actor';
import { needsApproval } from '@/lib/auth/account-rules';
import type { ScopeChoices } from '@/lib/auth/views-schema';
import { formWords } from './form-words';

type Props = {
  name: 'create' | 'give';
  action: FormAction;
  role: ActorRole;
  choices: ScopeChoices;
  hidden?: Record<string, string>;
  fields: readonly FormField[];
};

/** The field for the place or person a role is for; none for roles without. */
export async function scopeField(role: ActorRole, choices: ScopeChoices, present = ''): Promise<FormField[]> {
  if (choices.length === 0) return [];
  const [t, locale] = await Promise.all([getTranslations('accounts.admin.field'), getLocale()]);
  const options = scopeOptions(locale, choices);
  return [{ name: 'scope', kind: 'select', label: t(role), empty: t('choose'), options, defaultValue: present }];
}

/** The form that gives one role: to a new account, or to one that is there. */
export async function RoleForm({ name, action, role, choices, hidden, fields }: Props) {
  const [t, words, scope] = await Promise.all([getTranslations('accounts'), formWords(), scopeField(role, choices)]);
  const waiting = needsApproval(role);
  return (
    <>
      <p className="mb-4 font-medium">{t(`role.${role}`)}</p>
      {waiting && <Notice>{t('admin.create.fourEyes')}</Notice>}
      <ActionForm
        id={name}
        action={action}
        hidden={{ ...hidden, role }}
        fields={[...scope, ...fields]}
        submit={words.of(name).submit}
        once={words.link(waiting)}
      />
    </>
  );
}
