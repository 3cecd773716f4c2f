import { describe, expect, it, vi } from 'vitest';
import { toResponse } from '@/lib/core/direct-answers';
import { DirectoryUnavailableError } from '@/lib/public-directory/unavailable';
import { guarded } from './guard';
import { problemSchema } from './response-schemas';
import { fromSnapshot, ping } from './service';

const snapshot = vi.hoisted(() => ({ failure: new Error('unset') }));
vi.mock('@/lib/public-directory/snapshot', () => ({
  snapshotAtHand: () => null,
  currentSnapshot: () => Promise.reject(snapshot.failure),
}));

const never = () => {
  throw new Error('must not be asked');
};
const ask = async (failure: Error) => {
  snapshot.failure = failure;
  return toResponse(await guarded(fromSnapshot(never))(new Request('http://localhost/api/v1/x'), ''));
};

describe('routes without a directory', () => {
  it('answer 503 with the time to come back', async () => {
    const answer = await ask(new DirectoryUnavailableError('away'));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(problemSchema.parse(await answer.json()).status).toBe(503);
  });

  it('turn a mistake of ours into a problem that tells nothing about it', async () => {
    const answer = await ask(new Error('secret detail'));
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).not.toContain('secret');
    expect(text).toContain(answer.headers.get('x-request-id'));
  });

  it('still answer the ping', async () => {
    expect(await toResponse(ping()).json()).toEqual({ data: [], next: null });
  });
});
