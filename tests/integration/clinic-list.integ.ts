import { describe, expect, it } from 'vitest';
import { getClinic } from '@/lib/joint-clinics/clinic-detail-queries';
import { listClinics } from '@/lib/joint-clinics/clinic-queries';
import { clinicFilterSchema } from '@/lib/joint-clinics/list-schema';
import { parseMonth } from '@/lib/joint-clinics/month-rules';
import { getClinicMonth } from '@/lib/joint-clinics/plan-queries';
import type { ClinicListed } from '@/lib/joint-clinics/views-schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

// The list of clinics and the page of one, on the demonstration network. Today is Wednesday, 18 November 2026.

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const east = actorWith({ role: 'alliance_officer', allianceCode: 'east' });
const list = async (actor: Parameters<typeof listClinics>[0], given: Record<string, unknown> = {}) =>
  await listClinics(actor, clinicFilterSchema.parse(given));

async function all(actor: Parameters<typeof listClinics>[0], given: Record<string, unknown> = {}) {
  const found = [];
  for (let after: string | null = null; ; ) {
    const page = await list(actor, { ...given, after });
    found.push(...page.clinics);
    if (page.next === null) return found;
    expect(page.clinics.length).toBe(30);
    after = page.next;
  }
}

describe('listClinics', () => {
  it('goes through every clinic once, page by page', async () => {
    const clinics = await all(city);
    expect(clinics).toHaveLength(await database.db.jointClinic.count());
    expect(new Set(clinics.map(({ id }) => id)).size).toBe(clinics.length);
  });

  it('keeps to the scope, also when asked to begin after somebody else’s clinic', async () => {
    const mine = await all(east);
    expect(mine.length).toBeGreaterThan(20);
    expect(mine.every(({ hospital }) => hospital.id === 'shuguang')).toBe(true);
    const foreign = (await all(city)).find(({ hospital }) => hospital.id === 'longhua');
    expect((await list(east, { after: foreign?.id })).clinics).toEqual((await list(east)).clinics);
  });

  it('filters by status, district, centre, expert and text', async () => {
    const [first] = (await list(east)).clinics;
    const expert = first?.experts[0];
    if (!first || !expert) throw new Error('The network has no clinic with an expert');
    const checks: [Record<string, unknown>, (clinic: ClinicListed) => boolean][] = [
      [{ status: 'operating' }, ({ status }) => status === 'operating'],
      [{ district: '310115' }, ({ district }) => district.id === '310115'],
      [{ centre: first.centre.id }, ({ centre }) => centre.id === first.centre.id],
      [{ expert: expert.id }, ({ experts }) => experts.some(({ id }) => id === expert.id)],
      [{ text: expert.name }, ({ experts }) => experts.some(({ name }) => name === expert.name)],
      [{ text: first.name }, ({ name }) => name.includes(first.name)],
      [{ text: first.centre.nameEn.toUpperCase() }, ({ centre }) => centre.id === first.centre.id],
    ];
    const everything = await all(east);
    for (const [given, fits] of checks) {
      const found = await all(east, given);
      expect(
        found.map(({ id }) => id),
        JSON.stringify(given),
      ).toEqual(everything.filter(fits).map(({ id }) => id));
      expect(found.length).toBeGreaterThan(0);
    }
    expect(await all(east, { text: 'zzzzqqqq' })).toEqual([]);
  });

  it('tells the four statuses apart as the rules do, also of clinics without a present period', async () => {
    const ids = (await list(east)).clinics.slice(0, 3).map(({ id }) => id);
    const [never, over, later] = ids;
    const client = await database.sql.connect();
    try {
      await client.query('BEGIN');
      await client.query("SET LOCAL app.loading_history = 'on'");
      await client.query('DELETE FROM joint_clinic_status WHERE clinic_id = $1', [never]);
      await client.query(
        "UPDATE joint_clinic_status SET valid_to = '2026-06-01' WHERE clinic_id = $1 AND valid_to IS NULL",
        [over],
      );
      await client.query('DELETE FROM joint_clinic_status WHERE clinic_id = $1 AND valid_to IS NOT NULL', [later]);
      await client.query("UPDATE joint_clinic_status SET valid_from = '2026-12-01' WHERE clinic_id = $1", [later]);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    const ofStatus = async (status: string) => (await all(east, { status })).map(({ id }) => id);
    expect(await ofStatus('preparing')).toEqual(expect.arrayContaining([never, later]));
    expect(await ofStatus('closed')).toContain(over);
    expect((await ofStatus('operating')).filter((id) => ids.includes(id))).toEqual([]);
    const counted = await Promise.all(['preparing', 'operating', 'suspended', 'closed'].map(ofStatus));
    expect(counted.flat().sort()).toEqual((await all(east)).map(({ id }) => id).sort());
  });
});

describe('a clinic', () => {
  it('shows an alliance officer more than a reader, and only what each may see', async () => {
    const [clinic] = (await list(east, { district: '310101' })).clinics;
    if (!clinic) throw new Error('Huangpu has a clinic');
    const [mine, read] = [
      await getClinic(east, clinic.id),
      await getClinic(actorWith({ role: 'district_officer', districtCode: '310101' }), clinic.id),
    ];
    expect(mine).toMatchObject({ id: clinic.id, mayChange: true, mayAssignTrainees: true, today: '2026-11-18' });
    expect(read).toMatchObject({ id: clinic.id, mayChange: false, mayAssignTrainees: false });
    expect(await getClinic(actorWith({ role: 'district_officer', districtCode: '310104' }), clinic.id)).toBeNull();
    const month = parseMonth('2026-11');
    if (!month) throw new Error('November is a month');
    const table = await getClinicMonth(east, clinic.id, month);
    expect(table?.weeks).toHaveLength(6);
    expect(
      await getClinicMonth(actorWith({ role: 'centre_clerk', centreId: 'elsewhere' }), clinic.id, month),
    ).toBeNull();
  });
});
