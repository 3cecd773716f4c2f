import { z } from 'zod';
import { type Connection, readRows } from '@/lib/db/connection';
import type {
  ConditionRecord,
  DirectoryRecords,
  PreparationRecord,
  TechniqueRecord,
} from '@/lib/public-directory/records-schema';
import { codesField, originField, textOrNull } from './row-fields';

const catalogueRow = z.object({
  id: z.string(),
  title: z.string(),
  title_en: z.string(),
  official: z.boolean(),
  source: z.string(),
});

/** The catalogue of conditions in force, null when none is. */
export async function readCatalogue(connection: Connection): Promise<DirectoryRecords['conditionCatalogue']> {
  const [row] = await readRows(
    connection,
    catalogueRow,
    'SELECT id, title, title_en, official, source FROM condition_catalogue WHERE current',
  );
  return row
    ? { id: row.id, title: row.title, titleEn: row.title_en, official: row.official, source: row.source }
    : null;
}

const conditionRow = z.object({
  code: z.string(),
  name: z.string(),
  name_en: z.string(),
  department: z.string(),
  department_en: z.string(),
  plain: textOrNull,
  plain_en: textOrNull,
  beyond_national: z.boolean(),
  synonyms: z.array(
    z.object({
      term: z.string(),
      language: z.enum(['zh', 'en']),
      relation: z.enum(['same', 'everyday', 'symptom', 'modern']),
    }),
  ),
});

const CONDITIONS = `
  SELECT c.code, c.name, c.name_en, c.department, c.department_en, c.plain, c.plain_en, c.beyond_national,
         coalesce(json_agg(json_build_object('term', s.term, 'language', s.language, 'relation', s.relation)
                           ORDER BY s.relation, s.language DESC, s.term) FILTER (WHERE s.term IS NOT NULL), '[]') AS synonyms
    FROM condition c
    LEFT JOIN condition_synonym s ON s.catalogue_id = c.catalogue_id AND s.condition_code = c.code
   WHERE c.catalogue_id = (SELECT id FROM condition_catalogue WHERE current)
   GROUP BY c.catalogue_id, c.code ORDER BY c.code`;

/** The conditions of the catalogue in force, with the words people use for them. */
export async function readConditions(connection: Connection): Promise<ConditionRecord[]> {
  const rows = await readRows(connection, conditionRow, CONDITIONS);
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    department: row.department,
    departmentEn: row.department_en,
    plain: row.plain,
    plainEn: row.plain_en,
    beyondNational: row.beyond_national,
    synonyms: row.synonyms,
  }));
}

const techniqueRow = z.object({
  code: z.string(),
  name: z.string(),
  name_en: z.string(),
  category: z.string(),
  plain: textOrNull,
  plain_en: textOrNull,
  synonyms: codesField,
});

const TECHNIQUES = `
  SELECT t.code, t.name, t.name_en, t.category, t.plain, t.plain_en,
         coalesce(array_agg(s.term ORDER BY s.term) FILTER (WHERE s.term IS NOT NULL), '{}') AS synonyms
    FROM technique t
    LEFT JOIN technique_synonym s ON s.technique_code = t.code
   GROUP BY t.code ORDER BY t.sort_order, t.code`;

/** The techniques in their catalogue order, with the words people use for them. */
export async function readTechniques(connection: Connection): Promise<TechniqueRecord[]> {
  const rows = await readRows(connection, techniqueRow, TECHNIQUES);
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    category: row.category,
    plain: row.plain,
    plainEn: row.plain_en,
    synonyms: row.synonyms,
  }));
}

const preparationRow = z.object({
  id: z.string(),
  name: z.string(),
  name_en: z.string(),
  indication: textOrNull,
  indication_en: textOrNull,
  hospital_id: z.string(),
  origin: originField,
  condition_codes: codesField,
});

const PREPARATIONS = `
  SELECT p.id, p.name, p.name_en, p.indication, p.indication_en, p.hospital_id, p.origin::text,
         coalesce(array_agg(c.condition_code ORDER BY c.condition_code)
                    FILTER (WHERE c.condition_code IS NOT NULL), '{}') AS condition_codes
    FROM hospital_preparation p
    LEFT JOIN preparation_condition c
      ON c.preparation_id = p.id AND c.catalogue_id = (SELECT id FROM condition_catalogue WHERE current)
   GROUP BY p.id ORDER BY p.id`;

/** The hospital preparations with the conditions they are for. */
export async function readPreparations(connection: Connection): Promise<PreparationRecord[]> {
  const rows = await readRows(connection, preparationRow, PREPARATIONS);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nameEn: row.name_en,
    indication: row.indication,
    indicationEn: row.indication_en,
    hospitalId: row.hospital_id,
    conditionCodes: row.condition_codes,
    origin: row.origin,
  }));
}
