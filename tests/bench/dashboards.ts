import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { childEnvironment } from '@/lib/core/env';
import { median, percentile } from './load';
import type { Row } from './report';

// Dashboards of the city, its alliances and districts, with a million sessions and with twenty thousand, beside what
// adding up the sessions themselves costs. Each database is read by a process of its own, under the conditions of the
// server.

const ROUNDS = 3;
const LEVELS = ['city', 'alliance', 'district'] as const;
const timesSchema = z.object({
  records: z.number(),
  milliseconds: z.record(z.enum(LEVELS), z.array(z.number())),
  direct: z.array(z.number()),
});
type Times = z.output<typeof timesSchema>;

async function timesOf(url: string): Promise<Times> {
  const command = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/dashboard-reader.ts'];
  const env = childEnvironment({ DATABASE_URL: url, NODE_ENV: 'production', LOG_LEVEL: 'error' });
  const { stdout } = await promisify(execFile)(process.execPath, command, { env, maxBuffer: 64 * 1024 * 1024 });
  return timesSchema.parse(JSON.parse(stdout));
}

/** Rounds of one database as one. */
function joined(rounds: readonly Times[]): Times {
  const all = (level: (typeof LEVELS)[number]) => rounds.flatMap(({ milliseconds }) => milliseconds[level]);
  return {
    records: rounds[0]?.records ?? 0,
    milliseconds: { city: all('city'), alliance: all('alliance'), district: all('district') },
    direct: rounds.flatMap(({ direct }) => direct),
  };
}

/** Times dashboards on a database of the decade and on one of the demonstration. */
export async function measureDashboards(
  { decade, demo }: { decade: string; demo: string },
  say: (line: string) => void,
): Promise<Row[]> {
  // by turns, so that what else the machine does falls on both
  const rounds: { few: Times; many: Times }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ few: await timesOf(demo), many: await timesOf(decade) });
  const small = joined(rounds.map(({ few }) => few));
  const large = joined(rounds.map(({ many }) => many));
  const told = (records: number) => records.toLocaleString('en');
  say(`Dashboards: ${told(small.records)} and ${told(large.records)} records`);
  const rows = LEVELS.flatMap((level): Row[] => {
    const [few, many] = [small.milliseconds[level], large.milliseconds[level]];
    return [
      { what: `Dashboard, ${level}, 1,000,000 sessions, p95`, unit: 'ms', figure: percentile(many, 95), atMost: 60 },
      { what: '  median', unit: 'ms', figure: median(many) },
      { what: '  against 20,000 sessions, medians', unit: '×', figure: median(many) / median(few), atMost: 1.3 },
    ];
  });
  return [
    ...rows,
    { what: 'Adding up the sessions of a year, 1,000,000, median', unit: 'ms', figure: median(large.direct) },
    {
      what: '  a dashboard of the city against that, medians',
      unit: '×',
      figure: median(large.milliseconds.city) / median(large.direct),
    },
  ];
}
