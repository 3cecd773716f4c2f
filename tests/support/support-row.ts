import { randomUUID } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';
import { FIXED_NOW } from './fixed-clock';

/** A request of a colleague to the district officer, asked on the day of the tests, as a row. */
export function supportRow(
  overrides: Partial<Prisma.SupportRequestUncheckedCreateInput> = {},
): Prisma.SupportRequestUncheckedCreateInput {
  return {
    ...{ id: randomUUID(), kind: 'other', text: '诊室搬到三楼，请更新指引。', office: 'district' },
    ...{ askedById: 'colleague', askedByName: '赵敏', askedByRole: 'centre_clerk', districtCode: '310101' },
    ...{ createdAt: new Date(FIXED_NOW), dueOn: new Date('2026-11-25') },
    ...overrides,
  };
}
