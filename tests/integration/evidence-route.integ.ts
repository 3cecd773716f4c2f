import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET, POST } from '@/app/[locale]/(workspace)/registry/changes/evidence/route';
import type { Actor } from '@/lib/access/actor';
import { useDatabase } from '@/tests/support/database';
import { HOSTILE_VALUES } from '@/tests/support/hostile';
import { Led, Missing } from '@/tests/support/next-stand-ins';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

// The address that takes and gives evidence, as browsers and programs reach it: whatever is sent, the answer is the page of
// the request with a word, or nothing there; and only a file that is taken changes anything.

const turn = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock('@/lib/auth/require-actor', () => ({ requireActor: async () => turn.actor }));
vi.mock('next/navigation', async () => (await import('@/tests/support/next-stand-ins')).navigation);

const ADDRESS = 'http://portal/registry/changes/evidence';
const PDF = Buffer.from('%PDF-1.7 x');
const database = useDatabase('empty');
let world: ReviewWorld;
let id: string;

beforeAll(async () => {
  world = await reviewWorldOn(database);
});
beforeEach(async () => {
  await database.db.changeRequest.deleteMany();
  const at = new Date('2026-11-17T00:00:00Z');
  const made = await database.db.changeRequest.create({
    data: {
      ...{ facilityId: world.own.centreId, before: { phone: null }, after: { phone: '120' }, reason: '换号' },
      ...{ effectiveOn: at, proposedById: 'x', proposedByName: '测试', proposedAt: at, changedAt: at },
    },
  });
  id = made.id;
});

type Part = { actor?: Actor; id?: string; version?: string; name?: string; bytes?: Buffer; file?: string };

function sent({ id: asked = id, version = '1', name = 'a.pdf', bytes = PDF, file }: Part): FormData {
  const form = new FormData();
  form.set('id', asked);
  form.set('version', version);
  form.set('file', file ?? new File([Uint8Array.from(bytes)], name));
  return form;
}

/** Where the answer leads, or that there is nothing. */
async function answerTo(part: Part, init?: RequestInit): Promise<string> {
  turn.actor = part.actor ?? world.own.as('centre_clerk');
  try {
    const request = new Request(ADDRESS, { method: 'POST', body: sent(part), ...init });
    await POST(request, { params: Promise.resolve({ locale: 'zh-CN' }) });
    return 'no redirect';
  } catch (end) {
    if (end instanceof Led) return end.to.replace(id, 'ID');
    if (end instanceof Missing) return 'missing';
    throw end;
  }
}

const kept = async () => {
  const { fileName, version } = await database.db.changeRequest.findUniqueOrThrow({ where: { id } });
  return { fileName, version };
};
const UNTOUCHED = { fileName: null, version: 1 };

describe('what is sent', () => {
  it('is kept and answered with the page of its request', async () => {
    expect(await answerTo({ name: '..\\..\\批复\u202e.exe' })).toBe('/registry/changes/ID?done=evidence');
    expect(await kept()).toEqual({ fileName: '批复.pdf', version: 2 });
  });

  it.each<[string, Part, string]>([
    ['nothing in the file', { bytes: Buffer.alloc(0) }, 'fileEmpty'],
    ['no file but a text', { file: 'text' }, 'fileEmpty'],
    ['a page', { bytes: Buffer.from('<html><script>alert(1)</script>%PDF-') }, 'fileKind'],
    ['a program that says it is a document', { bytes: Buffer.from('MZ'), name: 'a.pdf' }, 'fileKind'],
    [
      'a document with macros',
      { bytes: Buffer.from('PK\x03\x04[Content_Types].xml word/document.xml word/vbaProject.bin', 'latin1') },
      'fileKind',
    ],
    ['a byte too many', { bytes: Buffer.concat([PDF, Buffer.alloc(5_000_001 - PDF.length)]) }, 'fileTooLarge'],
    ['an older version', { version: '7' }, 'stale'],
  ])('is refused with a word: %s', async (_, part, problem) => {
    expect(await answerTo(part)).toBe(`/registry/changes/ID?problem=${problem}`);
    expect(await kept()).toEqual(UNTOUCHED);
  });

  it('is not read to its end where it is far too long, and the page it came from says so', async () => {
    const bytes = Buffer.alloc(6_000_000);
    const referer = `http://portal/registry/changes/${id}`;
    expect(await answerTo({ bytes }, { headers: { referer } })).toBe('/registry/changes/ID?problem=fileTooLarge');
    expect(await answerTo({ bytes }, { headers: { referer: 'http://elsewhere/%00' } })).toBe('/registry/changes');
    expect(await kept()).toEqual(UNTOUCHED);
  });

  it.each([
    ['no form', 'not a form', 'text/plain'],
    ['a form cut short', '--x\r\nContent-Disposition: form-data; name="id"', 'multipart/form-data; boundary=x'],
    ['a form without fields', '--x--\r\n', 'multipart/form-data; boundary=x'],
  ])('is nothing that could be read: %s', async (_, body, type) => {
    expect(await answerTo({}, { body, headers: { 'content-type': type } })).toMatch(/^(missing|\/registry\/changes)$/);
    expect(await kept()).toEqual(UNTOUCHED);
  });

  it("is nobody's where the request is somebody else's, decided, or none", async () => {
    for (const actor of [world.neighbour.as('centre_clerk'), world.own.as('district_officer'), world.own.as('auditor')])
      expect(await answerTo({ actor })).toBe('missing');
    for (const hostile of HOSTILE_VALUES) expect(await answerTo({ id: hostile })).toBe('missing');
    await database.db.changeRequest.update({ where: { id }, data: { state: 'approved' } });
    expect(await answerTo({})).toBe('/registry/changes/ID?problem=stale');
    expect(await kept()).toEqual(UNTOUCHED);
  });

  it('wins once where two are sent at the same moment', async () => {
    const answers = await Promise.all([answerTo({ name: 'a.pdf' }), answerTo({ name: 'b.pdf' })]);
    expect(answers.toSorted()).toEqual(['/registry/changes/ID?done=evidence', '/registry/changes/ID?problem=stale']);
    expect((await kept()).version).toBe(2);
    expect(await database.db.changeEvidencePart.count({ where: { requestId: id } })).toBe(1);
  });
});

describe('what is asked for', () => {
  it('is not there under addresses that name nothing', async () => {
    turn.actor = world.own.as('district_officer');
    for (const hostile of HOSTILE_VALUES)
      await expect(GET(new Request(`${ADDRESS}?${new URLSearchParams({ id: hostile })}`))).rejects.toBeInstanceOf(
        Missing,
      );
  });

  it('comes as a file to keep, never as a page', async () => {
    await answerTo({ name: 'a.pdf' });
    turn.actor = world.own.as('district_officer');
    const answer = await GET(new Request(`${ADDRESS}?id=${id}`));
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  });
});
