import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { choosePasswordByLink } from '@/lib/auth/link-commands';
import { startStaffSession } from '@/lib/auth/staff-sessions';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { undoImport } from '@/lib/registry/imports/apply-commands';
import { inviteImported } from '@/lib/registry/imports/invite-commands';
import { getImport } from '@/lib/registry/queries';
import { accountBuildersOn } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';
import { exported } from '@/tests/support/exported-list';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('demo');
const HEAD = ['用户名', '账号姓名', '职责', '负责的中心', '负责的区', '职责截止', '账号状态', '变动原因'];
const FACTS = { requestId: 'r', address: '10.0.0.1', userAgent: 'test' };
let build: ReturnType<typeof accountBuildersOn>;
let city: Actor;
let district: Actor;
let own: string;
let foreign: string;

beforeAll(async () => {
  build = accountBuildersOn(database.db, 'imports');
  city = (await build.staff({ role: 'city_officer' })).actor;
  const centres = await database.db.communityCentre.findMany({ orderBy: { facilityId: 'asc' } });
  const first = centres[0];
  const other = centres.find(({ districtCode }) => districtCode !== first?.districtCode);
  if (!first || !other) throw new Error('there are no centres');
  [own, foreign] = [first.facilityId, other.facilityId];
  district = (await build.staff({ role: 'district_officer', districtCode: first.districtCode })).actor;
});

const problemsOf = async (actor: Actor, id: string) =>
  (await rowsOf(actor, id)).map(({ problems }) =>
    problems.flatMap(({ column, code, level }) => (level === 'error' ? [`${column} ${code}`] : [])),
  );
const versionOf = async (actor: Actor, id: string) => (await getImport(actor, id))?.version ?? 0;
const row = (...cells: string[]) => HEAD.map((_, at) => cells[at] ?? '');

it('makes accounts as officers do, hands their invitations out once, and takes back what nobody has used', async () => {
  const file = csvOf(HEAD, [
    row('New.Clerk', '王小某', '社区卫生服务中心人员', own),
    row('new.clerk', '王小某', '社区卫生服务中心人员', foreign, '', '', '', '兼两处'),
    row('new.city', '李小某', '市级管理人员'),
  ]);
  const { id, counts } = await uploaded(city, 'accounts', file);
  expect(await problemsOf(city, id)).toEqual([[], [], []]);
  expect(counts).toMatchObject({ added: 3 });
  await applied(city, id);
  const [clerk] = await database.db.account.findMany({ where: { userName: 'new.clerk' }, include: { grants: true } });
  expect(clerk).toMatchObject({ displayName: '王小某', passwordHash: null, status: 'active' });
  expect(clerk?.grants).toMatchObject([
    { centreId: own, state: 'active', requestedById: city.accountId },
    { centreId: foreign, state: 'active', reason: '兼两处' },
  ]);
  // another city officer must still agree
  expect(await database.db.roleGrant.findFirst({ where: { account: { userName: 'new.city' } } })).toMatchObject({
    state: 'requested',
  });
  expect((await uploaded(city, 'accounts', file)).counts).toMatchObject({ same: 3, added: 0, faulty: 0 });
  const text = (await exported(city, 'accounts', 'csv')).toString('utf8');
  expect(text).toContain('new.clerk');
  expect(text).not.toMatch(/argon2|token|password/i);
  const invitations = valueIn(await inviteImported(city, { importId: id, version: await versionOf(city, id) }));
  expect(invitations.map(({ userName }) => userName)).toEqual(['new.city', 'new.clerk']);
  expect(await undoImport(city, { importId: id, version: await versionOf(city, id) })).toMatchObject({ ok: true });
  expect(await database.db.account.count({ where: { userName: { in: ['new.clerk', 'new.city'] } } })).toBe(0);
  const token = invitations[1]?.token ?? '';
  const chosen = await choosePasswordByLink({ token, password: 'kettle violet kayak 9' }, { ...FACTS, instant: now() });
  expect(chosen).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const again = await uploaded(city, 'accounts', file);
  await applied(city, again.id);
  const fresh = valueIn(await inviteImported(city, { importId: again.id, version: await versionOf(city, again.id) }));
  await choosePasswordByLink(
    { token: fresh[1]?.token ?? '', password: 'kettle violet kayak 9' },
    { ...FACTS, instant: now() },
  );
  const undone = await undoImport(city, { importId: again.id, version: await versionOf(city, again.id) });
  expect(undone).toMatchObject({ error: { problems: [{ messageKey: 'registry.refused.inUse' }] } });
});

