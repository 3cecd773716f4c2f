import { describe, expect, it } from 'vitest';
import { outcomeOf } from './sending';

const error = (code: string, more: object = {}) => ({ error: { code, ...more } });

describe('outcomeOf', () => {
  it('knows a record that arrived, for the first time or again', () => {
    expect(outcomeOf(200, { id: 'x', version: 3, state: 'submitted', repeated: true })).toEqual({ stored: 3 });
  });

  it.each([
    [401, error('UNAUTHENTICATED'), { kind: 'signedOut' }],
    [403, error('FORBIDDEN', { messageKey: 'logging.problem.otherRole' }), { kind: 'otherRole' }],
    [409, error('CONFLICT', { messageKey: 'sessions.problem.stale' }), { kind: 'conflict' }],
    [
      409,
      error('CONFLICT', { messageKey: 'sessions.problem.monthClosed' }),
      { kind: 'refused', messageKey: 'sessions.problem.monthClosed' },
    ],
    [404, error('NOT_FOUND'), { kind: 'refused', messageKey: null }],
    [
      422,
      error('INVALID', { problems: [{ path: 'expert', messageKey: 'k', values: { place: 'p' } }] }),
      { kind: 'invalid', problems: [{ path: 'expert', messageKey: 'k', values: { place: 'p' } }] },
    ],
    [422, error('INVALID'), { kind: 'invalid', problems: [] }],
  ])('says why a record was not taken: %s %o', (status, body, problem) => {
    expect(outcomeOf(status, body)).toEqual({ problem });
  });

  it.each([
    [500, null],
    [503, error('UNAVAILABLE')],
    [429, error('RATE_LIMITED')],
    [200, '<html>a hotel asks to log in</html>'],
    [200, { version: 'x' }],
    [500, error('TEAPOT')],
    [403, 'Cross-site request refused'],
  ])('lets it wait where the answer is not ours or not final: %s %o', (status, body) => {
    expect(outcomeOf(status, body)).toBe('unreachable');
  });
});
