import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Prisma } from '@/lib/db/generated/client';
import { several, valuesIn, yesNo } from '@/lib/registry/rows/cell-values';
import type { CellProblem, Cells, Column } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import type { List } from './list';

const CONDITION: WrittenTable = {
  table: 'condition',
  columns: {
    catalogue_id: 'text',
    code: 'text',
    department: 'text',
    department_en: 'text',
    name: 'text',
    name_en: 'text',
    plain: 'text',
    plain_en: 'text',
    beyond_national: 'boolean',
  },
  keys: ['catalogue_id', 'code'],
};
const SYNONYM: WrittenTable = {
  table: 'condition_synonym',
  columns: {
    catalogue_id: 'text',
    condition_code: 'text',
    term: 'text',
    language: 'text',
    relation: 'synonym_relation',
  },
  keys: ['catalogue_id', 'condition_code', 'term'],
};

/** The words people use for a condition: one column for each relation and language. */
const WORDS = (['same', 'everyday', 'symptom', 'modern'] as const).flatMap((relation) =>
  (['zh', 'en'] as const).map((language) => ({
    key: `${relation}${language === 'zh' ? 'Zh' : 'En'}`,
    relation,
    language,
  })),
);

const COLUMNS: readonly Column[] = [
  { key: 'code', type: { kind: 'code' }, required: true },
  { key: 'conditionName', type: { kind: 'text', most: 40 }, required: true },
  { key: 'conditionNameEn', type: { kind: 'text', most: 120 } },
  { key: 'department', type: { kind: 'text', most: 40 }, required: true },
  { key: 'departmentEn', type: { kind: 'text', most: 80 } },
  { key: 'plain', type: { kind: 'text', most: 200 } },
  { key: 'plainEn', type: { kind: 'text', most: 300 } },
  { key: 'beyondNational', type: { kind: 'yes_no' }, standard: 'no' },
  ...WORDS.map(({ key }): Column => ({ key, type: { kind: 'texts' } })),
];

/** A word stands for a condition in one way only. */
function wordProblems(cells: Cells): CellProblem[] {
  const seen = new Set<string>();
  return WORDS.flatMap(({ key }) =>
    valuesIn(cells[key]).flatMap((term): CellProblem[] => {
      if (!seen.has(term)) {
        seen.add(term);
        return [];
      }
      return [{ column: key, code: 'twice', level: 'error', found: term, suggestion: null, values: { term } }];
    }),
  );
}

async function currentCatalogue(tx: Prisma.TransactionClient): Promise<string> {
  const catalogue = await tx.conditionCatalogue.findFirstOrThrow({ where: { current: true }, select: { id: true } });
  return catalogue.id;
}

/** The conditions of the present catalogue with the words people use for them. */
export const CONDITIONS: List = {
  name: 'conditions',
  model: 'Condition',
  objectType: 'Condition',
  columns: COLUMNS,
  labelOf: ({ conditionName }) => conditionName ?? '',
  keyOf: ({ code }) => code ?? null,
  keyIsUnique: true,
  newId: ({ code }) => code ?? '',
  near: null,
  fixed: [],
  check: wordProblems,
  complete: (cells) => ({
    ...cells,
    conditionNameEn: cells.conditionNameEn ?? cells.conditionName ?? null,
    departmentEn: cells.departmentEn ?? cells.department ?? null,
  }),

  async read(tx, actor, action, ids) {
    const rows = await tx.condition.findMany({
      where: {
        AND: [
          whereFor(actor, action, 'Condition'),
          { catalogue: { current: true } },
          ids ? { code: { in: [...ids] } } : {},
        ],
      },
      include: { synonyms: { select: { term: true, language: true, relation: true } } },
      orderBy: { code: 'asc' },
    });
    return rows.map(({ code, name, nameEn, department, departmentEn, plain, plainEn, beyondNational, synonyms }) => {
      const words = WORDS.map(({ key, relation, language }) => {
        const own = synonyms.filter((word) => word.relation === relation && word.language === language);
        return [key, several(own.map(({ term }) => term))] as const;
      });
      return {
        id: code,
        cells: {
          ...{ code, conditionName: name, conditionNameEn: nameEn, department, departmentEn, plain, plainEn },
          beyondNational: yesNo(beyondNational),
          ...Object.fromEntries(words),
        },
      };
    });
  },
  count: (tx, actor) =>
    tx.condition.count({ where: { AND: [whereFor(actor, 'export', 'Condition'), { catalogue: { current: true } }] } }),
  async taken(tx, ids) {
    const where = { catalogue: { current: true }, code: { in: [...ids] } };
    return (await tx.condition.findMany({ where, select: { code: true } })).map(({ code }) => code);
  },
  inScope: ({ role }) => role === 'city_officer',

  async write(tx, entries) {
    const catalogue = await currentCatalogue(tx);
    const rows = entries.map(({ id, cells }) => ({
      catalogue_id: catalogue,
      code: id,
      department: cells.department ?? '',
      department_en: cells.departmentEn ?? '',
      name: cells.conditionName ?? '',
      name_en: cells.conditionNameEn ?? '',
      plain: cells.plain ?? null,
      plain_en: cells.plainEn ?? null,
      beyond_national: cells.beyondNational === 'yes',
    }));
    await upsertRows(tx, CONDITION, rows);
    await tx.conditionSynonym.deleteMany({
      where: { catalogueId: catalogue, conditionCode: { in: entries.map(({ id }) => id) } },
    });
    const words = entries.flatMap(({ id, cells }) =>
      WORDS.flatMap(({ key, relation, language }) =>
        valuesIn(cells[key]).map((term) => ({
          ...{ catalogue_id: catalogue, condition_code: id, term, language, relation },
        })),
      ),
    );
    await upsertRows(tx, SYNONYM, words);
  },

  async remove(tx, ids) {
    await tx.condition.deleteMany({ where: { catalogueId: await currentCatalogue(tx), code: { in: [...ids] } } });
  },

  async inUse(tx, ids) {
    const some = { some: {} };
    const used = await tx.condition.findMany({
      where: {
        ...{ catalogue: { current: true }, code: { in: [...ids] } },
        OR: [
          ...[{ facilities: some }, { experts: some }, { jointClinics: some }, { projects: some }],
          ...[{ preparations: some }, { sessions: some }],
        ],
      },
      select: { code: true },
    });
    return used.map(({ code }) => code);
  },
};
