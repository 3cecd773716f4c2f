import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OPERATION_EXAMPLES } from './examples';
import { OPERATIONS, openApiDocument } from './openapi';
import { API_PATTERNS } from './routes';

const ROOT = 'app/api/v1';

/** Addresses of the table and of the routes beside it, the catch-all left out. */
function routes(): string[] {
  const own = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts') && !file.includes('[...'))
    .map((file) => `/api/v1/${file.replaceAll('\\', '/').replace(/\/route\.ts$/, '')}`);
  return [...own, ...API_PATTERNS].map((pattern) => pattern.replaceAll(/\[(\w+)\]/g, '{$1}'));
}

describe('the OpenAPI document', () => {
  const document = openApiDocument('https://portal.example', '1.2.3');

  it('describes every route, and no route that does not exist', () => {
    expect(Object.keys(document.paths ?? {}).sort()).toEqual(routes().sort());
  });

  it('names every parameter once and says what it is', () => {
    const parameters = document.paths?.['/api/v1/facilities']?.get?.parameters ?? [];
    const named = parameters.flatMap((parameter) => ('name' in parameter ? [parameter] : []));
    expect(named.map((parameter) => parameter.name).sort()).toEqual(
      [
        'alliance',
        'condition',
        'cursor',
        'district',
        'expert',
        'feature',
        'kind',
        'limit',
        'near',
        'open',
        'q',
        'radius',
        'sort',
        'technique',
      ].sort(),
    );
    expect(named.every((parameter) => parameter.description)).toBe(true);
  });

  it.each(OPERATIONS)('gives an example of $id that its own schema accepts', (operation) => {
    expect(operation.answer.safeParse(OPERATION_EXAMPLES[operation.id]).error?.message).toBeUndefined();
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
