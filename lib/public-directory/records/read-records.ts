import { z } from 'zod';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { type Connection, readRows } from '@/lib/db/connection';
import { log } from '@/lib/log/logger';
import type { DirectoryRecords } from '@/lib/public-directory/records-schema';
import { readCatalogue, readConditions, readPreparations, readTechniques } from './catalogue-sql';
import { readClinics, readExperts } from './clinics-sql';
import { type AllianceOf, readFacilities } from './facilities-sql';
import { Interner } from './interner';
import { readCounts, readProjects, readPublishedFigures, readWorkstations } from './programmes-sql';
import {
  readAlliances,
  readDistricts,
  readHolidays,
  readLandmarks,
  readMemberships,
  readSpecialtyAlliances,
  readSubdistricts,
} from './territory-sql';

const versionRow = z.object({ version: z.coerce.number().int() });

/**
 * The directory's version as committed now.
 * @throws the driver's error.
 */
export async function readVersion(connection: Connection): Promise<number> {
  const [row] = await readRows(connection, versionRow, 'SELECT version::text FROM directory_version WHERE id = 1');
  return row?.version ?? 0;
}

/**
 * Everything published, as one moment of the database: a single read-only repeatable-read transaction.
 * What holds only for a period (memberships, dispensing, assignments) is read as of today in Shanghai.
 * @throws the driver's error, or a ZodError naming the column when a row is not as the schema promises.
 */
export async function readRecords(connection: Connection): Promise<DirectoryRecords> {
  await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    return await readInTransaction(connection);
  } finally {
    // nothing was written; a rollback also clears the cursor when reading stopped half-way
    await connection.query('ROLLBACK').catch(() => undefined);
  }
}

async function readInTransaction(connection: Connection): Promise<DirectoryRecords> {
  const instant = now();
  const today = dateInShanghai(instant);
  const version = await readVersion(connection);
  const members = await readMemberships(connection, today);
  const own = new Map([...members.facilities].reverse().map(({ facilityId, alliance }) => [facilityId, alliance]));
  const allianceOf: AllianceOf = (facilityId, districtCode) =>
    own.get(facilityId) ?? members.byDistrict.get(districtCode) ?? null;
  const { facilities, withoutAlliance } = await readFacilities(connection, today, new Interner(), allianceOf);
  if (withoutAlliance > 0)
    log.warn({ withoutAlliance }, 'places of districts without a regional alliance are left out');
  return {
    version,
    loadedAt: instant.toISOString(),
    alliances: await readAlliances(connection, members),
    specialtyAlliances: await readSpecialtyAlliances(connection, today),
    districts: await readDistricts(connection, members),
    subdistricts: await readSubdistricts(connection),
    landmarks: await readLandmarks(connection),
    conditions: await readConditions(connection),
    conditionCatalogue: await readCatalogue(connection),
    techniques: await readTechniques(connection),
    preparations: await readPreparations(connection),
    facilities,
    experts: await readExperts(connection, today),
    clinics: await readClinics(connection, today),
    workstations: await readWorkstations(connection, today),
    projects: await readProjects(connection),
    holidays: await readHolidays(connection),
    publishedFigures: await readPublishedFigures(connection),
    counts: await readCounts(connection, today, allianceOf),
  };
}
