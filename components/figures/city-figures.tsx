import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { definitionPath } from '@/components/indicators/counting-paths';
import { DataTable } from '@/components/ui/data-table';
import { inLocale } from '@/lib/i18n/locales';
import type { PublicFigures, PublicUnit } from '@/lib/indicators/public-figures-schema';
import { usePublicFigureText } from './public-figure-text';

type Props = { definitions: PublicFigures['definitions']; city: PublicUnit; caption: string };

/** Every published indicator of the city, with what it was made from. */
export function CityFigures({ definitions, city, caption }: Props) {
  const t = useTranslations('figures.column');
  const locale = useLocale();
  const format = useFormatter();
  const text = usePublicFigureText();
  const part = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : format.number(value);
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={definitions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'indicator',
          header: t('indicator'),
          wide: true,
          cell: (definition) => (
            <a href={definitionPath(locale, definition.id)} className="text-link">
              {inLocale(locale, definition.name, definition.nameEn)}
            </a>
          ),
        },
        {
          key: 'value',
          header: t('value'),
          numeric: true,
          cell: (definition) => {
            const figure = city.figures.get(definition.id);
            return figure && <strong className="font-semibold">{text(figure, definition)}</strong>;
          },
        },
        {
          key: 'numerator',
          header: t('numerator'),
          numeric: true,
          cell: ({ id, unit }) => (unit === 'count' ? '—' : part(city.figures.get(id)?.numerator)),
        },
        {
          key: 'denominator',
          header: t('denominator'),
          numeric: true,
          cell: ({ id }) => part(city.figures.get(id)?.denominator),
        },
        { key: 'version', header: t('version'), numeric: true, cell: ({ version }) => version },
      ]}
    />
  );
}
