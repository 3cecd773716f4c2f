import { useLocale } from 'next-intl';
import { ExpertName } from '@/components/calendar/expert-name';
import { DemoMark } from '@/components/ui/origin-mark';
import { inLocale } from '@/lib/i18n/locales';
import type { ExpertRecord } from '@/lib/public-directory/records-schema';
import type { HospitalName } from '@/lib/public-directory/views-schema';

/** Who sits in a clinic: name, title, department and hospital. */
export function ClinicExperts({ experts, hospital }: { experts: readonly ExpertRecord[]; hospital: HospitalName }) {
  const locale = useLocale();
  return (
    <ul className="grid gap-2">
      {experts.map((expert) => (
        <li key={expert.id} className="flex flex-wrap items-center gap-x-3">
          <ExpertName expert={expert} />
          <span className="text-ink-soft">
            {inLocale(locale, hospital.name, hospital.nameEn)} ·{' '}
            {inLocale(locale, expert.department, expert.departmentEn)}
          </span>
          {expert.origin === 'demonstration' && <DemoMark />}
        </li>
      ))}
    </ul>
  );
}
