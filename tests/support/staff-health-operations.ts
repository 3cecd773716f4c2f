import { sendFix } from '@/app/[locale]/(workspace)/registry/health/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import { fixFacilities } from '@/lib/registry/health/health-commands';
import { exportHealth } from '@/lib/registry/health/health-export';
import { getHealth } from '@/lib/registry/health/health-queries';
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
