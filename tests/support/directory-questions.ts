import { wgs84 } from '@/lib/core/geo';
import { closeConnection, openConnection } from '@/lib/db/connection';
import { readRecords } from '@/lib/public-directory/records/read-records';
import type { DirectoryQuery } from '@/lib/public-directory/schema';
import { buildSnapshot, type Snapshot } from '@/lib/public-directory/snapshot';

// Questions as residents ask them, put to two directories that should answer the same.

/**
 * The directory of a database, as a server holds it, but for when its rows were written and for what centres have logged of
 * today: no list brings that.
 */
export async function directoryOf(url: string): Promise<Snapshot> {
  const connection = await openConnection(url, 'tests');
  try {
    const records = await readRecords(connection);
    const clinics = records.clinics.map((clinic) => ({ ...clinic, notHeld: [] }));
    const facilities = records.facilities.map((facility) => ({ ...facility, updatedAt: '' }));
    return buildSnapshot({ ...records, facilities, clinics });
  } finally {
    await closeConnection(connection);
  }
}

const ANYTHING: DirectoryQuery = {
  ...{ q: null, near: null, kinds: [], technique: null, condition: null, district: null, alliance: null },
  ...{ open: null, expertThisWeek: false, features: [], radiusMetres: null, sort: null, limit: 30, cursor: null },
};

/** Asks for places, symptoms, pinyin, wrong characters, people and preparations, and by every filter. */
export function questionsTo({ records }: Snapshot): DirectoryQuery[] {
  const [expert] = records.experts.filter(({ id }) => records.clinics.some(({ expertIds }) => expertIds.includes(id)));
  const texts = [
    ...['膝盖疼', '失眠', '老寒腿', '小孩咳嗽', 'yaotong', 'xizhi', 'shimian', '腰同', '失棉', '针炙', 'insomnia'],
    ...[
      '外滩街道',
      '人民广场',
      '徐汇区 针灸',
      '曙光医院',
      '龙华医院 东院',
      '北部协同',
      '失眠 周六上午',
      '腰痛 现在开着',
    ],
    ...['村卫生室 拔罐', '骨伤专病联盟', '中医馆', '没有这样的地方'],
    ...[expert?.name ?? '', expert?.nameEn ?? '', records.preparations[0]?.name ?? ''],
  ];
  const near = wgs84(31.2304, 121.4737);
  const filters: Partial<DirectoryQuery>[] = [
    ...(['lead_hospital', 'partner_hospital', 'community_centre', 'service_station'] as const).map((kind) => ({
      kinds: [kind],
    })),
    ...(['east', 'south', 'west', 'north'] as const).map((alliance) => ({ alliance })),
    ...[{ technique: 'acupuncture' }, { condition: 'A07.06.19' }, { district: '310151' }, { open: 'now' as const }],
    ...[{ open: 'sat-am' as const }, { features: ['step_free' as const] }, { radiusMetres: 2_000 }],
    ...[{ expertThisWeek: true }, { sort: 'session' as const }, { sort: 'relevance' as const, q: '推拿' }],
  ];
  return [
    ...texts.flatMap((q) => [
      { ...ANYTHING, q },
      { ...ANYTHING, q, near },
    ]),
    ...filters.map((filter) => ({ ...ANYTHING, near, ...filter })),
  ];
}

/** What a directory answers; a cursor names its version, so only whether there is one. */
export function answersOf({ engine }: Snapshot, questions: readonly DirectoryQuery[], now: Date) {
  return questions.map((question) => {
    const found = engine.search(question, now);
    return { question, ...found, next: found.next !== null };
  });
}
