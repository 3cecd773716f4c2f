import 'server-only';
import { getTranslations } from 'next-intl/server';
import {
  sendChangeApproval,
  sendChangeReturn,
  sendChangeWithdrawal,
  sendClosing,
  sendProposal,
} from '@/app/[locale]/(workspace)/registry/changes/actions';
import { closingFields } from '@/app/[locale]/(workspace)/registry/changes/closing-fields';
import { dayField, proposalFields } from '@/app/[locale]/(workspace)/registry/changes/proposal-fields';
import { registryReader } from '@/app/[locale]/(workspace)/registry/registry-words';
import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/section';
import type { Actor } from '@/lib/access/actor';
import { getChangeForm } from '@/lib/registry/changes/change-form-queries';
import type { ChangeSeen } from '@/lib/registry/changes/change-schema';
import { getClosingForm } from '@/lib/registry/changes/closing-queries';
import { REASON_CHARACTERS } from '@/lib/registry/changes/request-fields';

type Props = { actor: Actor; change: ChangeSeen };

/** What the reader may do with a request: decide it, send it again, take it back. */
export async function ChangeForms({ actor, change }: Props) {
  const { id, version, facility, mayEdit, mayWithdraw, mayDecide, mayReturn } = change;
  const profile = change.kind === 'profile';
  const [t, form, closing] = await Promise.all([
    getTranslations('changes'),
    mayEdit && profile ? getChangeForm(actor, { changeId: id }, await registryReader()) : null,
    mayEdit && !profile ? getClosingForm(actor, { changeId: id }) : null,
  ]);
  const hidden = { id, version: String(version) };
  return (
    <>
      {mayDecide && (
        <Section id="decide" title={t('decide.title')}>
          <ActionForm
            id="approve-change"
            action={sendChangeApproval}
            hidden={hidden}
            note={t(profile ? 'decide.note' : 'decide.noteClosing')}
            fields={[dayField(t('decide.effectiveOn'), change.effectiveOn, profile ? 'today' : 'tomorrow')]}
            submit={t('decide.approve')}
          />
        </Section>
      )}
      {mayReturn && (
        <Section id="return" title={t('decide.returnTitle')}>
          <ActionForm
            id="return-change"
            action={sendChangeReturn}
            hidden={hidden}
            note={mayDecide ? undefined : t('takeBack')}
            fields={[{ kind: 'area', name: 'reason', label: t('decide.reason'), maxLength: REASON_CHARACTERS }]}
            submit={t('decide.return')}
            variant="secondary"
          />
        </Section>
      )}
      {form && (
        <Section id="again" title={t('again.title')}>
          <ActionForm
            id="proposal"
            action={sendProposal}
            hidden={{ ...hidden, facilityId: facility.id }}
            summary={t('again.title')}
            note={t('propose.note')}
            fields={await proposalFields(form)}
            submit={t('again.send')}
          />
        </Section>
      )}
      {closing && change.kind !== 'profile' && (
        <Section id="again" title={t('again.title')}>
          <ActionForm
            id="closing"
            action={sendClosing}
            hidden={{ ...hidden, facilityId: facility.id, kind: change.kind }}
            summary={t('again.title')}
            note={t(`closing.lead.${change.kind}`)}
            fields={await closingFields(change.kind, closing)}
            submit={t('again.send')}
          />
        </Section>
      )}
      {mayWithdraw && (
        <Section id="withdraw" title={t('withdraw.title')}>
          <ActionForm
            id="withdraw-change"
            action={sendChangeWithdrawal}
            hidden={hidden}
            fields={[]}
            submit={t('withdraw.send')}
            variant="secondary"
          />
        </Section>
      )}
    </>
  );
}
