import { GET } from '@/app/[locale]/(workspace)/exports/table/route';
import { civilDate } from '@/lib/core/dates';
import type { Result } from '@/lib/core/result';
import { exportFollowUps, exportMonitor } from '@/lib/exports/monitor-export';
import type { MadeFile } from '@/lib/exports/schema';
import { exportTargets } from '@/lib/exports/targets-export';
import { exportView } from '@/lib/exports/view-export';
import { fileLanguage } from '@/lib/i18n/file-language';
import { monthOf } from '@/lib/indicators/period-rules';
import { weekFrom } from '@/lib/indicators/week-rules';
import { getWholeMonitor } from '@/lib/monitor/queries';
import { answers } from './staff-export-operations';
import type { Need, StaffOperation } from './staff-operation';
import type { StaffWorld } from './staff-world';

// Tables of the pages beside the dashboards as files. A file is the target's when a row of it begins with the target.

const OUT: readonly Need[] = [
  ['export', 'ActivityMonth'],
  ['read', 'JointClinic'],
];
const DAY = civilDate('2026-11-10');
const SPAN = { period: monthOf(civilDate('2026-10-01')), week: weekFrom(civilDate('2026-11-02')) };

/** The lines of a file, where one was made. */
export async function linesOf(made: Result<MadeFile>): Promise<string[]> {
  if (!made.ok) return [];
  const parts: Uint8Array[] = [];
  for await (const part of made.value.body) parts.push(part);
  return Buffer.concat(parts).toString('utf8').split('\r\n');
}

async function clinicRow({ db }: StaffWorld, clinicId: string): Promise<string> {
  const { name, centre } = await db.jointClinic.findUniqueOrThrow({
    where: { id: clinicId },
    select: { name: true, centre: { select: { facility: { select: { name: true } } } } },
  });
  return `${name},${centre.facility.name},`;
}

export const tableOperations: readonly StaffOperation[] = [
  {
    name: 'getWholeMonitor',
    needs: [
      ['read', 'ActivityMonth'],
      ['read', 'JointClinic'],
    ],
    run: async (_, actor, { clinicId }) =>
      ((await getWholeMonitor(actor, { date: DAY, filter: {} }))?.clinics ?? []).some(
        ({ clinic }) => clinic.id === clinicId,
      ),
  },
  {
    name: 'exportView',
    needs: OUT,
    run: async (_, actor, { clinicId }) => {
      const asked = { view: 'quality', unit: { level: 'clinic', code: clinicId }, ...SPAN, format: 'csv' } as const;
      return (await exportView(actor, asked, await fileLanguage('zh-CN'))).ok;
    },
  },
  {
    name: '/exports/table',
    needs: OUT,
    run: async (_, __, { clinicId }) =>
      await answers(GET, `/exports/table?table=coverage&unit=clinic:${clinicId}&period=2026-10`),
  },
  {
    name: 'exportMonitor',
    needs: OUT,
    run: async (world, actor, { clinicId }) => {
      const row = await clinicRow(world, clinicId);
      const made = await exportMonitor(actor, { date: DAY, filter: {}, format: 'csv' }, await fileLanguage('zh-CN'));
      return (await linesOf(made)).some((line) => line.startsWith(row));
    },
  },
  {
    name: 'exportFollowUps',
    needs: [...OUT, ['read', 'FollowUp']],
    run: async (world, actor, target) => {
      const { clinicId } = await world.freshClinic(target);
      const day = new Date('2026-11-01T00:00:00Z');
      const data = { clinicId, state: 'idle', stateOn: day, openedAt: day, office: 'district', dueOn: day } as const;
      const { id } = await world.db.followUp.create({ data, select: { id: true } });
      const row = await clinicRow(world, clinicId);
      const made = await exportFollowUps(actor, { list: 'open', format: 'csv' }, await fileLanguage('zh-CN'));
      await world.db.followUp.delete({ where: { id } });
      return (await linesOf(made)).some((line) => line.startsWith(row));
    },
  },
  {
    name: 'exportTargets',
    needs: [
      ['export', 'ActivityMonth'],
      ['read', 'CommunityCentre'],
      ['read', 'IndicatorTarget'],
    ],
    run: async ({ db }, actor, { districtCode: code }) => {
      const { name } = await db.district.findUniqueOrThrow({ where: { code }, select: { name: true } });
      const made = await exportTargets(actor, { state: 'running', format: 'csv' }, await fileLanguage('zh-CN'));
      return (await linesOf(made)).some((line) => line.startsWith(`${name},`));
    },
  },
];
