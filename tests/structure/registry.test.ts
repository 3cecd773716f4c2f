import { describe, expect, it } from 'vitest';
import { HANDLER_ROUTES, PAGE_ROUTES } from '@/tests/support/routes';
import { actionNames, commandNames, handlerPatterns, pageFiles, patternOf } from './app-routes';
import { testFiles, textOf } from './source-files';

// Nothing reaches the outside without a test that knows of it.

const sorted = (list: readonly { pattern: string }[]) => list.map(({ pattern }) => pattern).sort();

describe('patternOf', () => {
  it('leaves out language and groups', () => {
    expect(patternOf('app/[locale]/(public)/page.tsx')).toBe('/');
    expect(patternOf('app/[locale]/(public)/clinics/[id]/page.tsx')).toBe('/clinics/[id]');
    expect(patternOf('app/api/health/route.ts')).toBe('/api/health');
  });
});

describe('the list of routes', () => {
  it('names every page, and no other', () => {
    expect(sorted(PAGE_ROUTES)).toEqual(sorted(pageFiles()));
  });

  it('names every handler, and no other', () => {
    expect(sorted(HANDLER_ROUTES)).toEqual(handlerPatterns());
  });

  it.each(PAGE_ROUTES)('shows the states of $pattern', ({ pattern, visits }) => {
    const states = visits.map(({ state }) => state);
    expect(states).toContain('normal');
    if (pattern.includes('['))
      expect(states, 'a page of a record is also asked for one that is not there').toContain('missing');
    const file = pageFiles().find((one) => one.pattern === pattern)?.file;
    if (file && textOf(file).includes('searchParams'))
      expect(states, 'a page with parameters is also asked nonsense').toContain('bad-parameters');
  });

  // whoever does not know its token meets nothing; its own test asks it well
  const mayBeHidden = (pattern: string) => pattern.includes('[...') || pattern === '/api/metrics';

  it.each(HANDLER_ROUTES)('asks $pattern well, or badly where nothing is there', ({ pattern, good, bad }) => {
    expect((mayBeHidden(pattern) ? bad : good).length).toBeGreaterThan(0);
    if (pattern.includes('[')) expect(bad.map(({ status }) => status)).toContain(404);
  });
});

describe('actions and commands', () => {
  const tests = testFiles().map(textOf).join('\n');
  const named = (name: string) => new RegExp(`\\b${name}\\b`).test(tests);

  it('are each named by a test', () => {
    const names = [...actionNames(), ...commandNames()];
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !named(name))).toEqual([]);
  });
});
