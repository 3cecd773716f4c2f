import { expect, it } from 'vitest';
import { getUnit } from '@/lib/indicators/unit-queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

// Dashboards before the first list is brought in.

useDatabase('empty');
const district = actorWith({ role: 'district_officer', districtCode: '310101' });
const alliance = actorWith({ role: 'alliance_officer', allianceCode: 'east' });

it('open for the own district and alliance, and for no other', async () => {
  expect(await getUnit(district, { level: 'district', code: '310101' })).toMatchObject({ name: '黄浦区' });
  expect(await getUnit(alliance, { level: 'alliance', code: 'east' })).toMatchObject({ level: 'alliance' });
  for (const [actor, unit] of [
    [district, { level: 'district', code: '310104' }],
    [district, { level: 'alliance', code: 'east' }],
    [district, { level: 'city' }],
    [alliance, { level: 'alliance', code: 'south' }],
    [alliance, { level: 'district', code: '310101' }],
  ] as const)
    expect(await getUnit(actor, unit), `${actor.role} ${JSON.stringify(unit)}`).toBeNull();
});
