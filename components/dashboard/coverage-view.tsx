import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/section';
import { inLocale } from '@/lib/i18n/locales';
import { covering, liesInPart } from '@/lib/indicators/coverage-rules';
import type { Coverage, CoverageRow, CoveringClinic, Specialty } from '@/lib/indicators/coverage-schema';
import type { Period } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';
import { unitPath } from './unit-path';
import { viewPath } from './view-path';

/** A cell of the matrix that somebody looks into. */
export type ChosenCell = { place: UnitNamed; specialty: Specialty };

type Props = { coverage: Coverage; unit: UnitNamed; period: Period; chosen: ChosenCell | null };

/** Which specialties clinics cover where, which nowhere, and the clinics behind a cell. */
export function CoverageView({ coverage, unit, period, chosen }: Props) {
  const t = useTranslations('views.coverage');
  const locale = useLocale();
  const format = useFormatter();
  const { specialties, rows, uncovered, clinics } = coverage;
  const named = (specialty: Specialty) => inLocale(locale, specialty.name, specialty.nameEn);
  const columns: Column<CoverageRow>[] = [
    {
      key: 'place',
      header: t('place'),
      cell: (row) => (
        <a href={unitPath(locale, row.unit, period)} className="text-link">
          {inLocale(locale, row.unit.name, row.unit.nameEn)}
        </a>
      ),
    },
    ...specialties.map(
      (specialty, index): Column<CoverageRow> => ({
        key: specialty.name,
        header: named(specialty),
        cell: (row) => {
          const count = row.clinics[index] ?? 0;
          if (count === 0) return <span className="text-ink-soft">{t('nothing')}</span>;
          const cell = { place: row.unit.code, specialty: specialty.name };
          return (
            <a href={`${viewPath(locale, 'coverage', { unit, period }, cell)}#clinics`} className="text-link">
              {t('clinics', { count })}
            </a>
          );
        },
      }),
    ),
  ];
  const gaps = uncovered.filter(({ conditions }) => conditions.length > 0);
  return (
    <>
      <Section id="matrix" title={t('matrix')}>
        <p className="mb-3 max-w-prose text-ink-soft">{t('lead')}</p>
        <DataTable
          compares
          caption={t('matrix')}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={(row) => row.unit.code}
          empty={t('noPlaces')}
        />
      </Section>
      {chosen && <CellClinics clinics={clinics} chosen={chosen} period={period} />}
      <Section id="uncovered" title={t('uncovered')}>
        {gaps.length === 0 ? (
          <p>{t('all')}</p>
        ) : (
          <div className="print-open grid gap-3">
            {gaps.map((specialty) => {
              const all = specialties.find(({ name }) => name === specialty.name)?.conditions.length ?? 0;
              return (
                <Disclosure
                  key={specialty.name}
                  summary={t('gap', {
                    specialty: named(specialty),
                    count: format.number(specialty.conditions.length),
                    all: format.number(all),
                  })}
                >
                  <ul className="flex flex-wrap gap-x-4 gap-y-1">
                    {specialty.conditions.map(({ code, name, nameEn }) => (
                      <li key={code}>{inLocale(locale, name, nameEn)}</li>
                    ))}
                  </ul>
                </Disclosure>
              );
            })}
          </div>
        )}
      </Section>
    </>
  );
}

type CellProps = { clinics: readonly CoveringClinic[]; chosen: ChosenCell; period: Period };

/** The clinics of one place that cover one specialty, with the conditions that they are for. */
function CellClinics({ clinics, chosen: { place, specialty }, period }: CellProps) {
  const t = useTranslations('views.coverage');
  const locale = useLocale();
  const own = covering(clinics, specialty).filter((clinic) => liesInPart(clinic, place));
  const columns: Column<CoveringClinic>[] = [
    {
      key: 'clinic',
      header: t('clinic'),
      cell: ({ id, name, nameEn }) => (
        <a href={unitPath(locale, { level: 'clinic', code: id }, period)} className="text-link">
          {inLocale(locale, name, nameEn)}
        </a>
      ),
    },
    {
      key: 'centre',
      header: t('centre'),
      cell: ({ centreId, centreName, centreNameEn }) => (
        <a href={unitPath(locale, { level: 'centre', code: centreId }, period)} className="text-link">
          {inLocale(locale, centreName, centreNameEn)}
        </a>
      ),
    },
    {
      key: 'conditions',
      header: t('conditions'),
      wide: true,
      cell: ({ conditions }) =>
        specialty.conditions
          .filter(({ code }) => conditions.includes(code))
          .map(({ name, nameEn }) => inLocale(locale, name, nameEn))
          .join(t('comma')),
    },
  ];
  const title = t('cell', {
    place: inLocale(locale, place.name, place.nameEn),
    specialty: inLocale(locale, specialty.name, specialty.nameEn),
  });
  return (
    <Section id="clinics" title={title}>
      <DataTable
        caption={title}
        captionHidden
        columns={columns}
        rows={own}
        rowKey={({ id }) => id}
        empty={t('noneHere')}
      />
    </Section>
  );
}
