import { z } from 'zod';
import { type CivilDate, isCivilDate } from '@/lib/core/dates';

// What every request has: which one it is, why, and from which day on.

export const REASON_CHARACTERS = 500;

export const requestRef = { id: z.uuid(), version: z.coerce.number().int().min(1) };

export const reasonText = z
  .string()
  .max(REASON_CHARACTERS * 4, { error: 'changes.problem.reason' })
  // control characters and halves of characters are in no text of ours
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]|\p{Cs}/gu, '')
      .trim(),
  )
  .refine((text) => [...text].length >= 2 && [...text].length <= REASON_CHARACTERS, {
    error: 'changes.problem.reason',
  });
export const effectiveDayText = z
  .string()
  .refine((text): text is CivilDate => isCivilDate(text), { error: 'changes.problem.day' });
