import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import { applyImport, undoImport } from '@/lib/registry/imports/apply-commands';
import { uploadList } from '@/lib/registry/imports/import-commands';
import { getImport } from '@/lib/registry/queries';
import { checkedInTurn } from '@/tests/support/imported';
import { workbookOf } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

// Brings 10,000 stations in as one file and takes them back, and prints how long each step took. One row in twenty has a
// mistake, one in four a name near to one that is there.

const ROWS = 10_000;
const HEAD = [
  '名称',
  '区',
  '街道',
  '所属中心',
  '联系电话',
  '纬度',
  '经度',
  '坐标系',
  '开放时间',
  '有中医师',
  '适宜技术',
];
const city: Actor = {
  ...{ accountId: 'bench', grantId: 'bench', staffSessionId: 'bench', displayName: 'bench', requestId: 'bench' },
  role: 'city_officer',
};
const megabytes = () => process.memoryUsage.rss() / 1024 / 1024;

const stations = await db().facility.findMany({
  where: { kind: 'service_station' },
  select: {
    name: true,
    districtCode: true,
    subdistrictCode: true,
    latitude: true,
    longitude: true,
    serviceStation: { select: { centreId: true } },
  },
  orderBy: { id: 'asc' },
});
const rows = Array.from({ length: ROWS }, (_, at) => {
  const like = stations[at % stations.length];
  if (!like) throw new Error('There are no stations');
  const near = at % 4 === 0 ? like.name.replace('社区卫生服务站', '卫生站') : `新建第${at}号社区卫生服务站`;
  return [
    ...[`${near}${at}`, like.districtCode, like.subdistrictCode ?? '', like.serviceStation?.centreId ?? ''],
    ...[String(60_000_000 + at), String(Number(like.latitude) + at / 1e6), like.longitude.toFixed(6), 'GCJ-02'],
    ...[at % 20 === 0 ? '看情况' : '周一至周五 8:00-11:30 13:00-16:30；周六 8:00-11:00', '是', '针刺；拔罐；艾灸'],
  ];
});
const file = await workbookOf(HEAD, rows);

let [mostMegabytes, longestPauseMs, uploadMs] = [0, 0, 0];
let last = performance.now();
const watch = setInterval(() => {
  const now = performance.now();
  longestPauseMs = Math.max(longestPauseMs, now - last - 10);
  last = now;
  mostMegabytes = Math.max(mostMegabytes, megabytes());
}, 10);

async function timed<T>(run: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await run(), performance.now() - started];
}

/** The upload, which its officer waits for, and the check beside it. */
async function check() {
  const input = { list: 'stations', fileName: 'stations.xlsx', file, datum: 'wgs84' } as const;
  const started = performance.now();
  const done = await uploadList(city, input, REGISTRY_WORDS);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  uploadMs = performance.now() - started;
  await checkedInTurn(city, done.value.importId);
  return done.value.importId;
}

const restingMegabytes = megabytes();
const [importId, checkMs] = await timed(check);
const [again, secondCheckMs] = await timed(check);
const found = await getImport(city, importId);
if (!found) throw new Error('The import is not there');
const [applied, applyMs] = await timed(() => applyImport(city, { importId, version: found.version }));
if (!applied.ok) throw new Error(JSON.stringify(applied.error));
const now = await getImport(city, importId);
const [undone, undoMs] = await timed(() => undoImport(city, { importId, version: now?.version ?? 0 }));
if (!undone.ok) throw new Error(JSON.stringify(undone.error));
clearInterval(watch);
await db().listImport.deleteMany({ where: { id: { in: [importId, again] } } });

const { faulty } = found.counts;
const times = { uploadMs, checkMs, secondCheckMs, applyMs, undoMs, longestPauseMs };
console.log(JSON.stringify({ rows: found.rows, faulty, ...times, restingMegabytes, mostMegabytes }));
await db().$disconnect();
