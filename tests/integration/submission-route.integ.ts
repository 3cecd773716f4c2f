import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { GET, POST } from '@/app/api/clinic-sessions/route';
import type { Actor } from '@/lib/access/actor';
import {
  LONGEST_SUBMISSION,
  OWNER_HEADER,
  ownerOf,
  submissionAnswerSchema,
} from '@/lib/clinic-sessions/submission-answer-schema';
import { addDays, civilDate, toDbDate } from '@/lib/core/dates';
import { log } from '@/lib/log/logger';
import { useDatabase } from '@/tests/support/database';
import { heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

// The way records take that waited on a device. Who is signed in is stood in for; everything else is as it runs.

const turn = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock('@/lib/auth/require-actor', () => ({
  currentActor: async () => {
    if (turn.actor instanceof Error) throw turn.actor;
    return turn.actor;
  },
}));

const database = useDatabase('empty');
let world: SessionWorld;

beforeAll(async () => {
  world = await sessionWorldOn(database.db);
});

async function sent(
  body: unknown,
  { actor = world.clerk, headers = {} }: { actor?: Actor | Error | null; headers?: object } = {},
) {
  turn.actor = actor;
  const answer = await POST(
    new Request('http://localhost/api/clinic-sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return { status: answer.status, body: submissionAnswerSchema.parse(await answer.json()) };
}

describe('POST /api/clinic-sessions', () => {
  it('stores a record, and says the same when it is sent again', async () => {
    const given = world.submission();
    const first = await sent(given);
    expect(first).toMatchObject({ status: 200, body: { version: 1, state: 'submitted', repeated: false } });
    expect(await sent(given, { headers: { [OWNER_HEADER]: ownerOf(world.clerk) } })).toEqual({
      status: 200,
      body: { ...first.body, repeated: true },
    });
  });

  it('says what is wrong, by field', async () => {
    const given = world.submission(heldContent({ visitsNew: -1, conditions: [] }), addDays(SESSION_DAY, -7));
    expect(await sent(given)).toMatchObject({
      status: 422,
      body: { error: { code: 'INVALID', problems: [{ path: 'visitsNew', messageKey: 'sessions.problem.count' }] } },
    });
  });

  it.each([
    ['no JSON', '{broken', {}],
    ['nothing', 'null', {}],
    ['a list', '[]', {}],
    ['what a form of another site could send', JSON.stringify({}), { 'content-type': 'text/plain' }],
    ['too much', JSON.stringify({ note: 'x'.repeat(LONGEST_SUBMISSION) }), {}],
  ])('refuses %s', async (_, body, headers) => {
    expect(await sent(body, { headers })).toMatchObject({ status: 422, body: { error: { code: 'INVALID' } } });
  });

  it('says stale and closed apart', async () => {
    expect(await sent({ ...world.submission(), version: 7 })).toMatchObject({
      status: 409,
      body: { error: { code: 'CONFLICT', messageKey: 'sessions.problem.stale' } },
    });
    const { districtCode } = world;
    const month = toDbDate(civilDate('2026-10-01'));
    await database.db.monthClose.create({
      data: { districtCode, month, closedAt: new Date(), closedByName: '区卫健委' },
    });
    expect(await sent(world.submission(heldContent(), civilDate('2026-10-14')))).toMatchObject({
      status: 409,
      body: { error: { code: 'CONFLICT', messageKey: 'sessions.problem.monthClosed' } },
    });
  });

  it('takes it only from the owner, signed in', async () => {
    const given = world.submission(heldContent(), addDays(SESSION_DAY, -14));
    expect(await sent(given, { actor: null })).toEqual({ status: 401, body: { error: { code: 'UNAUTHENTICATED' } } });
    const headers = { [OWNER_HEADER]: `${randomUUID()}.${randomUUID()}` };
    expect(await sent(given, { headers })).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } });
    const stranger = { ...world.clerk, role: 'centre_clerk', centreId: 'elsewhere' } as const;
    expect(await sent(given, { actor: stranger })).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND' } },
    });
  });

  it('asks to try again while the database is away, and does not hide a mistake', async () => {
    const said = vi.spyOn(log, 'error').mockReturnValue();
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(await sent(world.submission(), { actor: away })).toMatchObject({
      status: 503,
      body: { error: { code: 'UNAVAILABLE', retryAfterSeconds: 5 } },
    });
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
    await expect(sent(world.submission(), { actor: new Error('a mistake') })).rejects.toThrow('a mistake');
  });
});

describe('GET /api/clinic-sessions', () => {
  it('says whose records may be sent', async () => {
    turn.actor = world.clerk;
    expect(await (await GET()).json()).toEqual({ owner: ownerOf(world.clerk) });
    turn.actor = null;
    expect((await GET()).status).toBe(401);
  });
});
