import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseEnv } from '@/lib/core/env';
import { serverArguments } from '@/lib/server/process-arguments';
import { textOf } from './source-files';

// Containers are not run by the tests; what their files refer to must at least be there and agree with the rest.

const FOLDER = 'container';
const CENTRES_AND_STATIONS = 2_243;

const service = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const compose = z
  .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
  .parse(parse(textOf(`${FOLDER}/compose.yaml`), { merge: true }));
const dockerfile = textOf(`${FOLDER}/Dockerfile`);
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf('package.json')));
const startCommand = ['node', ...serverArguments(CENTRES_AND_STATIONS)];
const replicas = ['replica-one', 'replica-two'];
const serviceOf = (name: string) => service.parse(compose.services[name]);

describe('the image', () => {
  it('starts as the README says and as npm run up does', () => {
    const last = /^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '';
    expect(JSON.parse(last)).toEqual(startCommand);
    expect(textOf('README.md')).toContain(startCommand.join(' '));
  });

  it('is made in two stages and runs without rights', () => {
    expect(dockerfile.match(/^FROM node:20-\S+/gm)).toHaveLength(2);
    expect(dockerfile.indexOf('\nUSER node')).toBeGreaterThan(dockerfile.lastIndexOf('\nCOPY'));
    expect(dockerfile).toMatch(/^HEALTHCHECK /m);
    expect(dockerfile).toContain('/api/health');
  });

  it('copies and runs only what is there', () => {
    const copied = /^COPY (package\.json .*) \.\/$/m.exec(dockerfile)?.[1]?.split(' ') ?? [];
    const run = [...dockerfile.matchAll(/\b(lib\/[\w/-]+\.ts)\b/g)].map((match) => match[1] ?? '');
    expect(copied.length + run.length).toBeGreaterThan(3);
    for (const file of [...copied, ...run]) expect(existsSync(file), file).toBe(true);
    for (const [, name = ''] of dockerfile.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty(name);
  });
});

describe('the composition', () => {
  it('brings the database up to date once, before either replica starts', () => {
    expect(serviceOf('migrate').depends_on).toEqual({ database: { condition: 'service_healthy' } });
    for (const [, name = ''] of (serviceOf('migrate').command?.at(-1) ?? '').matchAll(/npm run ([\w:]+)/g))
      expect(scripts).toHaveProperty(name);
    for (const name of replicas)
      expect(serviceOf(name).depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    expect(Object.keys(serviceOf('proxy').depends_on)).toEqual(replicas);
  });

  it('hands every setting on, but for those of the image and of the demonstration', () => {
    const all = [...textOf('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name = '']) => name);
    const elsewhere = ['HOST', 'PORT', 'DEMONSTRATION_ACCOUNTS'];
    for (const name of replicas)
      expect(Object.keys(serviceOf(name).environment).sort(), name).toEqual(
        all.filter((setting) => !elsewhere.includes(setting)).sort(),
      );
  });

  it('names only services, files and settings that exist', () => {
    for (const [name, { build, depends_on, volumes, environment, image }] of Object.entries(compose.services)) {
      if (build) expect(existsSync(path.join(FOLDER, build.context, build.dockerfile)), name).toBe(true);
      for (const other of Object.keys(depends_on)) expect(compose.services, name).toHaveProperty(other);
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        const there = source.startsWith('.') ? existsSync(path.join(FOLDER, source)) : source in compose.volumes;
        expect(there, source).toBe(true);
      }
      if (image !== 'tcm-portal') continue;
      for (const setting of Object.keys(environment))
        expect(textOf('.env.example'), setting).toContain(`# ${setting}=`);
    }
    const behind = [...textOf(`${FOLDER}/proxy.conf`).matchAll(/server ([\w-]+):3000/g)].map((match) => match[1]);
    expect(behind).toEqual(replicas);
  });

  it('asks for every secret and holds none', () => {
    for (const { environment } of Object.values(compose.services))
      for (const [name, value] of Object.entries(environment))
        if (/SECRET|PASSWORD|TOKEN|DATABASE_URL/.test(name)) expect(value, name).toMatch(/\$\{\w+:(\?[^}]+|-)\}/);
    for (const name of [...replicas, 'migrate'])
      expect(serviceOf(name).environment.APP_SECRET).toMatch(/^\$\{APP_SECRET:\?/);
  });

  it('gives settings that the portal accepts', () => {
    const given: Record<string, string> = { DATABASE_PASSWORD: 'abc123', APP_SECRET: '0123456789abcdef'.repeat(2) };
    const all = { ...given, SITE_URL: 'https://tcm.example.org' };
    const filled = Object.entries(serviceOf('replica-one').environment).map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+):[?-]([^}]*)\}/g, (_, key: keyof typeof all, fallback) => all[key] ?? fallback),
    ]);
    expect(parseEnv(Object.fromEntries(filled))).toMatchObject({
      TRUSTED_PROXIES: 1,
      siteUrl: all.SITE_URL,
      DATABASE_URL: 'postgresql://portal:abc123@database:5432/portal',
    });
  });
});
