import { getTranslations } from 'next-intl/server';
import {
  sendSupport,
  sendSupportAnswer,
  sendSupportComment,
  sendSupportPassing,
  sendSupportTaking,
} from '@/app/[locale]/(workspace)/feedback/support/actions';
import { ActionForm } from '@/components/ui/action-form';
import { CommentForm } from '@/components/ui/comment-form';
import type { FormField } from '@/components/ui/form-field';
import type { ActorRole } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { kindsFor } from '@/lib/directory/support-rules';
import { SUPPORT_CHARACTERS, type SupportSeen } from '@/lib/directory/support-schema';

const TEXT = { name: 'text', kind: 'area', maxLength: SUPPORT_CHARACTERS } as const;
/** So many months can be named, the present one first. */
const MONTHS = 24;

function monthOptions() {
  const [year, month] = dateInShanghai(now()).split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const index = (year ?? 0) * 12 + (month ?? 1) - 1 - back;
    const value = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return { value, label: value };
  });
}

/** Asks an office for something. */
export async function AskSupportForm({ role, open }: { role: ActorRole; open: boolean }) {
  const t = await getTranslations('feedback.support');
  const kinds = kindsFor(role);
  const month: FormField[] = kinds.includes('month_reopening')
    ? [
        {
          ...{ kind: 'select', name: 'month', label: t('ask.month'), hint: t('ask.monthHint') },
          ...{ empty: t('ask.noMonth'), options: monthOptions() },
        },
      ]
    : [];
  return (
    <ActionForm
      id="ask-support"
      action={sendSupport}
      fields={[
        {
          ...{ kind: 'radios', name: 'kind', label: t('ask.kind') },
          options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        },
        ...month,
        { ...TEXT, label: t('ask.text'), hint: t('ask.textHint') },
      ]}
      submit={t('ask.send')}
      {...(open ? {} : { summary: t('ask.title') })}
    />
  );
}

/** What the reader may do with a request. */
export async function SupportForms({ request }: { request: SupportSeen }) {
  const t = await getTranslations('feedback.support');
  const { id, version, may } = request;
  const hidden = { id, version: String(version) };
  return (
    <div className="mt-6 grid gap-4">
      {may.comment && (
        <CommentForm
          action={sendSupportComment}
          id={id}
          label={t('comment.text')}
          submit={t('comment.send')}
          most={SUPPORT_CHARACTERS}
          variant="secondary"
        />
      )}
      {may.take && (
        <ActionForm
          id="take"
          action={sendSupportTaking}
          hidden={hidden}
          fields={[]}
          submit={t('take')}
          variant="secondary"
        />
      )}
      {may.answer && (
        <ActionForm
          id="answer"
          action={sendSupportAnswer}
          hidden={hidden}
          fields={[
            {
              ...{ kind: 'radios', name: 'outcome', label: t('end.outcome') },
              options: (['done', 'declined'] as const).map((value) => ({ value, label: t(`status.${value}`) })),
            },
            { ...TEXT, label: t('end.text'), hint: t('end.textHint') },
          ]}
          submit={t('end.send')}
          summary={t('end.title')}
        />
      )}
      {may.passOn && (
        <ActionForm
          id="pass-on"
          action={sendSupportPassing}
          hidden={hidden}
          fields={[{ ...TEXT, label: t('passOn.text') }]}
          submit={t('passOn.send')}
          summary={t('passOn.title')}
        />
      )}
    </div>
  );
}
