import { GET } from '@/app/[locale]/(workspace)/people/mentors/export/route';
import { exportMentorComparison } from '@/lib/exports/mentor-export';
import { fileLanguage } from '@/lib/i18n/file-language';
import { getMentorComparison } from '@/lib/training/mentor-queries';
import { Missing } from './next-stand-ins';
import type { Need, StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// Mentors laid beside each other. The files are read whole: out of scope shows in what is in them.

const COMPARE: readonly Need[] = [
  ['export', 'Expert'],
  ['export', 'TraineeDoctor'],
];

/** Whether a workbook names the target's trainee. */
async function names({ db }: StaffWorld, { traineeId }: Target, bytes: Buffer): Promise<boolean> {
  const { default: readXlsxFile } = await import('read-excel-file/node');
  const { name } = await db.traineeDoctor.findUniqueOrThrow({ where: { id: traineeId }, select: { name: true } });
  const sheets = await readXlsxFile(bytes);
  return sheets.some(({ data }) => data.some((row) => row[0] === name));
}

export const mentorOperations: readonly StaffOperation[] = [
  {
    name: 'getMentorComparison',
    needs: COMPARE,
    run: async (_, actor, { traineeId }) =>
      (await getMentorComparison(actor))?.trainees.some(({ id }) => id === traineeId) ?? false,
  },
  {
    name: 'exportMentorComparison',
    needs: COMPARE,
    run: async (world, actor, target) => {
      const made = await exportMentorComparison(actor, await fileLanguage('zh-CN'));
      if (!made.ok) return false;
      const parts: Uint8Array[] = [];
      for await (const part of made.value.body) parts.push(part);
      return await names(world, target, Buffer.concat(parts));
    },
  },
  {
    name: '/people/mentors/export',
    needs: COMPARE,
    run: async (world, _, target) => {
      try {
        const request = new Request('http://portal.test/people/mentors/export');
        const answer = await GET(request, { params: Promise.resolve({ locale: 'zh-CN' }) });
        return answer.status === 200 && (await names(world, target, Buffer.from(await answer.arrayBuffer())));
      } catch (end) {
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  },
];
