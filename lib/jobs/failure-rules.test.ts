import { expect, it } from 'vitest';
import { causeOf, keptCause } from './failure-rules';

it.each([
  ['Error: connect ECONNREFUSED 127.0.0.1:5432', 'database'],
  ['PrismaClientKnownRequestError: P1001', 'database'],
  ['error: terminating connection due to administrator command', 'database'],
  ['error: could not extend file: No space left on device', 'storage'],
  ['error: deadlock detected', 'collision'],
  ['job failed by timeout in active state', 'timeout'],
  ['AbortError: This operation was aborted', 'ended'],
  ['TypeError: x is undefined', 'other'],
])('%s', (text, cause) => {
  expect(causeOf(text)).toBe(cause);
});

it('keeps what the queue kept, and reads what the queue has written itself', () => {
  expect(keptCause(null)).toBeNull();
  expect(keptCause('collision')).toBe('collision');
  expect(keptCause('job failed by timeout in active state')).toBe('timeout');
});