it('lets nobody give what is not theirs to give, or touch the own account', async () => {
  const { account: stranger } = await build.staff({ role: 'centre_clerk', centreId: foreign });
  const me = await database.db.account.findUniqueOrThrow({ where: { id: district.accountId } });
  const { id } = await uploaded(
    district,
    'accounts',
    csvOf(HEAD, [
      row('d.one', '甲', '社区卫生服务中心人员', own),
      row('d.two', '乙', '社区卫生服务中心人员', foreign),
      row('d.three', '丙', '市级管理人员'),
      row('d.four', '丁', '区卫生健康委人员', '', district.role === 'district_officer' ? district.districtCode : ''),
      row(stranger.userName, '戊', '社区卫生服务中心人员', own, '', '', '', '兼职'),
      row(me.userName, me.displayName, '社区卫生服务中心人员', own, '', '', '', '自己'),
      row('9x', '己', '社区卫生服务中心人员', own),
      row('d.five', '庚', '社区卫生服务中心人员'),
      row('d.one', '甲乙', '社区卫生服务中心人员', own),
    ]),
  );
  expect(await problemsOf(district, id)).toEqual([
    [],
    ['accountRole roleNotGiven'],
    ['accountRole roleNotGiven'],
    ['accountRole roleNotGiven'],
    ['userName accountTaken'],
    ['userName accountSelf'],
    ['userName accountName'],
    ['roleCentre roleScope'],
    ['accountPerson accountTwoWays'],
  ]);
  expect(await applied(district, id)).toBe(1);
});

it('suspends, renames and ends roles as the commands do: whoever works in them is out', async () => {
  const at = { role: 'centre_clerk', centreId: own } as const;
  const [leaving, waiting] = [await build.staff(at), await build.staff(at)];
  for (const { account, grantId } of [leaving, waiting])
    await database.db.$transaction((tx) =>
      startStaffSession(tx, { accountId: account.id, grantId }, { ...FACTS, instant: now() }),
    );
  const today = dateInShanghai(now());
  const rows = [
    row(leaving.account.userName, '新名字', '社区卫生服务中心人员', own, '', today, '', '调走了'),
    row(waiting.account.userName, waiting.account.displayName, '社区卫生服务中心人员', own, '', '', '停用'),
  ];
  const refused = await uploaded(city, 'accounts', csvOf(HEAD, rows));
  expect(await problemsOf(city, refused.id)).toEqual([[], ['accountReason required']]);
  const { id } = await uploaded(
    city,
    'accounts',
    csvOf(HEAD, [rows[0] ?? [], [...(rows[1] ?? []).slice(0, 7), '长期病假']]),
  );
  expect(await applied(city, id)).toBe(2);
  expect(
    await database.db.account.findMany({
      where: { id: { in: [leaving.account.id, waiting.account.id] } },
      orderBy: { createdAt: 'asc' },
    }),
  ).toMatchObject([
    { displayName: '新名字', status: 'active' },
    { status: 'suspended', statusReason: '长期病假' },
  ]);
  const ends = await database.db.staffSession.findMany({
    where: { grantId: { in: [leaving.grantId, waiting.grantId] } },
    select: { grantId: true, endedBecause: true },
  });
  expect(new Map(ends.map(({ grantId, endedBecause }) => [grantId, endedBecause]))).toEqual(
    new Map([
      [leaving.grantId, 'grant_ended'],
      [waiting.grantId, 'account_closed'],
    ]),
  );
});
