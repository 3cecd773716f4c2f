import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { childEnvironment } from '@/lib/core/env';
import { SERVER_PROGRAM } from '@/lib/server/process-arguments';

// The production build, made again only when something it is made of has changed.

const SOURCES = ['app', 'components', 'lib', 'public', 'prisma/schema', 'prisma/reference'];
const SINGLE_FILES = [
  'package-lock.json',
  'next.config.ts',
  'tsconfig.json',
  'proxy.ts',
  'instrumentation.ts',
  'postcss.config.mjs',
];
const WORKER_PROGRAM = 'public/log-worker.js';
const NOT_SOURCES = /[\\/]generated[\\/]|\.test\.tsx?$|public[\\/]log-worker\.js$/;
const MARK = '.next/BUILT_FROM';

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** A digest of everything the build is made of. */
export async function sourceDigest(): Promise<string> {
  const below = (await Promise.all(SOURCES.map(filesBelow))).flat();
  const files = [...below, ...SINGLE_FILES.filter((file) => existsSync(file))].filter(
    (file) => !NOT_SOURCES.test(file),
  );
  const digest = createHash('sha256');
  for (const file of files.sort()) digest.update(file).update(await readFile(file));
  return digest.digest('hex');
}

/**
 * Builds for production unless the last build is of these very sources.
 * @returns whether a build was made
 * @throws Error with what the build printed when it fails
 */
export async function ensureBuild(): Promise<boolean> {
  const digest = await sourceDigest();
  const built = await readFile(MARK, 'utf8').catch(() => '');
  if (built === digest) return false;
  await buildWorker();
  await buildPages();
  await buildServer();
  await writeFile(MARK, digest);
  return true;
}

/** The server as one plain program: started through a loader it would keep every source and its map in memory. */
async function buildServer() {
  await build({
    entryPoints: ['lib/server/main.ts'],
    outfile: SERVER_PROGRAM,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
}

/** The worker of the pages that work without a network, as one script beside the other files of public/. */
async function buildWorker() {
  await build({
    entryPoints: ['components/logging/worker/log-worker.ts'],
    outfile: WORKER_PROGRAM,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
}

function buildPages(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      env: childEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const keep = (chunk: Buffer) => {
      printed += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed:\n${printed.slice(-6000)}`)),
    );
  });
}

if (import.meta.filename === path.resolve(process.argv[1] ?? '')) {
  const made = await ensureBuild();
  console.log(made ? 'Built.' : 'The build is up to date.');
}
