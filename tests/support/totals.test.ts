import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUp, browserTotals, totalsLine, vitestTotals } from './totals.mjs';

// A wrong total would call a broken portal sound.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'totals-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const counts = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };

describe('vitestTotals', () => {
  it('reads the counts', () => {
    expect(vitestTotals(report({ ...counts, testResults: [] }), 0)).toEqual({ passed: 5, failed: 0, skipped: 1 });
  });
  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(vitestTotals(report({ ...counts, testResults }), 1).failed).toBe(1);
  });
  it('counts a bad end without a failed test as a failure', () => {
    expect(vitestTotals(report({ ...counts, testResults: [] }), 1).failed).toBe(1);
  });
  it('counts a missing report as a failure', () => {
    expect(vitestTotals(path.join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('browserTotals', () => {
  it('reads the counts, a second try as passed', () => {
    const stats = { expected: 7, flaky: 1, unexpected: 2, skipped: 0 };
    expect(browserTotals(report({ stats }), 1)).toEqual({ passed: 8, failed: 2, skipped: 0 });
  });
  it('counts servers that did not start as a failure', () => {
    const stats = { expected: 0, flaky: 0, unexpected: 0, skipped: 0 };
    expect(browserTotals(report({ stats }), 1).failed).toBe(1);
  });
});

describe('totalsLine', () => {
  it('is one plain line', () => {
    expect(
      totalsLine(
        addUp([
          { passed: 1, failed: 0, skipped: 0 },
          { passed: 2, failed: 1, skipped: 0 },
        ]),
      ),
    ).toBe('3 passed, 1 failed');
    expect(totalsLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });
});
