import { describe, expect, it } from 'vitest';
import { sectionsShown } from './sections';

const SECTIONS = [
  { key: 'today', links: [{ key: 'today', path: '/today' }] },
  {
    key: 'entries',
    links: [
      { key: 'health', path: '/registry/health' },
      { key: 'registry', path: '/registry' },
    ],
  },
  { key: 'nothing', links: [] },
];

const shown = (path: string) => sectionsShown(SECTIONS, path, (at) => `/en${at}`);
const states = (path: string) =>
  shown(path).flatMap(({ current, links }) => [current, links.map((one) => one.current)]);

describe('sectionsShown', () => {
  it('names a section of one link by that link, and leaves out one without', () =>
    expect(shown('/en/today').map(({ key, alone, href }) => [key, alone, href])).toEqual([
      ['today', true, '/en/today'],
      ['entries', false, '/en/registry/health'],
    ]));

  it.each([
    ['/en/today', ['page', ['page'], undefined, [undefined, undefined]]],
    ['/en/registry/health?problem=phone', [undefined, [undefined], 'page', ['page', undefined]]],
    ['/en/registry', [undefined, [undefined], 'true', [undefined, 'page']]],
    ['/en/registry/centres', [undefined, [undefined], 'true', [undefined, 'true']]],
    ['/en/account', [undefined, [undefined], undefined, [undefined, undefined]]],
  ])('marks the way to %s', (path, expected) => expect(states(path)).toEqual(expected));
});
