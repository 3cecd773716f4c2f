import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { ChoiceGroup, InputField } from '@/components/ui/field';
import { DATUMS } from '@/lib/core/geo';
import type { ListName, UploadLimits } from '@/lib/registry/schema';
import { FILE_FIELD, filePath } from './registry-paths';

type Props = {
  list: ListName;
  /** whether the list has positions */
  positions: boolean;
  limits: UploadLimits;
  /** what is wrong with the file that was sent */
  problem: string | null;
};

/** Sends a file of a list to be checked; a plain form, so that it needs no scripts. */
export function UploadForm({ list, positions, limits, problem }: Props) {
  const t = useTranslations('registry.bring');
  const ui = useTranslations('ui.form');
  const datums = useTranslations('registry.datumLong');
  const locale = useLocale();
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={filePath(locale, null)}
      className="no-print grid max-w-2xl gap-5"
    >
      <ErrorSummary title={ui('errorTitle')} problems={problem ? [{ fieldId: FILE_FIELD, message: problem }] : []} />
      <p className="text-ink-soft">{t('lead', limits)}</p>
      <input type="hidden" name="list" value={list} />
      <InputField
        id={FILE_FIELD}
        name={FILE_FIELD}
        type="file"
        accept=".xlsx,.csv,.txt"
        label={t('file')}
        error={problem}
      />
      {positions && (
        <ChoiceGroup
          id="datum"
          name="datum"
          type="radio"
          label={t('datum')}
          hint={t('datumHint')}
          options={DATUMS.map((value) => ({ value, label: datums(value) }))}
          selected={['wgs84']}
        />
      )}
      <p>
        <Button>{t('send')}</Button>
      </p>
    </form>
  );
}
