import type { CivilDate } from '@/lib/core/dates';
import type { ClinicSummary } from '@/lib/public-directory/schema';
import { ClinicCard } from './clinic-card';

type Props = {
  clinics: readonly ClinicSummary[];
  /** district names by code, in the reader's language */
  districtNames: ReadonlyMap<string, string>;
  today: CivilDate;
  level?: 2 | 3;
};

/** Clinics as cards, two in a row where there is room. */
export function ClinicCards({ clinics, districtNames, today, level }: Props) {
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {clinics.map((summary) => (
        <ClinicCard
          key={summary.clinic.id}
          summary={summary}
          district={districtNames.get(summary.centre.districtCode) ?? null}
          today={today}
          level={level}
        />
      ))}
    </ul>
  );
}
