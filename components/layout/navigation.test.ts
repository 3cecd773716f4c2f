import { describe, expect, it } from 'vitest';
import { currentState } from './navigation';

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
