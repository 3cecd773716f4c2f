import type { Tone } from '@/components/ui/badge';
import type { ImportOutcome, ImportStatus } from '@/lib/registry/schema';

export const OUTCOME_TONES: Record<ImportOutcome, Tone> = {
  added: 'success',
  changed: 'info',
  same: 'neutral',
  question: 'warning',
  faulty: 'danger',
};

export const STATUS_TONES: Record<ImportStatus, Tone> = {
  checking: 'warning',
  checked: 'info',
  applying: 'warning',
  applied: 'success',
  undoing: 'warning',
  undone: 'neutral',
  discarded: 'neutral',
};
