import { expect, it } from 'vitest';
import { PREPARED, statementName } from './prepared-statements';

it('names what is marked, by its text alone, and nothing else', () => {
  const marked = `${PREPARED} SELECT $1::int`;
  expect(statementName(marked)).toMatch(/^kept_[0-9a-f]{16}$/);
  expect(statementName(marked)).toBe(statementName(`${PREPARED} SELECT $1::int`));
  expect(statementName(`${marked} + 1`)).not.toBe(statementName(marked));
  expect(statementName('SELECT 1')).toBe('');
  expect(statementName(`SELECT 1 ${PREPARED}`)).toBe('');
});
