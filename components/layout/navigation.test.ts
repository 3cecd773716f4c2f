import { describe, expect, it } from 'vitest';
import { currentState, nearestStates } from './navigation';

describe('currentState', () => {
  it.each([
    ['/clinics', '/clinics', 'page'],
    ['/clinics', '/clinics?status=operating', 'page'],
    ['/clinics', '/clinics/clinic-1', 'true'],
    ['/clinics', '/clinics-of-old', undefined],
    ['/en/about', '/about', undefined],
  ] as const)('%s on %s is %s', (href, path, expected) => {
    expect(currentState(href, path)).toBe(expected);
  });
});

describe('nearestStates', () => {
  const links = ['/today', '/clinic-sessions', '/clinic-sessions/confirm'];

  it.each([
    ['/clinic-sessions', ['/clinic-sessions', 'page']],
    ['/clinic-sessions/confirm?expert=e', ['/clinic-sessions/confirm', 'page']],
    ['/clinic-sessions/0198', ['/clinic-sessions', 'true']],
  ] as const)('%s belongs to one link alone', (path, expected) =>
    expect([...nearestStates(links, path)]).toEqual([expected]),
  );

  it('is nothing on a page of no link', () => expect([...nearestStates(links, '/account')]).toEqual([]));
});
