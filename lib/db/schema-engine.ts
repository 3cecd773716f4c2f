import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

// Prisma's own migration engine, compiled to WebAssembly: it needs no downloaded binary and writes the ordinary
// _prisma_migrations table, so `prisma migrate deploy` goes on to work wherever the binary can be had.

const SCHEMA_FOLDER = path.resolve('prisma/schema');
export const NO_FILTER = { externalTables: [], externalEnums: [] };

export type MigrationList = {
  baseDir: string;
  lockfile: { path: string; content: string | null };
  shadowDbInitScript: string;
  migrationDirectories: { path: string; migrationFile: { path: string; content: { tag: 'ok'; value: string } } }[];
};

type Engine = {
  applyMigrations(input: { migrationsList: MigrationList; filters: typeof NO_FILTER }): Promise<unknown>;
  diff(input: unknown): Promise<unknown>;
};

/** The present Prisma schema: every file with its path. */
export async function readSchemaFiles(): Promise<[string, string][]> {
  const names = (await readdir(SCHEMA_FOLDER)).filter((name) => name.endsWith('.prisma')).sort();
  return await Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const file = path.join(SCHEMA_FOLDER, name);
      return [file, await readFile(file, 'utf8')];
    }),
  );
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

/** Runs the engine on a database; the first use in a process compiles it, which takes about a third of a second. */
export async function withEngine<T>(databaseUrl: string, use: (engine: Engine) => Promise<T>): Promise<T> {
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
