import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { xlsxStream } from '@/lib/core/xlsx';
import { zipStream } from '@/lib/core/zip-stream';
import { uploadList } from '@/lib/registry/imports/import-commands';
import { LISTS } from '@/lib/registry/lists/lists';
import { getImport } from '@/lib/registry/queries';
import { LIST_NAMES, type ListName } from '@/lib/registry/schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { csvOf, whole } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

// Whatever is sent as a file: an import with its report, or a clear word; never an exception, never a row in a list.

const database = useDatabase('empty');
const city = actorWith({ role: 'city_officer' });
async function send(list: ListName, file: Buffer, fileName = 'a.xlsx') {
  return await uploadList(city, { list, fileName, file, datum: 'bd09' }, REGISTRY_WORDS);
}

/** What is said of a file that is not taken. */
async function refusal(file: Buffer): Promise<string | undefined> {
  const done = await send('centres', file);
  return done.ok ? 'taken' : done.error.problems?.[0]?.messageKey;
}

const text = fc.string({ unit: 'binary', maxLength: 30 });
const cell = fc.oneof(
  text,
  fc.constantFrom('=1+1', '_x0000_', '_xD800_', '#REF!', '1e309', '-0', '9'.repeat(400), '；；', '周一 24:00-00:00'),
  fc.constantFrom('310101', '黄浦区', 'constructor', '__proto__', '31.2', '121.4', '2026-02-30', 'A07.06.19'),
);

describe.each(LIST_NAMES)('nonsense in %s', (list) => {
  it('is reported row by row', async () => {
    const head = LISTS[list].columns.map(({ key }) => REGISTRY_WORDS['zh-CN'](`column.${key}.label`));
    const rows = fc.array(fc.array(cell, { minLength: head.length, maxLength: head.length }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), text, async (data, excel, name) => {
        const columns = head.map((header) => ({ header, width: 9, kind: 'text' as const }));
        const sheet = { name: '甲', columns, rows: [data], table: false };
        const file = excel ? await whole(xlsxStream([sheet])) : csvOf(head, data);
        const done = await send(list, file, name);
        if (!done.ok) expect(done.error.problems?.[0]?.messageKey).toMatch(/^registry\.file\.(notText|noRows|noHead)$/);
        else {
          const found = await getImport(city, done.value.importId);
          const counted = Object.values(found?.counts ?? {}).reduce((sum, count) => sum + count, 0);
          expect(counted).toBe(found?.rows);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a file', () => {
  it('of random bytes is refused or read, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'PK\u0003\u0004', '\uFEFF'),
        async (bytes, begin) => {
          expect(typeof (await send('centres', Buffer.concat([Buffer.from(begin), bytes]))).ok).toBe('boolean');
        },
      ),
    );
  });

  it('in any encoding of China is read', async () => {
    const gb18030 = Buffer.from('c3fbb3c62cc7f80d0abbc6c6d6b0b3b5c62cbbc6c6d60d0a', 'hex');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('名称,区\r\n黄浦某某,黄浦\r\n', 'utf16le')]);
    const utf8 = Buffer.from('\uFEFF名称,区\r\n黄浦某某,黄浦\r\n');
    const tabs = Buffer.from('名称\t区\r\n黄浦某某\t黄浦\r\n');
    for (const file of [gb18030, utf16, utf8, tabs]) {
      const done = await send('centres', file, 'a.csv');
      expect(done.ok && (await getImport(city, done.value.importId))?.columns.map(({ key }) => key)).toEqual([
        'name',
        'district',
      ]);
    }
  });

  it('that is not to be read says why', async () => {
    const bomb = await whole(
      zipStream([{ name: 'xl/workbook.xml', content: Array.from({ length: 90 }, () => ' '.repeat(1_000_000)) }]),
    );
    expect(bomb.length).toBeLessThan(1_000_000);
    const long = Buffer.from(`名称,区\n${'黄浦某某,黄浦\n'.repeat(20_001)}`);
    const half = await whole(xlsxStream([{ name: '甲', columns: [], rows: [], table: false }]));
    const told = [
      Buffer.alloc(0),
      Buffer.alloc(8_000_001),
      bomb,
      long,
      half.subarray(0, 300),
      Buffer.from('d0cf11e0', 'hex'),
      Buffer.from('%PDF-1.7\n1 0 obj'),
      Buffer.from('区\n黄浦'),
      Buffer.from('名称,区\n'),
    ];
    expect(await Promise.all(told.map(refusal))).toEqual(
      ['empty', 'tooLarge', 'bomb', 'tooManyRows', 'notRead', 'oldExcel', 'notText', 'noHead', 'noRows'].map(
        (key) => `registry.file.${key}`,
      ),
    );
    expect(await refusal(csvOf(['名称', '电话'], [['某某', '1']]))).toBe('registry.file.missingColumns');
  });

  it('of several sheets is not read by halves, and a sheet beside it that is no list does no harm', async () => {
    const columns = ['名称', '区'].map((header) => ({ header, width: 9, kind: 'text' as const }));
    const sheet = (name: string) => ({ name, columns, rows: [[['某某社区卫生服务中心', '黄浦区']]], table: false });
    const other = { name: '说明', columns: [], rows: [[['填表说明', '请填写名称和区']]], table: false };
    const done = await send('centres', await whole(xlsxStream([sheet('黄浦'), other, sheet('徐汇')])));
    expect(done).toMatchObject({
      error: { problems: [{ messageKey: 'registry.file.severalSheets', values: { sheets: '黄浦、徐汇' } }] },
    });
    expect((await send('centres', await whole(xlsxStream([other, sheet('黄浦')])))).ok).toBe(true);
  });

  it('takes a number that another system keeps as text as it is shown', async () => {
    const text = '名称,区,电话\n某某中心,黄浦区,"=""021-63231234"""\n甲中心,黄浦,="021-63231235"\n';
    const done = await send('centres', Buffer.from(text), 'a.csv');
    const kept = await database.db.listImportRow.findMany({
      where: { importId: done.ok ? done.value.importId : '' },
      orderBy: { line: 'asc' },
    });
    expect(kept.map(({ raw }) => z.array(z.string()).parse(raw).at(-1))).toEqual(['021-63231234', '021-63231235']);
  });

  it('has written nothing so far', async () => {
    expect(await database.db.communityCentre.count()).toBe(0);
    expect(await database.db.expert.count()).toBe(0);
  });
});
