import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { InputField } from '@/components/ui/field';
import { EVIDENCE_BYTES, EVIDENCE_TYPES } from '@/lib/registry/changes/evidence-rules';
import { evidencePath } from './change-paths';

type Props = {
  id: string;
  version: number;
  /** what is wrong with the file that was sent */
  problem: string | null;
};

const ACCEPTED = Object.keys(EVIDENCE_TYPES)
  .map((ending) => `.${ending}`)
  .join(',');

/** Sends the evidence of a request; a plain form, so that it needs no scripts. */
export function EvidenceForm({ id, version, problem }: Props) {
  const t = useTranslations('changes.evidence');
  const ui = useTranslations('ui.form');
  const locale = useLocale();
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={evidencePath(locale, null)}
      className="no-print grid max-w-2xl gap-5"
    >
      <ErrorSummary
        title={ui('errorTitle')}
        problems={problem ? [{ fieldId: 'evidence-file', message: problem }] : []}
      />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <InputField
        id="evidence-file"
        name="file"
        type="file"
        accept={ACCEPTED}
        label={t('file')}
        hint={t('lead', { megabytes: EVIDENCE_BYTES / 1_000_000 })}
        error={problem}
      />
      <p>
        <Button variant="secondary">{t('send')}</Button>
      </p>
    </form>
  );
}
