import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { childEnvironment } from '@/lib/core/env';
import { serverArguments } from '@/lib/server/process-arguments';
import type { Row } from './report';

// A file of 10,000 stations: read, checked row by row with its report, written, taken back. The command runs in a process
// of its own, under the conditions of the server.

const outcomeSchema = z.object({
  rows: z.number(),
  faulty: z.number(),
  uploadMs: z.number(),
  checkMs: z.number(),
  secondCheckMs: z.number(),
  applyMs: z.number(),
  undoMs: z.number(),
  longestPauseMs: z.number(),
  restingMegabytes: z.number(),
  mostMegabytes: z.number(),
});

/** Times an import of 10,000 rows on a database of the demonstration network, which is afterwards as it was. */
export async function measureImport(url: string, say: (line: string) => void): Promise<Row[]> {
  // the bounds of the server's own memory
  const bounds = serverArguments(2_243).filter((argument) => argument.startsWith('--max'));
  const command = [...bounds, '--conditions=react-server', '--import', 'tsx', 'tests/bench/importer.ts'];
  const env = childEnvironment({ DATABASE_URL: url, NODE_ENV: 'production', LOG_LEVEL: 'error' });
  const { stdout } = await promisify(execFile)(process.execPath, command, { env });
  const measured = outcomeSchema.parse(JSON.parse(stdout));
  say(`Import: ${measured.rows.toLocaleString('en')} stations, ${measured.faulty} of them faulty`);
  return [
    { what: 'Import 10,000 rows, read and checked', unit: 's', figure: measured.checkMs / 1000, atMost: 10 },
    { what: '  of which its officer waits for the upload', unit: 's', figure: measured.uploadMs / 1000 },
    { what: '  the same again', unit: 's', figure: measured.secondCheckMs / 1000, atMost: 10 },
    { what: '  written', unit: 's', figure: measured.applyMs / 1000 },
    { what: '  taken back', unit: 's', figure: measured.undoMs / 1000 },
    { what: '  longest time without answering others', unit: 'ms', figure: measured.longestPauseMs },
    { what: '  memory before', unit: 'MB', figure: measured.restingMegabytes },
    { what: '  memory at most', unit: 'MB', figure: measured.mostMegabytes },
  ];
}
