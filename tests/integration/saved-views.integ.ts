import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { removeView, renameView, saveView } from '@/lib/clinic-sessions/saved-view-commands';
import { listSavedViews } from '@/lib/clinic-sessions/saved-view-queries';
import { MOST_VIEWS } from '@/lib/clinic-sessions/saved-view-schema';
import { accountBuildersOn } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('empty');
let owner: Actor;
let neighbour: Actor;

beforeAll(async () => {
  const build = accountBuildersOn(database.db, 'views');
  owner = (await build.staff({ role: 'district_officer', districtCode: '310101' })).actor;
  neighbour = (await build.staff({ role: 'city_officer' })).actor;
});

const names = async (actor: Actor) => (await listSavedViews(actor, 'clinic-sessions')).map(({ name }) => name);
async function saved(actor: Actor, name: string, query = 'state=returned'): Promise<string> {
  const made = await saveView(actor, 'clinic-sessions', { name, query });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.id;
}
const events = async (id: string) =>
  (await database.db.auditEvent.findMany({ where: { objectId: id }, orderBy: { seq: 'asc' } })).map(
    ({ event }) => event,
  );

describe('saveView', () => {
  it('keeps conditions and columns as the list writes them, and leaves out the rest', async () => {
    const made = await saveView(owner, 'clinic-sessions', {
      name: ' 逾期未出诊 ',
      query: '?late=1&held=not_held&cursor=2026-01-01_x&done=saved&column=note,state&evil=1&from=2026-02-30',
    });
    expect(made).toMatchObject({ ok: true, value: { query: 'held=not_held&late=1&column=state%2Cnote' } });
    expect(await listSavedViews(owner, 'clinic-sessions')).toMatchObject([
      { name: '逾期未出诊', query: 'held=not_held&late=1&column=state%2Cnote' },
    ]);
  });

  it('replaces a view of the same name, once more when it is sent again', async () => {
    const id = await saved(owner, '退回', 'state=returned');
    expect(await saved(owner, '退回', 'state=disputed')).toBe(id);
    expect(await saved(owner, '退回', 'state=disputed')).toBe(id);
    expect((await listSavedViews(owner, 'clinic-sessions')).find((view) => view.id === id)?.query).toBe(
      'state=disputed',
    );
    expect(await events(id)).toEqual(['savedView.saved', 'savedView.saved', 'savedView.saved']);
  });

  it.each([
    ['', 'session-list.problem.name'],
    ['   ', 'session-list.problem.name'],
    ['a\0b', 'session-list.problem.name'],
    ['长'.repeat(41), 'session-list.problem.nameLong'],
  ])('refuses the name %j', async (name, messageKey) => {
    const before = await names(owner);
    const refused = await saveView(owner, 'clinic-sessions', { name, query: '' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'INVALID', problems: [{ path: 'name', messageKey }] } });
    expect(await names(owner)).toEqual(before);
  });

  it('keeps a bounded number of views', async () => {
    const build = accountBuildersOn(database.db, 'many');
    const { actor } = await build.staff({ role: 'auditor' });
    const { accountId } = actor;
    await database.db.savedView.createMany({
      data: Array.from({ length: MOST_VIEWS }, (_, n) => ({
        accountId,
        list: 'clinic-sessions',
        name: `视图${n}`,
        query: '',
        createdAt: new Date(),
      })),
    });
    expect(await saveView(actor, 'clinic-sessions', { name: '又一个', query: '' })).toMatchObject({
      ok: false,
      error: { code: 'INVALID' },
    });
    expect(await saveView(actor, 'clinic-sessions', { name: '视图3', query: 'late=1' })).toMatchObject({ ok: true });
  });
});

describe('a view', () => {
  it('is renamed, but not to the name of another', async () => {
    const id = await saved(owner, '旧名');
    await saved(owner, '占用');
    expect(await renameView(owner, { id, name: '占用' })).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(await names(owner)).toContain('旧名');
    expect(await renameView(owner, { id, name: '新名' })).toMatchObject({ ok: true });
    expect(await names(owner)).toContain('新名');
    expect(await renameView(owner, { id, name: '新名' })).toMatchObject({ ok: true });
    expect(await events(id)).toEqual(['savedView.saved', 'savedView.renamed']);
    expect(await renameView(owner, { id, name: ' ' })).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  });

  it('is thrown away once', async () => {
    const id = await saved(owner, '不用了');
    expect(await removeView(owner, { id })).toMatchObject({ ok: true });
    expect(await removeView(owner, { id })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await names(owner)).not.toContain('不用了');
    expect(await events(id)).toEqual(['savedView.saved', 'savedView.removed']);
  });

  it('is nobody else’s', async () => {
    const id = await saved(owner, '只是我的');
    expect(await names(neighbour)).toEqual([]);
    for (const attempt of [renameView(neighbour, { id, name: '拿走' }), removeView(neighbour, { id })])
      expect(await attempt).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    await saved(neighbour, '只是我的', 'extra=1');
    expect((await listSavedViews(owner, 'clinic-sessions')).find((view) => view.id === id)?.query).toBe(
      'state=returned',
    );
  });

  it('that does not exist is not found', async () => {
    expect(await removeView(owner, { id: 'x' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const nobodys = '01900000-0000-7000-8000-000000000000';
    expect(await renameView(owner, { id: nobodys, name: '无' })).toMatchObject({ ok: false });
  });
});

describe('a view of a dashboard', () => {
  it('is kept beside those of the list, and leads to no other place', async () => {
    const query = 'map?unit=district:310101&period=2025-12..2026-11&indicator=held_rate';
    expect(await saveView(owner, 'dashboard', { name: '早会', query })).toMatchObject({ ok: true, value: { query } });
    expect(await listSavedViews(owner, 'dashboard')).toMatchObject([{ list: 'dashboard', name: '早会', query }]);
    expect(await names(owner)).not.toContain('早会');
    for (const wrong of ['', '/evil.example', '../accounts', 'city?x=<script>', 'city#x', 'https://evil.example'])
      expect(await saveView(owner, 'dashboard', { name: '别处', query: wrong }), wrong).toMatchObject({ ok: false });
  });
});
