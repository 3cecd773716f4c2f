import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { askedView, given, type Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { KeptViews } from '@/app/[locale]/(workspace)/dashboard/kept-views';
import { viewMetadata } from '@/app/[locale]/(workspace)/dashboard/view-metadata';
import { type ChosenCell, CoverageView } from '@/components/dashboard/coverage-view';
import { ViewFrame } from '@/components/dashboard/view-frame';
import { viewPath } from '@/components/dashboard/view-path';
import { getCoverage } from '@/lib/indicators/coverage-queries';
import type { Coverage } from '@/lib/indicators/coverage-schema';
import { fixedPeriod } from '@/lib/indicators/period-rules';
import { getUnitView } from '@/lib/indicators/view-queries';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return await viewMetadata('coverage', await searchParams);
}

/** Which specialties are covered where, and which are not. */
export default async function CoveragePage({ searchParams }: Props) {
  const parameters = await searchParams;
  const { actor, today, misread, ...asked } = await askedView(parameters);
  const [heading, coverage] = await Promise.all([getUnitView(actor, asked), getCoverage(actor, asked)]);
  if (!heading || !coverage) notFound();
  const locale = await getLocale();
  const chosen = chosenCell(coverage, parameters);
  const kept: Record<string, string> = chosen ? { place: chosen.place.code, specialty: chosen.specialty.name } : {};
  return (
    <ViewFrame view="coverage" heading={heading} today={today} misread={misread} kept={kept}>
      <CoverageView coverage={coverage} unit={heading.unit} period={asked.period} chosen={chosen} />
      <KeptViews
        actor={actor}
        parameters={parameters}
        path={viewPath(locale, 'coverage', heading, kept)}
        fixedPath={viewPath(locale, 'coverage', { ...heading, period: fixedPeriod(heading.period) }, kept)}
      />
    </ViewFrame>
  );
}

/** The cell that the address names; one that is not in the matrix is left out. */
function chosenCell({ rows, specialties }: Coverage, parameters: Parameters): ChosenCell | null {
  const place = rows.find(({ unit }) => unit.code === given(parameters, 'place'))?.unit;
  const specialty = specialties.find(({ name }) => name === given(parameters, 'specialty'));
  return place && specialty ? { place, specialty } : null;
}
