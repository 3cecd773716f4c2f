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
  /** Who reads /api/metrics sends it as a bearer token; unset, that address does not exist and nothing is counted. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Requests a minute and client on /api/v1; 0 switches the limit off. */
  PUBLIC_API_RATE_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  /** How many reverse proxies in front of us add to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Key behind staff cookies, stored second factors and hashes that must not be reversible. */
  APP_SECRET: z
    .string()
    .min(32)
    .refine((text) => new Set(text).size >= 10, 'at least 10 different characters; take random ones')
    .optional(),
  /** Single sign-on by OpenID Connect: all three, or none. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(16).optional(),
  /** Whether the accounts of the demonstration may sign in; `npm run up` sets it on the embedded database only. */
  DEMONSTRATION_ACCOUNTS: flag.default('off'),
  /** 天地图 key: without it maps show outlines only. */
  TIANDITU_KEY: z.string().min(8).optional(),
  /** 审图号 of the outlines a deployment uses; without it the map says 示意图. */
  MAP_REVIEW_NUMBER: z.string().min(3).optional(),
  /** A font file with Chinese characters for charts as pictures; without it the usual places are looked at. */
  CHART_FONT: z.string().min(1).optional(),
  /** A frozen clock for tests and demonstrations, ISO 8601 with offset. */
  FIXED_NOW: z.iso.datetime({ offset: true }).optional(),
  /** Residents' pages load their scripts at the first interaction; off loads them at once. */
  LATE_SCRIPTS: flag.default('on'),
});

export type SingleSignOn = { issuer: string; clientId: string; clientSecret: string };
export type Env = z.infer<typeof envSchema> & { siteUrl: string; singleSignOn: SingleSignOn | null };

function singleSignOnOf(data: z.infer<typeof envSchema>): SingleSignOn | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, NODE_ENV } = data;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret)
    throw new Error('Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together, or none of them.');
  const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${issuer}/`);
  if (NODE_ENV === 'production' && !issuer.startsWith('https:') && !loopback)
    throw new Error('OIDC_ISSUER must be an https address.');
  return { issuer: issuer.replace(/\/+$/, ''), clientId, clientSecret };
}

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
  return { ...parsed.data, siteUrl, singleSignOn: singleSignOnOf(parsed.data) };
}

let cached: Env | undefined;

/** The environment, parsed at first use and then kept; a `.env` file fills in what is not set. */
export function env(): Env {
  if (!cached) {
    if (existsSync('.env')) process.loadEnvFile('.env');
    cached = parseEnv(process.env);
    // next-auth asks the environment for the portal's address; an address of its own would send people elsewhere
    process.env.NEXTAUTH_URL = cached.siteUrl;
  }
  return cached;
}

/** The raw environment with overrides, for starting child processes only. */
export function childEnvironment(overrides: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...overrides };
}

/** Hands the framework the settings that its build has worked out, as its own standalone server does. */
export function giveBuiltSettings(settings: unknown): void {
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(settings);
}
