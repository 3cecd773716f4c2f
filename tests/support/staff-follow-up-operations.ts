import * as actions from '@/app/[locale]/(workspace)/monitor/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai } from '@/lib/core/dates';
import { evaluateNow } from '@/lib/monitor/evaluate-clinics';
import {
  closeFollowUp,
  commentOnFollowUp,
  handOverFollowUp,
  openFollowUp,
  takeFollowUp,
} from '@/lib/monitor/follow-up-commands';
import { getFollowUp, listClinicFollowUps, listFollowUps } from '@/lib/monitor/follow-up-queries';
import { formOf, went } from './staff-action-operations';
import type { Need, StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// What staff do with follow-ups, each on a clinic that nobody has touched yet.

const SEE: readonly Need[] = [
  ['read', 'FollowUp'],
  ['read', 'JointClinic'],
];
const OPEN: readonly Need[] = [
  ['create', 'FollowUp'],
  ['read', 'JointClinic'],
];
const CHANGE: readonly Need[] = [
  ['update', 'FollowUp'],
  ['read', 'JointClinic'],
];
const TALK: readonly Need[] = [
  ['create', 'FollowUpMessage'],
  ['read', 'JointClinic'],
];

const text = '请核实近期开诊情况';
const dueOn = () => addDays(dateInShanghai(now()), 10);

async function followUpOf({ db, freshClinic }: StaffWorld, target: Target, office: 'district' | 'centre' = 'district') {
  const { clinicId } = await freshClinic(target);
  const day = new Date('2026-11-01T00:00:00Z');
  const { id } = await db.followUp.create({
    data: { clinicId, state: 'idle', stateOn: day, openedAt: day, office, dueOn: day },
    select: { id: true },
  });
  return { id, clinicId };
}

type Fields = Readonly<Record<string, string>>;
const command = (
  name: string,
  needs: readonly Need[],
  run: (actor: Actor, fields: Fields) => Promise<{ ok: boolean }>,
  more: () => Fields,
): StaffOperation => ({
  name,
  needs,
  run: async (world, actor, target) => {
    const { id } = await followUpOf(world, target);
    return (await run(actor, { id, version: '1', ...more() })).ok;
  },
});
const action = (
  name: string,
  needs: readonly Need[],
  send: typeof actions.sendTaking,
  more: () => Fields,
): StaffOperation => ({
  name,
  needs,
  run: async (world, _, target) => {
    const { id } = await followUpOf(world, target);
    return await went(() => send(FRESH_FORM, formOf({ id, version: '1', ...more() })));
  },
});

const handing = () => ({ office: 'centre', dueOn: dueOn(), text });
const closing = () => ({ outcome: 'improved', text });

export const followUpOperations: StaffOperation[] = [
  {
    name: 'listFollowUps',
    needs: SEE,
    run: async (world, actor, target) => {
      const { id } = await followUpOf(world, target);
      const found = (await listFollowUps(actor, 'open')).some((one) => one.id === id);
      await world.db.followUp.delete({ where: { id } });
      return found;
    },
  },
  {
    name: 'listClinicFollowUps',
    needs: SEE,
    run: async (world, actor, target) =>
      (await listClinicFollowUps(actor, (await followUpOf(world, target)).clinicId)).length > 0,
  },
  {
    name: 'getFollowUp',
    needs: SEE,
    run: async (world, actor, target) => (await getFollowUp(actor, (await followUpOf(world, target)).id)) !== null,
  },
  {
    name: 'openFollowUp',
    needs: OPEN,
    run: async ({ freshClinic }, actor, target) => {
      const { clinicId } = await freshClinic(target);
      return (await openFollowUp(actor, { clinicId, ...handing() })).ok;
    },
  },
  command('takeFollowUp', CHANGE, takeFollowUp, () => ({})),
  command('handOverFollowUp', CHANGE, handOverFollowUp, handing),
  command('closeFollowUp', CHANGE, closeFollowUp, closing),
  command('commentOnFollowUp', TALK, commentOnFollowUp, () => ({ text })),
  {
    name: 'sendFollowUp',
    needs: OPEN,
    run: async ({ freshClinic }, _, target) => {
      const { clinicId } = await freshClinic(target);
      return await went(() => actions.sendFollowUp(FRESH_FORM, formOf({ clinicId, ...handing() })));
    },
  },
  action('sendTaking', CHANGE, actions.sendTaking, () => ({})),
  action('sendFollowUpHandOver', CHANGE, actions.sendFollowUpHandOver, handing),
  action('sendFollowUpClose', CHANGE, actions.sendFollowUpClose, closing),
  action('sendFollowUpComment', TALK, actions.sendFollowUpComment, () => ({ text })),
  ...(['evaluateNow', 'sendEvaluation'] as const).map(
    (name): StaffOperation => ({
      name,
      needs: OPEN,
      run: async ({ db }, actor, { clinicId }) => {
        await db.clinicStateHistory.deleteMany({ where: { clinicId } });
        if (name === 'evaluateNow') await evaluateNow(actor);
        else await went(() => actions.sendEvaluation());
        return (await db.clinicStateHistory.count({ where: { clinicId } })) > 0;
      },
    }),
  ),
];
