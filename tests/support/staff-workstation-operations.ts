import { listWorkstations } from '@/lib/training/workstation-queries';
import { workstationFilterSchema } from '@/lib/training/workstation-schema';
import type { StaffOperation } from './staff-operation';

// Workstations of famous physicians' teams, seen by whoever sees their centres.

export const workstationOperations: readonly StaffOperation[] = [
  {
    name: 'listWorkstations',
    // a workstation has the scope of its centre
    needs: [['read', 'CommunityCentre']],
    run: async ({ db }, actor, { centreId, hospitalId }) => {
      const id = crypto.randomUUID();
      const made = { id, name: `测试团队${id}`, nameEn: `Team ${id}`, hospitalId, origin: 'imported' as const };
      await db.famousPhysicianTeam.create({ data: made });
      const openedOn = new Date('2025-01-01');
      await db.famousPhysicianWorkstation.create({
        data: { id, teamId: id, centreId, openedOn, origin: 'imported' },
      });
      const { workstations } = await listWorkstations(actor, workstationFilterSchema.parse({ text: made.name }));
      return workstations.some((one) => one.id === id);
    },
  },
];
