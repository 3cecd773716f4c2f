import { describe, expect, it } from 'vitest';
import { isUnreachable } from './unreachable';

const coded = (code: string, rest: object = {}) => Object.assign(new Error('failed'), { code, ...rest });
const byAdapter = (cause: object) => coded('P2010', { meta: { driverAdapterError: new Error('adapter', { cause }) } });

describe('isUnreachable', () => {
  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['Prisma’s own word for it', coded('P1001')],
    ['a server that shuts down', coded('57P01')],
    ['a pool without a connection in time', new Error('timeout exceeded when trying to connect')],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
    ['one that broke before', new Error('Client has encountered a connection error and is not queryable')],
    ['what caused another error', new Error('failed', { cause: coded('ECONNRESET') })],
    ['our own SQL while nobody listens', byAdapter({ kind: 'DatabaseNotReachable' })],
    [
      'our own SQL under a server that was killed',
      byAdapter({ kind: 'postgres', code: '57P01', originalCode: '57P01' }),
    ],
    ['our own SQL while the server recovers', byAdapter({ kind: 'postgres', originalCode: '57P03' })],
  ])('knows %s', (_, error) => expect(isUnreachable(error)).toBe(true));

  it.each([
    ['a mistake of ours', new Error('x is not a function')],
    ['a refusal of the database', byAdapter({ kind: 'UniqueConstraintViolation', originalCode: '23505' })],
    ['a text', 'ECONNREFUSED'],
    ['nothing', null],
  ])('leaves alone %s', (_, error) => expect(isUnreachable(error)).toBe(false));

  it('ends where errors cause each other', () => {
    const one: Error & { cause?: unknown } = new Error('one');
    one.cause = one;
    expect(isUnreachable(one)).toBe(false);
  });
});
