import { getTranslations } from 'next-intl/server';
import {
  sendFollowUp,
  sendFollowUpClose,
  sendFollowUpComment,
  sendFollowUpHandOver,
  sendTaking,
} from '@/app/[locale]/(workspace)/monitor/actions';
import { ActionForm } from '@/components/ui/action-form';
import { CommentForm } from '@/components/ui/comment-form';
import type { FormField } from '@/components/ui/form-field';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai } from '@/lib/core/dates';
import { FOLLOW_UP_DAYS, FURTHEST_DUE_DAYS } from '@/lib/monitor/follow-up-rules';
import { type FollowUpSeen, OFFICES, type Office, OUTCOMES } from '@/lib/monitor/follow-up-schema';

const TEXT = { kind: 'area', maxLength: 1000 } as const;

/** To whom, until when, and why. */
async function wholeFields(group: 'open' | 'handOver', office: Office, dueOn?: string): Promise<FormField[]> {
  const t = await getTranslations('monitor.followUp');
  const today = dateInShanghai(now());
  return [
    {
      ...{ name: 'office', kind: 'select', label: t(`${group}.office`), defaultValue: office },
      options: OFFICES.map((value) => ({ value, label: t(`office.${value}`) })),
    },
    {
      ...{ name: 'dueOn', kind: 'date', label: t(`${group}.dueOn`) },
      ...{ min: today, max: addDays(today, FURTHEST_DUE_DAYS), defaultValue: dueOn ?? addDays(today, FOLLOW_UP_DAYS) },
    },
    { name: 'text', label: t(`${group}.text`), ...TEXT },
  ];
}

/** Opens a follow-up of a clinic. */
export async function OpenFollowUpForm({ clinicId }: { clinicId: string }) {
  const t = await getTranslations('monitor.followUp.open');
  return (
    <ActionForm
      id="open-follow-up"
      action={sendFollowUp}
      hidden={{ clinicId }}
      fields={await wholeFields('open', 'district')}
      submit={t('send')}
      summary={t('title')}
    />
  );
}

/** What the reader may do with a follow-up. */
export async function FollowUpForms({ followUp }: { followUp: FollowUpSeen }) {
  const t = await getTranslations('monitor.followUp');
  const { id, version, may, mine, office, dueOn } = followUp;
  const hidden = { id, version: String(version) };
  return (
    <div className="mt-6 grid gap-4">
      {may.comment && (
        <CommentForm
          action={sendFollowUpComment}
          id={id}
          label={t('comment.text')}
          submit={t('comment.send')}
          most={TEXT.maxLength}
        />
      )}
      {may.change && (
        <>
          {!mine && (
            <ActionForm
              id="take"
              action={sendTaking}
              hidden={hidden}
              fields={[]}
              note={t('take.note')}
              submit={t('take.send')}
              summary={t('take.title')}
            />
          )}
          <ActionForm
            id="hand-over"
            action={sendFollowUpHandOver}
            hidden={hidden}
            fields={await wholeFields('handOver', office, dueOn)}
            submit={t('handOver.send')}
            summary={t('handOver.title')}
          />
          <ActionForm
            id="close"
            action={sendFollowUpClose}
            hidden={hidden}
            fields={[
              {
                ...{ name: 'outcome', kind: 'radios', label: t('close.outcome') },
                options: OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) })),
              },
              { name: 'text', label: t('close.text'), ...TEXT },
            ]}
            note={t('close.note')}
            submit={t('close.send')}
            summary={t('close.title')}
          />
        </>
      )}
    </div>
  );
}
