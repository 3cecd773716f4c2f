import { z } from 'zod';
import { civilDateSchema } from '@/lib/core/dates';
import { GOOD_DIRECTIONS, INDICATOR_IDS } from './schema';

// What a city officer sends to give an indicator other words.

const key = (name: string) => `targets.problem.${name}`;
const chinese = (most: number) => z.string().trim().min(2, key('words')).max(most, key('long'));
const english = (most: number) => z.string().trim().min(2, key('english')).max(most, key('long'));
const date = z
  .string()
  .trim()
  .pipe(
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, key('date'))
      .pipe(civilDateSchema),
  );

export const REDEFINED_TEXTS = ['name', 'tells', 'matters', 'numerator', 'denominator'] as const;

export const redefineSchema = z.object({
  id: z.string().pipe(z.enum(INDICATOR_IDS)),
  /** the latest version that the officer has seen */
  version: z.coerce.number().int().min(1),
  name: chinese(40),
  nameEn: english(80),
  tells: chinese(200),
  tellsEn: english(300),
  matters: chinese(200),
  mattersEn: english(300),
  numerator: chinese(100),
  numeratorEn: english(200),
  /** empty for an indicator that has none */
  denominator: z.string().trim().max(100, key('long')),
  denominatorEn: z.string().trim().max(200, key('long')),
  goodDirection: z.enum(GOOD_DIRECTIONS, key('field')),
  public: z.boolean(),
  reviewer: chinese(60),
  reviewedOn: date,
  nextReviewOn: date,
  validFrom: date,
  reason: chinese(300).min(2, key('reason')),
});

export type Redefinition = z.output<typeof redefineSchema>;
