import {
  sendApply,
  sendCancel,
  sendChoices,
  sendDiscard,
  sendRecheck,
  sendUndo,
} from '@/app/[locale]/(workspace)/registry/actions';
import { GET as getFile } from '@/app/[locale]/(workspace)/registry/file/route';
import { GET as getCopy } from '@/app/[locale]/(workspace)/registry/imports/copy/route';
import { type FormState, FRESH_FORM } from '@/components/ui/form-state';
import { correctedCopy, exportList } from '@/lib/registry/files/export';
import { applyImport, cancelImport, discardImport, undoImport } from '@/lib/registry/imports/apply-commands';
import { uploadList } from '@/lib/registry/imports/import-commands';
import { chooseMatches, recheckImport } from '@/lib/registry/imports/match-commands';
import { applyOrStart, undoOrStart } from '@/lib/registry/imports/start-commands';
import { getImport, getRegistryList, listImportRows, listImports, listRegistryLists } from '@/lib/registry/queries';
import type { ImportStatus } from '@/lib/registry/schema';
import { csvOf } from './list-files';
import { Led, Missing } from './next-stand-ins';
import { REGISTRY_WORDS } from './registry-words';
import type { Need, StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// What staff do with lists that come in and go out as files.

const SEE: readonly Need[] = [['read', 'ListImport']];
const TAKE: readonly Need[] = [
  ['read', 'ListImport'],
  ['export', 'CommunityCentre'],
];
const BRING: readonly Need[] = [['update', 'ListImport']];
const READER = { locale: 'zh-CN', words: REGISTRY_WORDS } as const;
const COPY_WORDS = { heading: '检查结果', sheet: '检查结果', line: (column: string) => column };

/** An import of the target's district that changes nothing, in a state. */
async function importOf({ db }: StaffWorld, { districtCode }: Target, status: ImportStatus = 'checked') {
  const done = {
    applied: { appliedAt: new Date() },
    checked: {},
    checking: {},
    applying: {},
    undoing: { appliedAt: new Date() },
    undone: {},
    discarded: {},
  }[status];
  const row = await db.listImport.create({
    data: {
      ...{ list: 'centres', districtCode, status, fileName: '中心.xlsx', fileHash: '0'.repeat(64), datum: 'wgs84' },
      columns: [{ header: '名称', key: 'name' }],
      ...{ rowCount: 1, unmentioned: 0, accountId: 'x', madeBy: '测试', checkedAt: new Date(), ...done },
      rows: {
        create: { line: 2, outcome: 'faulty', label: '某中心', raw: ['某中心'], problems: [], candidates: [] },
      },
    },
  });
  return { importId: row.id, version: row.version };
}

/** True when the list's number of entries counts a centre of the target's district. */
async function counts(world: StaffWorld, { districtCode }: Target, count: () => Promise<number>): Promise<boolean> {
  const before = await count();
  await world.centreIn(districtCode);
  return (await count()) === before + 1;
}

async function textOf(response: Response): Promise<string> {
  return Buffer.from(await response.arrayBuffer()).toString('utf8');
}

async function reachedByRoute(run: () => Promise<Response>): Promise<string> {
  try {
    return await textOf(await run());
  } catch (end) {
    if (end instanceof Missing) return '';
    throw end;
  }
}

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

function byAction(name: string, action: Action, status: ImportStatus = 'checked'): StaffOperation {
  return {
    name,
    needs: BRING,
    run: async (world, _, target) => {
      const { importId, version } = await importOf(world, target, status);
      const form = new FormData();
      for (const [field, value] of Object.entries({ importId, version: String(version), rows: '0' }))
        form.set(field, value);
      try {
        await action(FRESH_FORM, form);
        return false;
      } catch (end) {
        if (end instanceof Led) return end.to.includes('done=');
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  };
}

type OnImport = { importId: string; version: number };
type Command = (...args: [Parameters<typeof applyImport>[0], OnImport]) => Promise<{ ok: boolean }>;

function byCommand(name: string, command: Command, status: ImportStatus = 'checked'): StaffOperation {
  return {
    name,
    needs: BRING,
    run: async (world, actor, target) => (await command(actor, await importOf(world, target, status))).ok,
  };
}

/** What holds nothing of anybody's: the empty form of a list. Its own test tries it. */
export const WITHOUT_ROWS: readonly string[] = ['listTemplate'];

export const registryOperations: readonly StaffOperation[] = [
  {
    name: 'listRegistryLists',
    needs: TAKE,
    run: async (world, actor, target) =>
      await counts(world, target, async () => {
        const lists = await listRegistryLists(actor);
        return lists.find(({ name }) => name === 'centres')?.entries ?? 0;
      }),
  },
  {
    name: 'getRegistryList',
    needs: TAKE,
    run: async (world, actor, target) =>
      await counts(world, target, async () => (await getRegistryList(actor, 'centres'))?.entries ?? 0),
  },
  {
    name: 'listImports',
    needs: SEE,
    run: async (world, actor, target) => {
      const { importId } = await importOf(world, target);
      return (await listImports(actor, 'centres')).some(({ id }) => id === importId);
    },
  },
  {
    name: 'getImport',
    needs: SEE,
    run: async (world, actor, target) => (await getImport(actor, (await importOf(world, target)).importId)) !== null,
  },
  {
    name: 'listImportRows',
    needs: SEE,
    run: async (world, actor, target) => {
      const { importId } = await importOf(world, target);
      return (await listImportRows(actor, { importId }, READER)) !== null;
    },
  },
  {
    name: 'exportList',
    needs: TAKE,
    run: async (_, actor, { centreId }) => {
      const made = await exportList(actor, { list: 'centres', format: 'csv' }, READER);
      if (!made.ok) return false;
      let text = '';
      for await (const part of made.value.body) text += Buffer.from(part).toString('utf8');
      return text.includes(centreId);
    },
  },
  {
    name: '/registry/file',
    needs: TAKE,
    run: async (_, __, { centreId }) => {
      const request = new Request('http://portal/registry/file?list=centres&format=csv');
      const context = { params: Promise.resolve({ locale: 'zh-CN' }) };
      return (await reachedByRoute(() => getFile(request, context))).includes(centreId);
    },
  },
  {
    name: 'correctedCopy',
    needs: SEE,
    run: async (world, actor, target) => {
      const { importId } = await importOf(world, target);
      return (await correctedCopy(actor, importId, READER, COPY_WORDS)).ok;
    },
  },
  {
    name: '/registry/imports/copy',
    needs: SEE,
    run: async (world, _, target) => {
      const { importId } = await importOf(world, target);
      const request = new Request(`http://portal/registry/imports/copy?id=${importId}`);
      const context = { params: Promise.resolve({ locale: 'zh-CN' }) };
      return (await reachedByRoute(() => getCopy(request, context))) !== '';
    },
  },
  {
    name: 'uploadList',
    needs: BRING,
    run: async ({ db }, actor, { centreId, districtCode }) => {
      const { name } = await db.facility.findUniqueOrThrow({ where: { id: centreId }, select: { name: true } });
      const file = csvOf(['编号', '名称', '区', '简称'], [[centreId, name, districtCode, crypto.randomUUID()]]);
      const input = { list: 'centres', fileName: 'a.csv', file, datum: 'wgs84' } as const;
      const done = await uploadList(actor, input, REGISTRY_WORDS);
      if (!done.ok) return false;
      const rows = await db.listImportRow.findMany({ where: { importId: done.value.importId } });
      return rows.some(({ outcome, objectId }) => outcome === 'changed' && objectId === centreId);
    },
  },
  byCommand('applyImport', applyImport),
  byCommand('applyOrStart', applyOrStart),
  byCommand('undoImport', undoImport, 'applied'),
  byCommand('undoOrStart', undoOrStart, 'applied'),
  byCommand('cancelImport', cancelImport, 'applying'),
  byCommand('discardImport', discardImport),
  byCommand('chooseMatches', (actor, found) => chooseMatches(actor, { ...found, choices: {} }, REGISTRY_WORDS)),
  byCommand('recheckImport', (actor, found) => recheckImport(actor, found, REGISTRY_WORDS)),
  byAction('sendApply', sendApply),
  byAction('sendUndo', sendUndo, 'applied'),
  byAction('sendCancel', sendCancel, 'applying'),
  byAction('sendDiscard', sendDiscard),
  byAction('sendChoices', sendChoices),
  byAction('sendRecheck', sendRecheck),
];
