import { existsSync } from 'node:fs';
import { z } from 'zod';

const flag = z.enum(['on', 'off']);

const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  /** Any PostgreSQL 15 or newer; unset means the embedded server, whose address `npm run up` sets. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** The address residents know, used in feeds, QR posters, sitemap and JSON-LD. */
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Requests a minute and client on /api/v1; 0 switches the limit off. */
  PUBLIC_API_RATE_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  /** How many reverse proxies in front of us add to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Key for hashes that must not be reversible, such as rate-limit keys. */
  APP_SECRET: z.string().min(32).optional(),
  /** 天地图 key: without it maps show outlines only. */
  TIANDITU_KEY: z.string().min(8).optional(),
  /** 审图号 of the outlines a deployment uses; without it the map says 示意图. */
  MAP_REVIEW_NUMBER: z.string().min(3).optional(),
  /** A frozen clock for tests and demonstrations, ISO 8601 with offset. */
  FIXED_NOW: z.iso.datetime({ offset: true }).optional(),
  /** Residents' pages load their scripts at the first interaction; off loads them at once. */
  LATE_SCRIPTS: flag.default('on'),
});

export type Env = z.infer<typeof envSchema> & { siteUrl: string };

/**
 * Parses the environment once.
 * @throws Error naming every variable that does not fit and what it should be.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment does not fit (see .env.example):\n${lines.join('\n')}`);
  }
  const siteUrl = (parsed.data.SITE_URL ?? `http://localhost:${parsed.data.PORT}`).replace(/\/+$/, '');
  return { ...parsed.data, siteUrl };
}

let cached: Env | undefined;

/** The environment, parsed at first use and then kept; a `.env` file fills in what is not set. */
export function env(): Env {
  if (!cached) {
    if (existsSync('.env')) process.loadEnvFile('.env');
    cached = parseEnv(process.env);
  }
  return cached;
}

/** The raw environment with overrides, for starting child processes only. */
export function childEnvironment(overrides: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...overrides };
}
