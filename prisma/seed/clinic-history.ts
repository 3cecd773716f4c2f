import { addDays, type CivilDate } from '@/lib/core/dates';
import type { Clinic } from './clinics';
import type { Network } from './network';
import { openRandom } from './random';

const PREPARED = ['筹备：诊室与排班准备中', 'Being prepared: room and schedule'] as const;
const PAUSES = [
  ['中心装修，暂停服务', 'Paused while the centre was renovated'],
  ['专家轮换，暂停服务', 'Paused while the experts changed'],
  ['诊室搬迁，暂停服务', 'Paused while the room was moved'],
] as const;
/** How many clinics were once suspended for some weeks. */
const PAUSED_CLINICS = 7;
/** A clinic is open for a while before it is paused. */
const PAUSED_BEFORE_DAYS = 560;

/** The status history of every clinic: prepared, opened, a few paused for a while; all operate today. */
export function addClinicHistory(
  network: Network,
  { seed, today, clinics }: { seed: number; today: CivilDate; clinics: readonly Clinic[] },
): void {
  const random = openRandom(seed, 'clinic history');
  const open = clinics.filter(({ openedOn }) => openedOn < addDays(today, -PAUSED_BEFORE_DAYS));
  const paused = new Set(random.sample(open, PAUSED_CLINICS));
  for (const clinic of clinics) {
    let number = 0;
    const period = (
      status: 'preparing' | 'operating' | 'suspended',
      from: CivilDate,
      to: CivilDate | null,
      [reason, reasonEn]: readonly [string | null, string | null] = [null, null],
    ) => {
      number++;
      network.jointClinicStatus.push({
        id: `${clinic.id}-status-${number}`,
        clinicId: clinic.id,
        status,
        validFrom: from,
        validTo: to,
        reason,
        reasonEn,
        origin: 'demonstration',
      });
    };
    period('preparing', addDays(clinic.openedOn, -random.whole(30, 100)), clinic.openedOn, PREPARED);
    if (!paused.has(clinic)) {
      period('operating', clinic.openedOn, null);
      continue;
    }
    const from = addDays(today, -random.whole(120, PAUSED_BEFORE_DAYS - 60));
    const to = addDays(from, random.whole(28, 84));
    period('operating', clinic.openedOn, from);
    period('suspended', from, to, random.pick(PAUSES));
    period('operating', to, null);
  }
}
