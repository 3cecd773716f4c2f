import { demonstrationContent } from '@/prisma/seed/generate';
import { DEMO_SCALE } from '@/prisma/seed/scale';
import { civilDate } from '@/lib/core/dates';
const today = civilDate(process.argv[2] ?? '2026-11-18');
for (const seed of [20260101, 1, 2, 3, 4, 5]) {
const t0=performance.now();
const { network: n, history } = demonstrationContent({ seed, today, scale: DEMO_SCALE });
const t1=performance.now();
const c: Record<string, number> = {}; const st: Record<string,number> = {};
let exp=0;
for (const rows of history) {
  for (const [k, v] of Object.entries(rows)) c[k] = (c[k] ?? 0) + v.length;
  for (const s of rows.clinicSession) { const k=`${s.state}${s.held?'':' not held'}`; st[k]=(st[k]??0)+1; }
  for (const s of rows.expectedMonth) exp += s.expected;
}
console.log(seed, 'net', Math.round(t1-t0), 'hist', Math.round(performance.now()-t1), n.clinicSchedule.length, exp, c.clinicSession, JSON.stringify(st));
}
