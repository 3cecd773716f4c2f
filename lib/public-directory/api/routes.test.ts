import { describe, expect, it, vi } from 'vitest';
import { API_PATTERNS, answerPublicApi } from './routes';

const asked = vi.hoisted(() => ({ ids: [] as string[] }));
vi.mock('@/lib/public-directory/snapshot', () => ({ snapshotAtHand: () => ({}) }));
vi.mock('./facility-handlers', () => ({
  listFacilities: () => ({ status: 200, headers: {}, body: 'list' }),
  getFacility: (_snapshot: unknown, _request: unknown, _instant: Date, id: string) => {
    asked.ids.push(id);
    return { status: 200, headers: {}, body: 'one' };
  },
}));

const ask = (url: string, method = 'GET') => answerPublicApi({ url, method, headers: { get: () => null } });

describe('answerPublicApi', () => {
  it('finds a route by path or by whole address, whatever the query', async () => {
    for (const url of ['/api/v1/facilities', '/api/v1/facilities?q=/a/b', 'http://localhost:3000/api/v1/facilities#x'])
      expect(await ask(url)).toMatchObject({ status: 200, body: 'list' });
  });

  it('reads an id from its place, decoded', async () => {
    expect(await ask('/api/v1/facilities/%E4%B8%8A%2F1?x=/y')).toMatchObject({ body: 'one' });
    expect(asked.ids).toEqual(['上/1']);
  });

  it.each([
    '/',
    '/api/v1',
    '/api/v1/',
    '/api/v1/ping',
    '/api/v1/facilities/',
    '/api/v1/facilities/a/b',
    '/api/v1/facilities/%E0%A4',
    '/api/v1/__proto__',
    '/api/v1/[id]',
    '//api/v1/facilities',
    '/en/api/v1/facilities',
  ])('leaves %s to others', async (url) => {
    const answer = await ask(url);
    // an empty id is an id nobody has
    if (url === '/api/v1/facilities/') expect(asked.ids.at(-1)).toBe('');
    else expect(answer).toBeNull();
  });

  it('says which methods there are', async () => {
    expect(await ask('/api/v1/facilities', 'OPTIONS')).toMatchObject({ status: 204 });
    expect(await ask('/api/v1/facilities', 'DELETE')).toMatchObject({ status: 405 });
    expect(await ask('/api/v1/facilities', 'HEAD')).toMatchObject({ status: 200 });
  });

  it('knows nine addresses', () => {
    expect(API_PATTERNS).toHaveLength(9);
  });
});
