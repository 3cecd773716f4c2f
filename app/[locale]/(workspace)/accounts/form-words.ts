import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { AdministrationField, AdministrationFormProps } from '@/components/accounts/administration-form.client';

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
    /** summary, note and words of a form */
    of(name: FormName): Pick<AdministrationFormProps, 'summary' | 'note' | 'words'> {
      return {
        summary: optional(`form.${name}.summary`),
        note: optional(`form.${name}.note`),
        words: {
          submit: t(`form.${name}.submit`),
          sending: t('form.sending'),
          errorTitle: t('form.errorTitle'),
        },
      };
    },

    /** what stands beside a one-time link, for the forms that make one */
    link(waiting = false) {
      return {
        linkTitle: t('link.title'),
        linkText: t(waiting ? 'link.waitingText' : 'link.text'),
        linkField: t('link.field'),
        next: t('link.next'),
      };
    },

    reason: { name: 'reason', kind: 'area', label: t('field.reason'), hint: t('field.reasonHint'), maxLength: 200 },
  } satisfies { reason: AdministrationField; of: unknown; link: unknown };
}

export type FormWords = Awaited<ReturnType<typeof formWords>>;
