import { describe, expect, it } from 'vitest';
import { evidenceKind, evidenceName } from './evidence-rules';

const archive = (...names: string[]) => Buffer.from(`PK\x03\x04${names.join(' ')}`, 'latin1');

describe('what a file is', () => {
  it.each([
    ['pdf', Buffer.from('%PDF-1.7')],
    ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['docx', archive('[Content_Types].xml', 'word/document.xml')],
    ['xlsx', archive('[Content_Types].xml', 'xl/workbook.xml')],
  ])('is told as %s by its content', (kind, bytes) => expect(evidenceKind(bytes)).toBe(kind));

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<svg onload="x">')],
    ['a plain archive', archive('a.txt')],
    ['a document with macros', archive('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
    ['a program', Buffer.from('MZ%PDF-')],
  ])('is not taken: %s', (_, bytes) => expect(evidenceKind(bytes)).toBeNull());
});

describe('its name', () => {
  it('has no folders, no hidden characters, and ends as the content says', () => {
    expect(evidenceName('C:\\桌面\\迁址 批复.PDF.exe', 'pdf')).toBe('迁址 批复.PDF.pdf');
    expect(evidenceName('../../a\u202egpj.png\0', 'png')).toBe('agpj.png');
    expect(evidenceName('', 'jpg')).toBe('evidence.jpg');
    expect([...evidenceName('长'.repeat(300), 'pdf')]).toHaveLength(104);
  });
});
