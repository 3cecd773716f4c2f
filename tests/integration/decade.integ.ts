import { describe, expect, it } from 'vitest';
import { dateInShanghai } from '@/lib/core/dates';
import { demonstrationContent } from '@/prisma/seed/generate';
import { loadNetwork } from '@/prisma/seed/load';
import { DECADE_SCALE } from '@/prisma/seed/scale';
import { useDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';

const database = useDatabase('empty');
const TODAY = dateInShanghai(new Date(FIXED_NOW));
/** The million of the preset `decade` as a thirtieth: the same busy clinics, fewer of them and for three years. */
const SMALL = { ...DECADE_SCALE, stations: 260, experts: 60, clinics: 72, trainees: 160, dualEmployed: 60, years: 3 };

describe('the preset of a million sessions, made small', () => {
  it('satisfies every constraint, in parts that never hold much', async () => {
    let largest = 0;
    const make = async () => {
      const { network, history } = demonstrationContent({ seed: 5, today: TODAY, scale: SMALL });
      const watched = (function* () {
        for (const part of history) {
          largest = Math.max(largest, part.clinicSession.length);
          yield part;
        }
      })();
      return { network, history: watched };
    };
    expect(await loadNetwork(database.url, { name: 'decade', seed: 5 }, make, { replace: true })).toBe(true);
    const { rows } = await database.sql.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM clinic_session) AS sessions, (SELECT sum(logged)::int FROM activity_month) AS logged,
         (SELECT count(*)::int FROM clinic_session WHERE state = 'withdrawn') AS withdrawn,
         (SELECT count(DISTINCT clinic_id)::int FROM demonstration_truth) AS truth`,
    );
    const { sessions = 0, logged = 0, withdrawn = 0, truth } = rows[0] ?? {};
    expect(sessions).toBeGreaterThan(25_000);
    expect(logged).toBe(sessions - withdrawn);
    expect(truth).toBe(72);
    expect(largest).toBeLessThan(sessions / 25);
  });
});
