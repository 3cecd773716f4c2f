import { expect, it } from 'vitest';
import { shownText } from './shown-text';

it('repeats what was typed, whole characters and no more than forty', () => {
  expect(shownText('2026-02-30')).toBe('2026-02-30');
  expect(shownText('𠮷'.repeat(40))).toBe('𠮷'.repeat(40));
  expect(shownText('𠮷'.repeat(41))).toBe(`${'𠮷'.repeat(40)}…`);
});

it('shows what cannot be seen as a mark', () => {
  expect(shownText('a\u0000b\uD800')).toBe('a\uFFFDb\uFFFD');
});
