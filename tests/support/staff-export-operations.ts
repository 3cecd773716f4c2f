import { GET as getChart } from '@/app/[locale]/(workspace)/dashboard/chart/route';
import { GET } from '@/app/[locale]/(workspace)/dashboard/export/route';
import { GET as getWorkReport } from '@/app/[locale]/(workspace)/dashboard/work-report/route';
import { sendExportCancel, sendExportRequest } from '@/app/[locale]/(workspace)/exports/actions';
import { GET as getFile } from '@/app/[locale]/(workspace)/exports/file/route';
import { exportAuditEvents } from '@/lib/audit/export';
import { civilDate } from '@/lib/core/dates';
import { exportChart } from '@/lib/exports/chart-export';
import { exportDashboard } from '@/lib/exports/dashboard-export';
import { cancelExport, fetchExport } from '@/lib/exports/file-commands';
import { exportWorkReport } from '@/lib/exports/work-report-export';
import { fileLanguage } from '@/lib/i18n/file-language';
import { monthOf } from '@/lib/indicators/period-rules';
import { FIXED_NOW } from './fixed-clock';
import { Led, Missing } from './next-stand-ins';
import type { Need, StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// What staff take away as files. The target is a clinic, as for dashboards.

const NEEDS: readonly Need[] = [
  ['export', 'ActivityMonth'],
  ['read', 'JointClinic'],
];
const WORDS = {
  heading: String,
  event: String,
  objectType: String,
  role: String,
  system: String,
};
const PERIOD = monthOf(civilDate('2026-10-01'));

/** True when the address answers with a file. */
export async function answers(get: typeof GET, address: string): Promise<boolean> {
  try {
    const answer = await get(new Request(`http://portal.test${address}`), {
      params: Promise.resolve({ locale: 'zh-CN' }),
    });
    return answer.status === 200 && (await answer.arrayBuffer()).byteLength > 0;
  } catch (end) {
    if (end instanceof Missing) return false;
    throw end;
  }
}

/** A file of the target's account in the role that it works in: one that waits, or one that is done. */
async function fileOf({ db }: StaffWorld, { accountId, grantId }: Target, ready = false): Promise<string> {
  const requestedAt = new Date(FIXED_NOW);
  const file = { accountId, grantId, kind: 'work_reports', query: '', label: '汇报', locale: 'zh-CN' } as const;
  const times = { requestedAt, expiresAt: new Date(requestedAt.getTime() + 86_400_000) };
  const { id } = await db.exportFile.create({ data: { ...file, ...times, districts: [] } });
  if (ready) {
    const names = { fileName: '汇报.zip', plainName: 'reports.zip', contentType: 'application/zip', size: 3 };
    await db.exportFilePart.create({ data: { exportId: id, attempt: 1, number: 0, bytes: Buffer.from('abc') } });
    const done = { state: 'done', attempt: 1, finishedAt: requestedAt, ...names } as const;
    await db.exportFile.update({ where: { id }, data: done });
  }
  return id;
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** True when the action led on to say what was done. */
async function ledOn(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return false;
  } catch (end) {
    if (end instanceof Led) return end.to.includes('done=');
    if (end instanceof Missing) return false;
    throw end;
  }
}

export const exportOperations: readonly StaffOperation[] = [
  {
    name: 'exportAuditEvents',
    needs: [['export', 'AuditEvent']],
    run: async (_, actor, { accountId }) => {
      const made = await exportAuditEvents(actor, { objectType: 'Account', objectId: accountId }, WORDS);
      if (!made.ok) return false;
      const lines: string[] = [];
      for await (const line of made.value.lines) lines.push(line);
      return lines.join('').includes(accountId);
    },
  },
  {
    name: 'exportDashboard',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => {
      const request = {
        unit: { level: 'clinic', code: clinicId },
        period: PERIOD,
        table: null,
        format: 'xlsx',
      } as const;
      return (await exportDashboard(actor, request, await fileLanguage('zh-CN'))).ok;
    },
  },
  {
    name: '/dashboard/export',
    needs: NEEDS,
    run: async (_, __, { clinicId }) =>
      await answers(GET, `/dashboard/export?level=clinic&code=${clinicId}&table=months&format=csv`),
  },
  {
    name: 'exportWorkReport',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => {
      const request = { unit: { level: 'clinic', code: clinicId }, period: PERIOD } as const;
      return (await exportWorkReport(actor, request, await fileLanguage('zh-CN'), async () => [])).ok;
    },
  },
  {
    name: '/dashboard/work-report',
    needs: NEEDS,
    run: async (_, __, { clinicId }) =>
      await answers(getWorkReport, `/dashboard/work-report?level=clinic&code=${clinicId}`),
  },
  {
    name: 'cancelExport',
    needs: 'self',
    run: async (world, actor, target) => (await cancelExport(actor, await fileOf(world, target))).ok,
  },
  {
    name: 'sendExportCancel',
    needs: 'self',
    run: async (world, _, target) => {
      const form = formOf({ id: await fileOf(world, target) });
      return await ledOn(() => sendExportCancel(form));
    },
  },
  {
    name: 'fetchExport',
    needs: 'self',
    run: async (world, actor, target) => (await fetchExport(actor, await fileOf(world, target, true))).ok,
  },
  {
    name: '/exports/file',
    needs: 'self',
    run: async (world, _, target) => {
      const id = await fileOf(world, target, true);
      try {
        const answer = await getFile(new Request(`http://portal.test/exports/file?id=${id}`));
        return (await answer.text()) === 'abc';
      } catch (end) {
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  },
  {
    name: 'sendExportRequest',
    needs: [
      ['export', 'ActivityMonth'],
      ['read', 'CommunityCentre'],
    ],
    run: async (_, __, { centreId }) => {
      const query = `level=centre&code=${centreId}&period=2026-10`;
      return await ledOn(() => sendExportRequest(formOf({ kind: 'work_reports', query })));
    },
  },
  {
    name: 'exportChart',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => {
      const unit = { level: 'clinic', code: clinicId } as const;
      const drawn = { title: '图', description: '图', svg: '<svg/>' };
      const request = { unit, period: PERIOD, chart: 'sessions', format: 'svg' } as const;
      return (await exportChart(actor, request, await fileLanguage('zh-CN'), async () => drawn)).ok;
    },
  },
  {
    name: '/dashboard/chart',
    needs: NEEDS,
    run: async (_, __, { clinicId }) =>
      await answers(getChart, `/dashboard/chart?level=clinic&code=${clinicId}&chart=sessions&period=2026-10`),
  },
];
