import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { ActionFormProps } from '@/components/ui/action-form.client';
import type { FormField } from '@/components/ui/form-field';
import type { OnceWords } from '@/components/ui/shown-once';

export type FormName =
  | 'create'
  | 'change'
  | 'suspend'
  | 'resume'
  | 'leave'
  | 'unlock'
  | 'password'
  | 'secondFactor'
  | 'singleSignOn'
  | 'give'
  | 'rescope'
  | 'handOver'
  | 'end'
  | 'approve'
  | 'decline';

/** The words of the forms of administration, in the reader's language. */
export async function formWords() {
  const t = await getTranslations('accounts.admin');
  const optional = (key: string) => (t.has(key) ? t(key) : undefined);
  return {
    /** summary, note and button of a form */
    of(name: FormName): Pick<ActionFormProps, 'summary' | 'note' | 'submit'> {
      return {
        summary: optional(`form.${name}.summary`),
        note: optional(`form.${name}.note`),
        submit: t(`form.${name}.submit`),
      };
    },

    /** what stands beside a one-time link, for the forms that make one */
    link(waiting = false): OnceWords {
      return {
        title: t('link.title'),
        text: t(waiting ? 'link.waitingText' : 'link.text'),
        label: t('link.field'),
        next: t('link.next'),
      };
    },

    reason: { name: 'reason', kind: 'area', label: t('field.reason'), hint: t('field.reasonHint'), maxLength: 200 },
  } satisfies { reason: FormField; of: unknown; link: unknown };
}

export type FormWords = Awaited<ReturnType<typeof formWords>>;
