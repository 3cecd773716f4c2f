import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { z } from 'zod';

// Prisma's own migration engine, compiled to WebAssembly: it needs no downloaded binary and writes the ordinary
// _prisma_migrations table, so `prisma migrate deploy` goes on to work wherever the binary can be had.

const SCHEMA_FOLDER = path.resolve('prisma/schema');
const MIGRATIONS_FOLDER = path.resolve('prisma/migrations');
const NO_FILTER = { externalTables: [], externalEnums: [] };

type MigrationList = {
  baseDir: string;
  lockfile: { path: string; content: string | null };
  shadowDbInitScript: string;
  migrationDirectories: { path: string; migrationFile: { path: string; content: { tag: 'ok'; value: string } } }[];
};

type Engine = {
  applyMigrations(input: { migrationsList: MigrationList; filters: typeof NO_FILTER }): Promise<unknown>;
  diff(input: unknown): Promise<unknown>;
};

const appliedSchema = z.object({ appliedMigrationNames: z.array(z.string()) });
const diffSchema = z.object({ stdout: z.string().nullish() });

async function readSchemaFiles(): Promise<[string, string][]> {
  const names = (await readdir(SCHEMA_FOLDER)).filter((name) => name.endsWith('.prisma')).sort();
  return await Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const file = path.join(SCHEMA_FOLDER, name);
      return [file, await readFile(file, 'utf8')];
    }),
  );
}

async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    folders.map(async (folder) => ({
      path: folder,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(MIGRATIONS_FOLDER, folder, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(path.join(MIGRATIONS_FOLDER, 'migration_lock.toml'), 'utf8'),
  };
  return { baseDir: MIGRATIONS_FOLDER, lockfile, shadowDbInitScript: '', migrationDirectories };
}

/** Sends a migration to the server whole: the stock adapter cuts scripts at every semicolon, also inside functions
 * and comments, and so could leave one half applied; PostgreSQL runs a whole script as one transaction. */
class WholeScriptAdapter extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script: string) => {
      await this.pool.query(script);
    };
    return adapter;
  }
}

let glueOnce: ReturnType<typeof loadGlue> | undefined;

/** The engine's JavaScript half keeps one WebAssembly instance, so it is loaded once a process. */
async function loadGlue() {
  const require = createRequire(import.meta.url);
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasmFile = path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm');
  const module = await WebAssembly.compile(await readFile(wasmFile));
  const instance = await WebAssembly.instantiate(module, {
    './schema_engine_bg.js': glue,
  } as unknown as WebAssembly.Imports);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

async function withEngine<T>(databaseUrl: string, use: (engine: Engine) => Promise<T>): Promise<T> {
  glueOnce ??= loadGlue();
  const glue = await glueOnce;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptAdapter(pool));
    const engine = await glue.SchemaEngine.new({ datamodels: await readSchemaFiles() }, () => undefined, adapter);
    return await use(engine as unknown as Engine);
  } finally {
    await pool.end();
  }
}

/**
 * Applies every migration that the database does not have yet, each in one transaction.
 * @returns the names applied now, in order; empty when the database was up to date.
 * @throws the engine's error when a migration fails; the failed one is recorded as such in _prisma_migrations.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  return await withEngine(databaseUrl, async (engine) => {
    const output = await engine.applyMigrations({ migrationsList: await readMigrations(), filters: NO_FILTER });
    return appliedSchema.parse(output).appliedMigrationNames;
  });
}

/**
 * The SQL that leads from one set of Prisma schema files (none: an empty database) to the present one.
 * Check constraints, exclusion constraints, partial indexes and triggers are ours to write by hand.
 */
export async function migrationScript(databaseUrl: string, from: [string, string][] = []): Promise<string> {
  const files = (list: [string, string][]) => list.map(([path, content]) => ({ path, content }));
  return await withEngine(databaseUrl, async (engine) => {
    const output = await engine.diff({
      from: from.length > 0 ? { tag: 'schemaDatamodel', files: files(from) } : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: files(await readSchemaFiles()) },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: NO_FILTER,
    });
    return diffSchema.parse(output).stdout ?? '';
  });
}
