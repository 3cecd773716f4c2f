import { expect, it } from 'vitest';
import { findCycle, importGraph } from './import-graph';

it('finds a cycle where there is one', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ]);
  expect(findCycle(graph)).toEqual(['b', 'd', 'b']);
});

it('sees our imports', () => {
  const graph = importGraph();
  expect(graph.get('tests/structure/import-graph.test.ts')).toEqual(['tests/structure/import-graph.ts']);
  expect(graph.get('lib/db/client.ts')).toContain('lib/core/env.ts');
});

it('finds no cycle among our files, not even of types', () => {
  expect(findCycle(importGraph())).toBeNull();
});
