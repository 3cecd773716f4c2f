import type { InformationReport } from '@/lib/directory/schema';
import { localePath } from '@/lib/i18n/locales';

/** Where a person is after a report was stored; reloading that page sends nothing again. */
export function sentAddress({ locale, facilityId, clinicId }: InformationReport): string {
  const parameters = new URLSearchParams({ sent: '1' });
  if (facilityId) parameters.set('facility', facilityId);
  if (clinicId) parameters.set('clinic', clinicId);
  return `${localePath(locale, '/report')}?${parameters}`;
}
