import { useLocale, useTranslations } from 'next-intl';
import { recordPath } from '@/components/clinic-sessions/row-names';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import type { RecordVersions, VersionSeen } from '@/lib/clinic-sessions/page-schema';
import { localePath } from '@/lib/i18n/locales';

type Props = { record: RecordVersions; before: VersionSeen; after: VersionSeen };

/** Which two of several versions are laid side by side. */
export function VersionChoice({ record: { id, versions }, before, after }: Props) {
  const t = useTranslations('session-list.record.compare');
  const locale = useLocale();
  const select = (name: 'before' | 'after', value: VersionSeen) => (
    <SelectField
      id={`compare-${name}`}
      name={name}
      label={t(`choose.${name}`)}
      options={versions.map(({ version }) => ({ value: String(version), label: t('version', { version }) }))}
      defaultValue={String(value.version)}
    />
  );
  return (
    <form
      method="get"
      action={localePath(locale, `${recordPath(id)}/versions`)}
      aria-label={t('choose.title')}
      className="no-print mb-5 flex flex-wrap items-end gap-3"
    >
      {select('before', before)}
      {select('after', after)}
      <Button variant="secondary">{t('choose.show')}</Button>
    </form>
  );
}
