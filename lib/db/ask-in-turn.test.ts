import type { PoolClient } from 'pg';
import { describe, expect, it } from 'vitest';
import { askInTurn } from './ask-in-turn';

/** A connection that notes what begins and ends, and ends when it is told to. */
function connection() {
  const noted: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const query = (text: string, _values?: unknown, callback?: () => void) => {
    noted.push(`${text} begins`);
    if (callback) return callback();
    return new Promise<string>((resolve, reject) => {
      ends.set(text, (error) => {
        noted.push(`${text} ends`);
        if (error) reject(error);
        else resolve(`answer to ${text}`);
      });
    });
  };
  const client: PoolClient = Object.create({ query });
  askInTurn(client);
  const end = async (text: string, error?: Error) => {
    ends.get(text)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { client, noted, end };
}

describe('askInTurn', () => {
  it('begins a question when the one before has ended, also badly', async () => {
    const { client, noted, end } = connection();
    const asked = ['a', 'b', 'c'].map((text) => client.query(text));
    const answers = Promise.allSettled(asked);
    expect(noted).toEqual(['a begins']);
    await end('a', new Error('refused'));
    expect(noted).toEqual(['a begins', 'a ends', 'b begins']);
    await end('b');
    await end('c');
    expect(noted).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect((await answers).map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([
      'refused',
      'answer to b',
      'answer to c',
    ]);
  });

  it('asks at once when nothing is under way, and what is answered by a callback always', async () => {
    const { client, noted, end } = connection();
    const first = client.query('a');
    client.query('b', [], () => undefined);
    await end('a');
    await first;
    const second = client.query('c');
    expect(noted).toEqual(['a begins', 'b begins', 'a ends', 'c begins']);
    await end('c');
    await second;
  });
});
