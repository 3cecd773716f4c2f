import { GET } from '@/app/[locale]/(workspace)/dashboard/export/route';
import { GET as getWorkReport } from '@/app/[locale]/(workspace)/dashboard/work-report/route';
import { exportAuditEvents } from '@/lib/audit/export';
import { civilDate } from '@/lib/core/dates';
import { exportDashboard } from '@/lib/exports/dashboard-export';
import { exportWorkReport } from '@/lib/exports/work-report-export';
import { fileLanguage } from '@/lib/i18n/file-language';
import { monthOf } from '@/lib/indicators/period-rules';
import { Missing } from './next-stand-ins';
import type { Need, StaffOperation } from './staff-operation';

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
async function answers(get: typeof GET, address: string): Promise<boolean> {
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
      return (await exportWorkReport(actor, request, await fileLanguage('zh-CN'))).ok;
    },
  },
  {
    name: '/dashboard/work-report',
    needs: NEEDS,
    run: async (_, __, { clinicId }) =>
      await answers(getWorkReport, `/dashboard/work-report?level=clinic&code=${clinicId}`),
  },
];
