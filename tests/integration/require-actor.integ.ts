import { beforeEach, describe, expect, it, vi } from 'vitest';
import { currentActor, currentSignedIn, requireActor, requireSignedIn } from '@/lib/auth/require-actor';
import { clearStaffCookie, readStaffCookie, sealToken, staffCookie, writeStaffCookie } from '@/lib/auth/staff-cookie';
import { useDatabase } from '@/tests/support/database';
import { useDoor } from '@/tests/support/door';

// Next's own functions stand in here for a request; everything of ours is real.

const request = vi.hoisted(() => ({ cookies: new Map<string, string>(), headers: new Headers() }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { name, value: request.cookies.get(name) } : undefined),
    set: (name: string, value: string, options: { maxAge: number }) =>
      options.maxAge > 0 ? request.cookies.set(name, value) : request.cookies.delete(name),
  }),
  headers: async () => request.headers,
}));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));

const database = useDatabase('demo');
const door = useDoor(database);
const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;

beforeEach(() => {
  request.cookies.clear();
  request.headers = new Headers({ 'x-pathname': '/today?a=1', 'x-client-address': '10.7.0.1' });
});

describe('requireActor', () => {
  it('sends whoever is not signed in to the sign-in page of the language, and back afterwards', async () => {
    await expect(requireActor()).rejects.toThrow('to /sign-in?from=%2Ftoday%3Fa%3D1');
    request.headers.set('x-pathname', '/en/accounts');
    await expect(requireSignedIn()).rejects.toThrow('to /en/sign-in?from=%2Fen%2Faccounts');
    expect(await currentActor()).toBeNull();
  });

  it('answers the actor of the cookie, until the staff session ends', async () => {
    const { account } = await door.build.staff(CLERK);
    const token = await door.tokenOf(account.userName);
    await writeStaffCookie(token);
    expect(await readStaffCookie()).toBe(token);
    expect(await requireActor()).toMatchObject({ accountId: account.id, ...CLERK });
    expect(await currentActor()).toMatchObject({ accountId: account.id });
    await database.db.account.update({
      where: { id: account.id },
      data: { status: 'suspended', statusReason: '离岗' },
    });
    await expect(requireActor()).rejects.toThrow('to /sign-in?from=');
    await clearStaffCookie();
    expect(await readStaffCookie()).toBeNull();
  });

  it.each([
    ['a new password', { mustChange: true }, '/sign-in/change-password'],
    ['a second factor', {}, '/sign-in/set-up-second-factor'],
  ])('sends whoever still owes %s to the page that asks for it', async (_, part, page) => {
    const { account } = await door.build.staff({ role: 'district_officer', districtCode: '310101' }, part);
    request.cookies.set(staffCookie().name, await sealToken(await door.tokenOf(account.userName)));
    await expect(requireActor()).rejects.toThrow(`to ${page}`);
    expect(await currentActor()).toBeNull();
    expect((await requireSignedIn()).actor.accountId).toBe(account.id);
  });

  it('knows nobody by a cookie that is not ours', async () => {
    for (const value of ['', 'x', 'eyJhbGciOiJub25lIn0.e30.']) {
      request.cookies.set(staffCookie().name, value);
      expect(await currentSignedIn()).toBeNull();
    }
  });
});
