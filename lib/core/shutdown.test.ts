import { expect, it } from 'vitest';
import { beforeShutdown, endEverything } from './shutdown';

it('ends everything once, whatever fails among it', async () => {
  const ended: string[] = [];
  beforeShutdown(async () => {
    throw new Error('will not end');
  });
  beforeShutdown(async () => {
    ended.push('jobs');
  });
  await endEverything();
  await endEverything();
  expect(ended).toEqual(['jobs']);
});
