import { civilDate } from '@/lib/core/dates';
import type { ServiceContent } from '@/lib/training/record-schema';

/** What a service record of a trainee may say. */
export const SERVICE_CONTENT: ServiceContent = {
  kind: 'trainee',
  form: 1,
  name: '测试学员',
  nameEn: 'Test Trainee',
  place: { name: '测试中心', nameEn: 'Test centre' },
  from: civilDate('2026-01-01'),
  to: civilDate('2026-06-30'),
  issuedOn: civilDate('2026-07-01'),
  issuedAs: 'centre_clerk',
  clinics: [{ name: '测试门诊', nameEn: 'Test clinic' }],
  demonstration: true,
  held: 20,
  attended: 18,
  signed: 17,
  parts: { observing: 10, assisting: 6, leading: 2 },
  conditions: 3,
};
