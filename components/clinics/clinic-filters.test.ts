import { describe, expect, it } from 'vitest';
import { readClinicListRequest } from './clinic-filters';

const KNOWN = { districts: ['310101'], conditions: ['A01'], hospitals: ['hospital-1'] };

describe('readClinicListRequest', () => {
  it('reads every filter', () => {
    const source = { district: '310101', alliance: 'west', condition: 'A01', hospital: 'hospital-1', cursor: 'abc' };
    expect(readClinicListRequest(source, KNOWN)).toEqual({
      filters: { district: '310101', alliance: 'west', condition: 'A01', hospital: 'hospital-1' },
      cursor: 'abc',
      problems: [],
    });
  });

  it('leaves out what the directory does not know, and names it', () => {
    const { filters, cursor, problems } = readClinicListRequest(
      { district: '310199', alliance: 'EAST', condition: "' OR 1=1", hospital: '', cursor: 'x'.repeat(500) },
      KNOWN,
    );
    expect(filters).toEqual({ district: null, alliance: null, condition: null, hospital: null });
    expect(cursor).toBeNull();
    expect(problems.map(({ name }) => name)).toEqual(['district', 'alliance', 'condition', 'cursor']);
  });
});
