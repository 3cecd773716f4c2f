import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { now } from '@/lib/core/clock';
import { dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { compactKey } from '@/lib/public-directory/search/normalise';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import { lieElsewhere } from './facility-rules';
import { facilityInScope } from './facility-store';
import { readStages, writeStages } from './kept-stages';
import type { List } from './list';
import { nameWithout } from './near-name-rules';
import {
  completeStage,
  STAGE_COLUMN,
  STAGE_FROM,
  type StageBasis,
  stageCellProblems,
  stageCells,
} from './stage-cell-rules';

const STATUSES = ['planned', 'applied', 'approved', 'withdrawn'] as const;

const PROJECT: WrittenTable = {
  table: 'specialty_project',
  columns: {
    id: 'text',
    centre_id: 'text',
    title: 'text',
    title_en: 'text',
    catalogue_id: 'text',
    condition_code: 'text',
    batch: 'smallint',
    status: 'project_status',
    approved_on: 'date',
    origin: 'origin',
  },
  keys: ['id'],
};

const FITS: Record<(typeof STATUSES)[number], StageBasis['fits']> = {
  planned: ['planned'],
  applied: ['building', 'district_accepted'],
  approved: ['city_accepted', 'operating', 'suspended'],
  withdrawn: ['closed'],
};

/** The city's acceptance is the approval; what comes after it is said beside it. */
function stageBasis({ projectStatus, approvedOn = null }: Cells): StageBasis {
  const status = STATUSES.find((one) => one === projectStatus) ?? 'planned';
  return { fits: FITS[status], began: status === 'approved' ? approvedOn : null };
}

/** An approved project has the day it was approved on, and no other has one. */
function projectProblems(cells: Cells, references: References): CellProblem[] {
  const problems = [
    ...lieElsewhere('centre', 'centreElsewhere', cells, references),
    ...stageCellProblems(cells, stageBasis(cells), dateInShanghai(now())),
  ];
  const missing = cells.projectStatus === 'approved' && !cells.approvedOn;
  const needless = cells.projectStatus !== 'approved' && cells.approvedOn;
  if (!missing && !needless) return problems;
  const found = cells.approvedOn ?? '';
  const code = missing ? 'required' : 'approved';
  return [...problems, { column: 'approvedOn', code, level: 'error', found, suggestion: null, values: {} }];
}

/** Specialty projects of centres. */
export const PROJECTS: List = {
  name: 'projects',
  model: 'SpecialtyProject',
  objectType: 'SpecialtyProject',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'projectTitle', type: { kind: 'text', most: 80 }, required: true },
    { key: 'projectTitleEn', type: { kind: 'text', most: 160 } },
    { key: 'district', type: { kind: 'reference', to: 'district' }, required: true },
    { key: 'centre', type: { kind: 'reference', to: 'centre' }, required: true },
    { key: 'condition', type: { kind: 'reference', to: 'condition' }, required: true },
    { key: 'batch', type: { kind: 'integer', least: 1, most: 99 }, required: true },
    {
      key: 'projectStatus',
      type: { kind: 'choice', choices: 'project_status', values: STATUSES },
      standard: 'planned',
    },
    { key: 'approvedOn', type: { kind: 'date' } },
    STAGE_COLUMN,
    STAGE_FROM,
    ORIGIN,
  ],
  labelOf: ({ projectTitle }) => projectTitle ?? '',
  keyOf: ({ centre, projectTitle }) => (centre && projectTitle ? `${centre} ${compactKey(projectTitle)}` : null),
  keyIsUnique: true,
  newId: ({ centre }) => `project-${centre?.replace(/^centre-/, '') ?? 'new'}-${randomUUID().slice(0, 8)}`,
  near: {
    ...{ of: 'names', groupOf: ({ centre }) => centre ?? null },
    nameOf: ({ projectTitle }) => nameWithout(projectTitle, /中医|特色|专[病科]|建设|项目/g),
  },
  fixed: ['district'],
  check: projectProblems,
  complete: (cells) =>
    completeStage(
      { ...cells, projectTitleEn: cells.projectTitleEn ?? cells.projectTitle ?? null },
      ...([stageBasis(cells), dateInShanghai(now())] as const),
    ),

  async read(tx, actor, action, ids) {
    const rows = await tx.specialtyProject.findMany({
      where: {
        AND: [
          whereFor(actor, action, 'SpecialtyProject'),
          { condition: { catalogue: { current: true } } },
          ids ? { id: { in: [...ids] } } : {},
        ],
      },
      include: { centre: { select: { districtCode: true } } },
      orderBy: { id: 'asc' },
    });
    const stages = await readStages(tx, actor, action, 'project', ids);
    return rows.map(({ id, title, titleEn, centreId, centre, conditionCode, batch, status, approvedOn, origin }) => ({
      id,
      cells: {
        ...{ id, projectTitle: title, projectTitleEn: titleEn, district: centre.districtCode, centre: centreId },
        ...{ condition: conditionCode, batch: String(batch), projectStatus: status, origin },
        approvedOn: approvedOn && fromDbDate(approvedOn),
        ...stageCells(stages.get(id)),
      },
    }));
  },
  count: (tx, actor) =>
    tx.specialtyProject.count({
      where: { AND: [whereFor(actor, 'export', 'SpecialtyProject'), { condition: { catalogue: { current: true } } }] },
    }),
  taken: async (tx, ids) =>
    (await tx.specialtyProject.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id),
  inScope: facilityInScope,

  async write(tx, entries) {
    const { id: catalogue } = await tx.conditionCatalogue.findFirstOrThrow({
      where: { current: true },
      select: { id: true },
    });
    const rows = entries.map(({ id, cells }) => ({
      id,
      centre_id: cells.centre ?? '',
      title: cells.projectTitle ?? '',
      title_en: cells.projectTitleEn ?? '',
      catalogue_id: catalogue,
      condition_code: cells.condition ?? '',
      batch: cells.batch ?? null,
      status: cells.projectStatus ?? 'planned',
      approved_on: cells.approvedOn ?? null,
      origin: cells.origin ?? 'imported',
    }));
    await upsertRows(tx, PROJECT, rows);
    await writeStages(tx, 'project', entries);
  },

  async remove(tx, ids) {
    await tx.specialtyProject.deleteMany({ where: { id: { in: [...ids] } } });
  },

  // nothing refers to a project
  inUse: async () => [],
};
