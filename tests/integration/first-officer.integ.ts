import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createFirstOfficer } from '@/lib/auth/first-officer-command';
import { choosePasswordByLink } from '@/lib/auth/link-commands';
import { useDatabase } from '@/tests/support/database';
import { useDoor } from '@/tests/support/door';
import { valueIn } from '@/tests/support/outcome';

const database = useDatabase('empty');
const door = useDoor(database);

const side = (again = false) => ({
  db: database.db,
  requestId: 'request-of-test',
  instant: door.facts().instant,
  again,
});
const person = { userName: 'li.min', displayName: '李敏', phone: '' };

describe('createFirstOfficer', () => {
  it('makes one officer, who chooses a password and is then asked for a second factor', async () => {
    const both = await Promise.all([
      createFirstOfficer(person, side()),
      createFirstOfficer({ ...person, userName: 'li.min2' }, side()),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap((one) => (one.ok ? [] : [one.error.messageKey]))).toEqual(['accounts.problem.officerThere']);
    const { userName } = await database.db.account.findFirstOrThrow();
    const token = both.flatMap((one) => (one.ok ? [one.value.token] : []))[0] ?? '';
    valueIn(await choosePasswordByLink({ token, password: 'lantern over river' }, door.facts()));
    const { step, actor } = await door.signedIn(await door.tokenOf(userName, 'lantern over river'));
    expect({ step, role: actor.role }).toEqual({ step: 'enrol_second_factor', role: 'city_officer' });
    const events = await database.db.auditEvent.findMany({ where: { system: 'cli' } });
    expect(events.map(({ event }) => event).sort()).toEqual(['account.created', 'roleGrant.approved']);
  });

  it('makes another one on purpose, and takes no name twice', async () => {
    valueIn(await createFirstOfficer({ ...person, userName: 'wang.li' }, side(true)));
    expect(await createFirstOfficer({ ...person, userName: 'wang.li' }, side(true))).toMatchObject({
      error: { problems: [{ path: 'userName', messageKey: 'accounts.problem.userNameTaken' }] },
    });
    expect(await createFirstOfficer({ ...person, userName: '李' }, side(true))).toMatchObject({
      error: { code: 'INVALID' },
    });
  });
});

describe('npm run account:create', () => {
  const run = promisify(execFile);
  const command = async (...args: string[]) =>
    await run(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/cli/account-create.ts', ...args]);

  it('prints a link that works once, and says in plain words what does not fit', async () => {
    const { stdout } = await command('--user-name', 'zhao.yi', '--name', '赵一', '--again');
    const token = new URL(/https?:\S+/.exec(stdout)?.[0] ?? '').searchParams.get('token') ?? '';
    valueIn(await choosePasswordByLink({ token, password: 'lantern over river' }, door.facts()));
    await expect(command('--user-name', 'qian.er', '--name', '钱二')).rejects.toMatchObject({
      stderr: expect.stringContaining('--again'),
    });
    await expect(command('--user-name', 'X', '--name', '钱二', '--again')).rejects.toMatchObject({
      stderr: expect.stringContaining('userName: A user name has 3 to 32 characters'),
    });
    await expect(command()).rejects.toMatchObject({ stderr: expect.stringContaining('Usage') });
  });
});
