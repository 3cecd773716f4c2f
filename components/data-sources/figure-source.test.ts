import { describe, expect, it } from 'vitest';
import { figureSource } from './figure-source';

const BRIEF = "published figures (2023 brief on Shanghai's six measures)";

describe('figureSource', () => {
  it.each([
    [BRIEF, { base: 'brief', remark: null }],
    [`${BRIEF}; published as 60 or more`, { base: 'brief', remark: 'orMore' }],
    ['published acceptance results', { base: 'acceptance', remark: null }],
    [`${BRIEF}; something an operator added`, null],
    ['an operator’s own source', null],
    ['toString', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(figureSource(text)).toEqual(expected);
  });
});
