import 'zod-openapi';
import { z } from 'zod';
import { allianceCodeSchema } from '@/lib/directory/schema';
import { chinese, codedNameSchema, english, namedSchema } from './name-schemas';

// What the public API answers about alliances, districts, and the catalogues of conditions and techniques.

export const allianceSchema = z
  .strictObject({
    code: allianceCodeSchema,
    name: chinese,
    nameEn: english,
    leadHospital: namedSchema.nullable(),
    partnerHospitals: z.array(namedSchema),
    districts: z.array(codedNameSchema),
    totals: z.strictObject({ centres: z.int(), stations: z.int(), jointClinics: z.int() }),
  })
  .meta({ id: 'Alliance' });

export const districtSchema = z
  .strictObject({
    code: z.string().length(6),
    name: chinese,
    nameEn: english,
    central: z.boolean(),
    alliance: allianceCodeSchema,
    totals: z.strictObject({ centres: z.int(), stations: z.int(), jointClinics: z.int() }),
  })
  .meta({ id: 'District' });

export const conditionSchema = z
  .strictObject({
    code: z.string(),
    name: chinese,
    nameEn: english,
    department: z.string(),
    departmentEn: z.string(),
    plain: z.string().nullable(),
    plainEn: z.string().nullable(),
    beyondNational: z.boolean().meta({ description: 'True when the city list goes beyond the national one.' }),
    synonyms: z.array(
      z.strictObject({
        term: z.string(),
        language: z.enum(['zh', 'en']),
        relation: z.enum(['same', 'everyday', 'symptom', 'modern']),
      }),
    ),
  })
  .meta({ id: 'Condition' });

export const techniqueSchema = z
  .strictObject({
    code: z.string(),
    name: chinese,
    nameEn: english,
    category: z.string(),
    plain: z.string().nullable(),
    plainEn: z.string().nullable(),
    synonyms: z.array(z.string()),
  })
  .meta({ id: 'Technique' });

export type AllianceJson = z.infer<typeof allianceSchema>;
export type DistrictJson = z.infer<typeof districtSchema>;
export type ConditionJson = z.infer<typeof conditionSchema>;
export type TechniqueJson = z.infer<typeof techniqueSchema>;
