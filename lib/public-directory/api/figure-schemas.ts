import 'zod-openapi';
import { z } from 'zod';

// Public figures in the API: what may be asked and what is answered. The indicators themselves live in lib/indicators,
// which answers in these words.

export const FIGURE_LEVELS = ['city', 'alliance', 'district'] as const;
export const FIGURE_MISSING = ['no_denominator', 'not_given', 'withheld'] as const;

const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, { error: 'A quarter is expected, like 2026-Q3.' });
const indicator = z.string().regex(/^[a-z][a-z0-9_]{2,60}$/, { error: 'The id of an indicator is expected.' });

export const figureParametersSchema = z.strictObject({
  quarter: quarter.optional().meta({
    description: 'One of the last eight calendar quarters that are over; the latest one when left out.',
    example: '2026-Q3',
  }),
  indicator: indicator.optional().meta({ description: 'One indicator only.', example: 'held_rate' }),
  level: z
    .enum(FIGURE_LEVELS, { error: `One of ${FIGURE_LEVELS.join(', ')} is expected.` })
    .optional()
    .meta({ description: 'Units of one level only.' }),
});

const nameOf = (what: string) => z.string().meta({ description: `${what}` });

export const indicatorWordsSchema = z
  .strictObject({
    id: indicator,
    version: z.int().min(1).meta({ description: 'The version of the definition that the quarter was counted with.' }),
    name: nameOf('Chinese name.'),
    nameEn: nameOf('English name.'),
    unit: z.enum(['count', 'percent', 'ratio']).meta({ description: 'Percentages run from 0 to 100.' }),
    decimals: z.int().min(0).max(4),
    goodDirection: z.enum(['up', 'down', 'neutral']),
    numerator: nameOf('What is counted, in Chinese.'),
    numeratorEn: nameOf('What is counted, in English.'),
    denominator: z.string().nullable(),
    denominatorEn: z.string().nullable(),
    reviewedOn: z.iso.date(),
  })
  .meta({ id: 'IndicatorWords' });

export const figureSchema = z
  .strictObject({
    indicator,
    level: z.enum(FIGURE_LEVELS),
    code: z.string().meta({ description: '`shanghai`, the code of an alliance, or the six digits of a district.' }),
    name: nameOf('Chinese name of the unit.'),
    nameEn: nameOf('English name of the unit.'),
    value: z.number().nullable().meta({ description: 'Rounded to the decimals of the indicator.' }),
    numerator: z.int().nullable(),
    denominator: z.int().nullable(),
    missing: z
      .enum(FIGURE_MISSING)
      .nullable()
      .meta({
        description:
          'Why there is no value: nothing to divide by, nobody has given it, or `withheld`, because a number from one ' +
          'to four is in it or would follow from it.',
      }),
  })
  .meta({ id: 'Figure' });

export const figureListSchema = z
  .strictObject({
    quarter,
    asOf: z.iso.date().meta({ description: 'What exists is told for this day.' }),
    demonstration: z.boolean().meta({ description: 'True where the figures come from generated data.' }),
    indicators: z.array(indicatorWordsSchema),
    data: z.array(figureSchema),
  })
  .meta({ id: 'FigureList' });
