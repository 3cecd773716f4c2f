import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { childEnvironment } from '@/lib/core/env';
import { percentile } from './load';
import type { Row } from './report';

// The list of clinic sessions with a million records: every role with every kind of filter, first page and deep in the
// past. The command runs in a process of its own, under the conditions of the server.

const timesSchema = z.object({ records: z.number(), milliseconds: z.array(z.number()), trainees: z.array(z.number()) });

/** Times the list on a database of the decade. */
export async function measureSessionList(url: string, say: (line: string) => void): Promise<Row[]> {
  const command = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/session-lister.ts'];
  const env = childEnvironment({ DATABASE_URL: url, NODE_ENV: 'production', LOG_LEVEL: 'error' });
  const { stdout } = await promisify(execFile)(process.execPath, command, { env, maxBuffer: 64 * 1024 * 1024 });
  const { records, milliseconds, trainees } = timesSchema.parse(JSON.parse(stdout));
  say(`Session list: ${milliseconds.length} pages among ${records.toLocaleString('en')} records`);
  return [
    { what: 'Sessions list, 1,000,000 records, p95', unit: 'ms', figure: percentile(milliseconds, 95), atMost: 60 },
    { what: '  median', unit: 'ms', figure: percentile(milliseconds, 50) },
    { what: '  the slowest', unit: 'ms', figure: Math.max(...milliseconds) },
    { what: 'Trainees with what they attended, p95', unit: 'ms', figure: percentile(trainees, 95), atMost: 60 },
  ];
}
