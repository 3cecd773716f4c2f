import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { ListName } from '@/lib/registry/schema';
import { filePath } from './registry-paths';

const FORMATS = [
  ['xlsx', 'list'],
  ['csv', 'csv'],
] as const;

/** Takes out one part of a list that is too long for one file. */
export function PartForm({ list, parts, rows }: { list: ListName; parts: readonly string[]; rows: number }) {
  const t = useTranslations('registry.take');
  const locale = useLocale();
  return (
    <form method="get" action={filePath(locale, null)} className="mt-4 grid max-w-md gap-3">
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="what" value="list" />
      <SelectField
        id="part"
        name="part"
        label={t('part')}
        hint={t('partHint', { rows })}
        options={parts.map((part) => ({ value: part, label: part }))}
      />
      <p className="flex flex-wrap gap-3">
        {FORMATS.map(([format, words]) => (
          <Button key={format} type="submit" name="format" value={format} variant="secondary">
            <Icon name="download" />
            {t(words)}
          </Button>
        ))}
      </p>
    </form>
  );
}
