import { describe, expect, it } from 'vitest';
import { optionMarkup } from './option-markup';

const options = [
  { value: 'a', label: '针灸' },
  { label: '"黄浦" & <徐汇>', options: [{ value: 'b"', label: "<script>alert('x')</script>" }] },
];

describe('optionMarkup', () => {
  it('puts the empty choice first and marks the chosen one', () => {
    expect(optionMarkup(options.slice(0, 1), 'a', '不限')).toBe(
      '<option value="">不限</option><option value="a" selected="">针灸</option>',
    );
  });

  it('marks another choice of the same list the next time, and one in a group', () => {
    const list = [{ value: 'x', label: '甲' }, ...options];
    expect(optionMarkup(list, 'x')).toContain('<option value="x" selected="">甲</option>');
    const again = optionMarkup(list, 'b"');
    expect(again).toContain('<option value="b&quot;" selected="">');
    expect(again.match(/selected/g)).toHaveLength(1);
    expect(optionMarkup(list, 'nobody')).not.toContain('selected');
  });

  it('escapes every text, in groups too', () => {
    expect(optionMarkup(options.slice(1), '')).toBe(
      '<optgroup label="&quot;黄浦&quot; &amp; &lt;徐汇&gt;">' +
        '<option value="b&quot;">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</option></optgroup>',
    );
  });

  it('marks the empty choice when nothing is chosen', () => {
    expect(optionMarkup([], '', '不限')).toBe('<option value="" selected="">不限</option>');
  });
});
