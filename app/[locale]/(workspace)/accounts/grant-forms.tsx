import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/action-form';
import type { Actor } from '@/lib/access/actor';
import { PERSONAL_ROLES, whyNotApprove } from '@/lib/auth/account-rules';
import type { GrantSeen, ScopeChoices } from '@/lib/auth/views-schema';
import { sendApproval, sendHandOver, sendRefusal, sendRescope, sendRoleEnd } from './actions';
import { formWords } from './form-words';
import { scopeField } from './role-form';

function hiddenOf(grant: GrantSeen) {
  return { grantId: grant.id, accountId: grant.accountId, version: String(grant.version) };
}

/** Approve or decline a request; says why where the reader may not. */
export async function DecisionForms({ actor, grant }: { actor: Actor; grant: GrantSeen }) {
  const [t, words] = await Promise.all([getTranslations('accounts.admin.grant'), formWords()]);
  const problem = whyNotApprove(actor, grant);
  const hidden = hiddenOf(grant);
  return (
    <>
      {problem ? (
        <p className="text-sm text-ink-soft">{t(problem === 'accounts.problem.self' ? 'ownRole' : 'ownRequest')}</p>
      ) : (
        <ActionForm
          id={`approve-${grant.id}`}
          action={sendApproval}
          hidden={hidden}
          fields={[words.reason]}
          {...words.of('approve')}
        />
      )}
      {problem !== 'accounts.problem.self' && (
        <ActionForm
          id={`decline-${grant.id}`}
          action={sendRefusal}
          hidden={hidden}
          fields={[words.reason]}
          variant="danger"
          {...words.of('decline')}
        />
      )}
    </>
  );
}

/** What an officer may do with a role in force: move it, hand it over, end it. */
export async function GrantForms({ grant, choices }: { grant: GrantSeen; choices: ScopeChoices | null }) {
  const [t, words] = await Promise.all([getTranslations('accounts.admin.field'), formWords()]);
  const hidden = hiddenOf(grant);
  const personal = PERSONAL_ROLES.includes(grant.role);
  const present = grant.centreId ?? grant.allianceCode ?? grant.districtCode ?? undefined;
  const scope = choices && !personal ? await scopeField(grant.role, choices, present) : [];
  const successor = { name: 'toUserName', label: t('toUserName'), hint: t('toUserNameHint'), maxLength: 32 };
  return (
    <div className="grid gap-2">
      {scope.length > 0 && (
        <ActionForm
          id={`rescope-${grant.id}`}
          action={sendRescope}
          hidden={{ ...hidden, role: grant.role }}
          fields={[...scope, words.reason]}
          {...words.of('rescope')}
        />
      )}
      {!personal && (
        <ActionForm
          id={`hand-over-${grant.id}`}
          action={sendHandOver}
          hidden={hidden}
          fields={[successor, words.reason]}
          {...words.of('handOver')}
        />
      )}
      <ActionForm
        id={`end-${grant.id}`}
        action={sendRoleEnd}
        hidden={hidden}
        fields={[words.reason]}
        variant="danger"
        {...words.of('end')}
      />
    </div>
  );
}
