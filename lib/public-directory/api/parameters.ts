import 'zod-openapi';
import { z } from 'zod';
import { civilDateSchema } from '@/lib/core/dates';
import { type Wgs84, wgs84 } from '@/lib/core/geo';
import { directoryFilterSchemas, SLOTS } from '@/lib/public-directory/schema';

// What the public API accepts: one schema per list, read by the handlers and by the OpenAPI document alike.

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;
export const MAX_SESSION_DAYS = 92;
const MAX_RADIUS_METRES = 200_000;

const DEGREES = /^[+-]?\d{1,3}(?:\.\d{1,15})?$/;

/** Reads `lat,lon`; a text says what is wrong with it. */
export function parseNear(text: string): Wgs84 | string {
  const comma = text.indexOf(',');
  const latText = text.slice(0, comma).trim();
  const lonText = text.slice(comma + 1).trim();
  if (comma < 0 || !DEGREES.test(latText) || !DEGREES.test(lonText))
    return 'Two decimal numbers are expected: latitude,longitude in degrees, for example 31.2304,121.4737.';
  const lat = Number(latText);
  const lon = Number(lonText);
  if (Math.abs(lat) > 90) return 'The latitude must lie between -90 and 90 degrees.';
  if (Math.abs(lon) > 180) return 'The longitude must lie between -180 and 180 degrees.';
  return wgs84(lat, lon);
}

const nearSchema = z.string().transform((text, context): Wgs84 => {
  const near = parseNear(text);
  if (typeof near !== 'string') return near;
  context.addIssue({ code: 'custom', message: near });
  return z.NEVER;
});

function wholeNumber(from: number, to: number) {
  const message = `A whole number from ${from} to ${to} is expected.`;
  return z
    .string()
    .regex(/^\d{1,7}$/, { error: message })
    .transform(Number)
    .refine((value) => value >= from && value <= to, { error: message });
}

const shortText = (longest: number) =>
  z
    .string()
    .max(longest, { error: `At most ${longest} characters are expected.` })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .refine((text) => !/[\u0000-\u0008\u000b-\u001f\u007f\ufffd-\uffff]/.test(text), {
      error: 'Not readable text: control characters, or bytes that are not UTF-8.',
    })
    .transform((text) => text.trim());

const code = shortText(60).refine((text) => text !== '', { error: 'A code is expected, the parameter is empty.' });

const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_.~-]{1,300}$/, { error: 'Not a cursor of this list.' })
  .optional()
  .meta({ description: 'The `next` of the page before, unchanged, with the other parameters unchanged too.' });

const limit = wholeNumber(1, MAX_LIMIT)
  .default(DEFAULT_LIMIT)
  .meta({
    description: `Rows a page, 1 to ${MAX_LIMIT}.`,
    override: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
  });

const district = code
  .optional()
  .meta({ description: 'A district: its six-digit code or its name.', example: '310104' });
const condition = code.optional().meta({ description: 'A condition: its code or its name.', example: '腰痛' });
const alliance = directoryFilterSchemas.alliance
  .optional()
  .meta({ description: 'One of the four regional alliances.' });

export const FACILITY_REPEATABLE = ['feature'] as const;

export const facilityParametersSchema = z
  .strictObject({
    near: nearSchema.optional().meta({
      description:
        'A position as `lat,lon` in WGS-84 degrees. Rows come nearest first and carry `distanceMetres`, measured from ' +
        'the position as given. The position is neither stored nor logged; three decimals (about 100 m) are enough. ' +
        'A position outside Shanghai is answered with the nearest anyway.',
      example: '31.2304,121.4737',
      override: { type: 'string', pattern: '^-?\\d{1,3}(\\.\\d+)?,-?\\d{1,3}(\\.\\d+)?$' },
    }),
    q: shortText(100)
      .optional()
      .meta({
        description:
          'A question in everyday words: a condition, symptom, technique, expert, place, preparation or time, in ' +
          'Chinese (simplified or traditional), pinyin, pinyin initials or English.',
        example: '失眠 周六上午',
      }),
    kind: directoryFilterSchemas.kind.optional().meta({ description: 'The kind of facility.' }),
    district,
    technique: code.optional().meta({ description: 'A technique: its code or its name.', example: '针灸' }),
    condition,
    alliance,
    open: directoryFilterSchemas.open.optional().meta({
      description: '`now`, or a weekday and half-day such as `sat-am`.',
      example: 'sat-am',
      override: { type: 'string', enum: ['now', ...SLOTS] },
    }),
    expert: z
      .literal('week')
      .optional()
      .meta({ description: '`week`: only where an expert sits within this calendar week, from now on.' }),
    feature: z
      .array(directoryFilterSchemas.feature)
      .max(8)
      .refine((all) => new Set(all).size === all.length, { error: 'The same feature is given twice.' })
      .optional()
      .meta({ description: 'A feature the facility must have; may be given several times, all must hold.' }),
    radius: wholeNumber(1, MAX_RADIUS_METRES)
      .optional()
      .meta({
        description: 'Metres around the position, or around the place the question names.',
        override: { type: 'integer', minimum: 1, maximum: MAX_RADIUS_METRES },
      }),
    sort: directoryFilterSchemas.sort
      .optional()
      .meta({ description: '`distance`, `session` (soonest expert session first) or `relevance`.' }),
    limit,
    cursor,
  })
  .superRefine((value, context) => {
    if (value.near || value.q) return;
    const without = (path: string) =>
      context.addIssue({ code: 'custom', path: [path], message: 'Needs `near`, or a place in `q`, to measure from.' });
    if (value.radius !== undefined) without('radius');
    if (value.sort === 'distance') without('sort');
  });

export type FacilityParameters = z.infer<typeof facilityParametersSchema>;

export const pageParametersSchema = z.strictObject({ limit, cursor });

export const clinicParametersSchema = z.strictObject({
  district,
  alliance,
  condition,
  hospital: code.optional().meta({ description: 'The id of the lead hospital whose experts sit in the clinic.' }),
  limit,
  cursor,
});

const date = (description: string) =>
  civilDateSchema.optional().meta({ description, override: { type: 'string', format: 'date' } });

export const sessionParametersSchema = z.strictObject({
  from: date('First date (Asia/Shanghai), today when left out.'),
  to: date(`Last date, eight weeks after the first when left out; at most ${MAX_SESSION_DAYS} days together.`),
});

export const noParametersSchema = z.strictObject({});
