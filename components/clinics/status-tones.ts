import type { Tone } from '@/components/ui/badge';
import type { ClinicStatus } from '@/lib/joint-clinics/schema';

/** The tone that repeats what a clinic's status says in words. */
export const STATUS_TONES = {
  preparing: 'info',
  operating: 'success',
  suspended: 'danger',
  closed: 'neutral',
} as const satisfies Record<ClinicStatus, Tone>;
