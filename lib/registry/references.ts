import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { listDistrictOutlines } from '@/lib/public-directory/outlines';
import { type References, referenceIndex } from './reference-rules';

/** Everything that cells of lists may name, as it stands now. */
export async function readReferences(tx: Prisma.TransactionClient): Promise<References> {
  const outlines = await listDistrictOutlines();
  // one after the other: inside a transaction there is only one connection
  const districts = await tx.district.findMany({
    select: { code: true, name: true, nameEn: true },
    orderBy: { code: 'asc' },
  });
  const subdistricts = await tx.subdistrict.findMany({
    select: { code: true, name: true, nameEn: true, districtCode: true, latitude: true, longitude: true },
    orderBy: { code: 'asc' },
  });
  return {
    district: referenceIndex(
      districts.map(({ code, name, nameEn }) => ({
        id: code,
        names: [name, nameEn, ...shortDistrict(name, nameEn)],
        outline: outlines.find((one) => one.code === code)?.polygons,
      })),
    ),
    subdistrict: referenceIndex(
      subdistricts.map(({ code, name, nameEn, districtCode, latitude, longitude }) => ({
        id: code,
        names: [name, nameEn],
        within: districtCode,
        point: { latitude: latitude.toFixed(6), longitude: longitude.toFixed(6) },
      })),
    ),
  };
}

/** 黄浦, Huangpu: a district as people write it. */
function shortDistrict(name: string, nameEn: string): string[] {
  return [name.replace(/新?区$/, ''), nameEn.replace(/ (?:New Area|District)$/, '')];
}
