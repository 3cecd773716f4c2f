import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { childEnvironment } from '@/lib/core/env';
import { median, percentile } from './load';
import type { Row } from './report';

const times = z.array(z.number());
const measured = z.object({ forms: times, due: times, records: z.int(), reconcile: z.number(), bare: z.number() });

/** Times a clerk's form and list, and the comparison of sums and records, on a database of the decade. */
export async function measureClerk(url: string, say: (line: string) => void): Promise<Row[]> {
  const command = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/clerk-reader.ts'];
  const env = childEnvironment({ DATABASE_URL: url, NODE_ENV: 'production', LOG_LEVEL: 'error' });
  const { stdout } = await promisify(execFile)(process.execPath, command, { env });
  const { forms, due, records, reconcile, bare } = measured.parse(JSON.parse(stdout));
  say(`Clerks: ${forms.length} forms and ${due.length} lists; ${records.toLocaleString('en')} records reconciled`);
  return [
    { what: 'Form of a session, 1,000,000 records, p95', unit: 'ms', figure: percentile(forms, 95), atMost: 100 },
    { what: '  median', unit: 'ms', figure: median(forms) },
    { what: 'What waits for a clerk, p95', unit: 'ms', figure: percentile(due, 95), atMost: 100 },
    { what: '  median', unit: 'ms', figure: median(due) },
    { what: 'Reconcile 1,000,000 records', unit: 's', figure: reconcile / 1000 },
    { what: '  against one sum over all of them', unit: '×', figure: reconcile / bare },
  ];
}
