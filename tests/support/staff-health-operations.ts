import { sendFix, sendStranded } from '@/app/[locale]/(workspace)/registry/health/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import { fixFacilities } from '@/lib/registry/health/health-commands';
import { exportHealth } from '@/lib/registry/health/health-export';
import { getHealth } from '@/lib/registry/health/health-queries';
import { listStranded, moveStranded } from '@/lib/registry/health/stranded-trainees';
import { buildersOn } from '@/prisma/seed/builders';
import { whole } from './list-files';
import { Led, Missing } from './next-stand-ins';
import { REGISTRY_WORDS } from './registry-words';
import { sheetText } from './sheet-text';
import type { StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// How healthy entries are, and putting them right.

const READER = { locale: 'zh-CN', words: REGISTRY_WORDS } as const;
const FILTER = { problem: 'phone' } as const;

/** Gives the target's centre a phone that is written oddly, and says which version it now is. */
async function oddPhone({ db }: StaffWorld, { centreId }: Target) {
  const { id, version } = await db.facility.update({
    where: { id: centreId },
    data: { phone: '63231234' },
    select: { id: true, version: true },
  });
  return { id, version };
}

/** A trainee at a closed centre beside the target's, and the target's, which could take the trainee over. */
async function strandedBeside({ db }: StaffWorld, { centreId, districtCode }: Target) {
  const build = buildersOn(db, `stranded-${crypto.randomUUID().slice(0, 8)}`);
  const { id: from } = await build.centre({ districtCode });
  const { id } = await db.traineeDoctor.create({
    data: {
      id: `trainee-${from}`,
      name: '测试学员',
      nameEn: 'Test',
      centreId: from,
      cohort: 2025,
      origin: 'demonstration',
    },
  });
  await db.facility.update({ where: { id: from }, data: { status: 'closed' } });
  return { centreId, row: { id, from } };
}

export const healthOperations: readonly StaffOperation[] = [
  {
    name: 'getHealth',
    needs: [['export', 'FacilityCheck']],
    run: async (world, actor, target) => {
      const { id } = await oddPhone(world, target);
      return (await getHealth(actor, FILTER))?.page?.rows.some((row) => row.id === id) === true;
    },
  },
  {
    name: 'exportHealth',
    needs: [
      ['read', 'ListImport'],
      ['export', 'FacilityCheck'],
    ],
    run: async (world, actor, target) => {
      const { id } = await oddPhone(world, target);
      const made = await exportHealth(actor, { list: 'centres', filter: FILTER }, READER);
      return made.ok && (await sheetText(await whole(made.value.body))).includes(id);
    },
  },
  {
    name: 'fixFacilities',
    needs: [['update', 'FacilityCheck']],
    run: async (world, actor, target) =>
      (await fixFacilities(actor, { fix: 'confirm', rows: [await oddPhone(world, target)] })).ok,
  },
  {
    name: 'listStranded',
    needs: [['export', 'FacilityCheck']],
    run: async (world, actor, target) => {
      // at the very centre of the target, so that its clerk sees it too
      const { traineeId, centreId: id } = target;
      const { active } = await world.db.traineeDoctor.findUniqueOrThrow({ where: { id: traineeId } });
      await world.db.traineeDoctor.update({ where: { id: traineeId }, data: { active: true } });
      const { status } = await world.db.facility.update({ where: { id }, data: { status: 'closed' } });
      const seen = await listStranded(actor);
      await world.db.facility.update({ where: { id }, data: { status: 'operating' } });
      await world.db.traineeDoctor.update({ where: { id: traineeId }, data: { active } });
      return status === 'closed' && seen?.trainees.some((one) => one.id === traineeId) === true;
    },
  },
  {
    name: 'moveStranded',
    needs: [['update', 'CommunityCentre']],
    run: async (world, actor, target) => {
      const { centreId, row } = await strandedBeside(world, target);
      return (await moveStranded(actor, { centreId, rows: [row] })).ok;
    },
  },
  {
    name: 'sendStranded',
    needs: [['update', 'CommunityCentre']],
    run: async (world, _, target) => {
      const { centreId, row } = await strandedBeside(world, target);
      const form = new FormData();
      for (const [name, value] of Object.entries({ centre: centreId, trainee: `${row.from} ${row.id}` }))
        form.set(name, value);
      try {
        await sendStranded(FRESH_FORM, form);
        return false;
      } catch (end) {
        if (end instanceof Led) return end.to.includes('done=1');
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  },
  {
    name: 'sendFix',
    needs: [['update', 'FacilityCheck']],
    run: async (world, _, target) => {
      const { id, version } = await oddPhone(world, target);
      const form = new FormData();
      for (const [name, value] of Object.entries({ fix: 'confirm', row: `${version} ${id}` })) form.set(name, value);
      try {
        await sendFix(FRESH_FORM, form);
        return false;
      } catch (end) {
        if (end instanceof Led) return end.to.includes('done=1');
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  },
];
