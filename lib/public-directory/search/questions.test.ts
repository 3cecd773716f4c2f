import { describe, expect, test } from 'vitest';
import { wgs84 } from '@/lib/core/geo';
import { buildEngine } from './engine';
import { ANYTHING, NOW, RECORDS } from './fixture';

const engine = buildEngine(RECORDS);
const AT_FENGLIN = wgs84(31.2, 121.455);

function ask(q: string, given: Partial<typeof ANYTHING> = {}) {
  return engine.search({ ...ANYTHING, q, ...given }, NOW);
}

function ids(q: string, given: Partial<typeof ANYTHING> = {}): string[] {
  return ask(q, given).rows.map(({ facility }) => facility.id);
}

describe('ten questions as residents type them', () => {
  test('an everyday word for two conditions finds what offers either, clinics first', () => {
    const found = ask('老寒腿');
    expect(found.understanding.terms.map(({ code, via }) => [code, via])).toEqual([
      ['knee', '老寒腿'],
      ['rheuma', '老寒腿'],
    ]);
    expect(found.rows.map(({ facility }) => facility.id)).toEqual(['centre-3', 'centre-1', 'shuguang', 'station-3']);
    expect(found.rows[1]?.matches.map(({ code }) => code)).toEqual(['knee', 'rheuma']);
  });

  test('full pinyin, joined and spaced', () => {
    const han = ids('腰痛');
    expect(han).toEqual(['centre-3', 'centre-4', 'shuguang']);
    expect(ids('yaotong')).toEqual(han);
    expect(ids('yao tong')).toEqual(han);
    expect(ids('YaoTong')).toEqual(han);
  });

  test('a condition and a half-day of the week', () => {
    const found = ask('失眠 周六上午');
    expect(found.understanding.open).toBe('sat-am');
    expect(found.relaxed).toEqual([]);
    expect(found.rows.map(({ facility }) => facility.id)).toEqual(['centre-1', 'longhua', 'shuguang']);
    expect(ids('失眠周六上午')).toEqual(ids('失眠 周六上午'));
    expect(ids('insomnia saturday morning')).toEqual(ids('失眠 周六上午'));
    expect(ids('insomnia, sat am')).toEqual(ids('失眠 周六上午'));
  });

  test('one wrong character that sounds the same, or that does not', () => {
    expect(ids('腰同')).toEqual(ids('腰痛'));
    expect(ids('失棉')).toEqual(ids('失眠'));
    expect(ids('要痛')).toEqual(ids('腰痛'));
    expect(ids('老寒退')).toEqual(ids('老寒腿'));
    expect(ids('老汗腿')).toEqual(ids('老寒腿'));
    expect(ids('膝关节言')).toEqual(ids('膝关节炎'));
    expect(ids('膝关结炎')).toEqual(ids('膝关节炎'));
    expect(ids('针炙')).toEqual(ids('针灸'));
  });

  test('a subdistrict becomes the place distances are measured from', () => {
    const found = ask('殷行街道');
    expect(found.understanding.origin?.label).toMatchObject({ type: 'subdistrict', code: '310110016' });
    expect(found.rows[0]?.facility.id).toBe('centre-4');
    expect(found.rows[0]?.matches).toMatchObject([{ type: 'subdistrict', code: '310110016' }]);
    expect(found.rows[0]?.distanceMetres).toBeCloseTo(359, -2);
    expect(ids('殷行')).toEqual(ids('殷行街道'));
    expect(ids('yinhang')).toEqual(ids('殷行街道'));
  });

  test('an expert is found where the expert sits, the own hospital after that', () => {
    const found = ask('王毅辉', { near: wgs84(31.195, 121.591) });
    expect(found.rows.map(({ facility }) => facility.id)).toEqual(['centre-3', 'centre-2', 'shuguang']);
    expect(found.rows[1]?.nextExpertSession).toMatchObject({ date: '2026-11-28', expert: { id: 'expert-2' } });
    expect(ids('wang yihui')).toEqual(ids('王毅辉'));
    expect(ids('Yihui Wang')).toEqual(ids('王毅辉'));
    expect(ids('王毅辉专家')).toEqual(ids('王毅辉'));
    expect(ids('王医生')).toEqual(['centre-2', 'centre-3', 'centre-4', 'longhua', 'shuguang']);
  });

  test('a preparation is found where it is dispensed', () => {
    expect(ids('安神合剂')).toEqual(['centre-1', 'centre-4', 'longhua']);
    expect(ids('示例安神合剂')).toEqual(ids('安神合剂'));
    expect(ask('安神合剂').rows[0]?.matches).toMatchObject([{ type: 'preparation', code: 'calm' }]);
  });

  test('traditional characters and full-width forms', () => {
    expect(ids('針灸')).toEqual(ids('针灸'));
    expect(ids('膝關節炎')).toEqual(ids('膝关节炎'));
    expect(ids('膝關節痛')).toEqual(ids('膝盖痛'));
    expect(ids('ｋｎｅｅ　ｐａｉｎ')).toEqual(ids('knee pain'));
  });

  test('initials of names', () => {
    expect(ids('sgyy')).toEqual(['shuguang']);
    expect(ask('xjh').understanding.origin?.label?.code).toBe('xujiahui');
    expect(ids('lht')).toEqual(ids('老寒腿'));
    expect(ids('hrx')).toEqual(ids('何荣兴'));
  });

  test('English', () => {
    expect(ids('knee pain')).toEqual(ids('膝盖痛'));
    expect(ids('Insomnia')).toEqual(ids('失眠'));
    expect(ids('insomia')).toEqual(ids('失眠'));
    expect(ids('acupuncture near Century Park')[0]).toBe('station-4');
  });
});

describe('questions of several words', () => {
  test('words of different kinds are combined, one word may mean several things', () => {
    expect(ids('老寒腿 拔罐')).toEqual(['centre-3']);
    expect(ids('浦东膝盖疼')).toEqual(['centre-3', 'shuguang']);
    expect(ids('徐家汇附近针灸').slice(0, 2)).toEqual(['centre-1', 'station-1']);
    expect(ids('我膝盖很痛怎么办')).toEqual(ids('膝盖痛'));
    expect(ids('腰部疼痛')).toEqual(ids('腰痛'));
  });

  test('a place goes before the position, a district keeps the position', () => {
    const place = ask('世纪公园 针灸', { near: AT_FENGLIN });
    expect(place.understanding.origin?.label?.code).toBe('century-park');
    const district = ask('浦东 针灸', { near: AT_FENGLIN });
    expect(district.understanding.origin).toEqual({ position: AT_FENGLIN, label: null });
    expect(district.rows.map(({ facility }) => facility.id)).toEqual(['centre-3', 'station-4', 'shuguang']);
  });

  test('a full name asks for that place, with 附近 for what is around it', () => {
    expect(ids('徐家汇街道社区卫生服务中心')).toEqual(['centre-1']);
    expect(ids('枫林社区医院')).toEqual(['centre-2']);
    const around = ask('曙光医院附近推拿');
    expect(around.understanding.origin?.label?.code).toBe('shuguang');
    expect(around.rows[1]?.facility.id).toBe('centre-3');
    expect(ask('芦潮港').understanding.origin?.label).toMatchObject({ type: 'facility', code: 'centre-5' });
  });

  test('kinds, features and experts in words', () => {
    expect(ids('针灸 卫生站').every((id) => id.startsWith('station'))).toBe(true);
    expect(ids('针灸 医保 轮椅')).toEqual(['centre-1']);
    expect(ids('失眠 专家')).toEqual(['centre-2']);
  });

  test('the night in a complaint is no wish for evening hours', () => {
    expect(ask('晚上睡不着').understanding.open).toBeNull();
    expect(ask('夜里咳嗽').understanding.open).toBeNull();
    expect(ask('周二晚上 针灸').understanding.open).toBe('tue-evening');
    expect(ids('今晚 针灸')).toEqual(['longhua', 'shuguang']);
  });
});

describe('questions without an answer', () => {
  test('a text that means nothing brings the nearest places and other questions', () => {
    const found = ask('zzxxqq', { near: AT_FENGLIN });
    expect(found.relaxed).toEqual(['text']);
    expect(found.rows[0]?.facility.id).toBe('centre-2');
    expect(found.understanding.unknown).toEqual(['zzxxqq']);
    expect(found.understanding.suggestions).toContain('insomnia');
    expect(ask('龘龘龘').understanding.suggestions).toContain('失眠');
  });

  test('greetings and fillers ask for whatever is near', () => {
    const found = ask('附近的医院', { near: AT_FENGLIN });
    expect(found.relaxed).toEqual([]);
    expect(found.understanding.unknown).toEqual([]);
    expect(found.total).toBe(13);
  });

  test('another part of the body is another complaint, a number is none', () => {
    expect(ask('眼不好').understanding.terms).toEqual([]);
    expect(ids('70岁 失眠')).toEqual(ids('失眠'));
    expect(ask('失眠 2026').understanding.unknown).toEqual([]);
  });

  test('what is unknown is named, what is known is answered', () => {
    const found = ask('失眠 龘龘');
    expect(found.understanding.unknown).toEqual(['龘龘']);
    expect(found.rows.map(({ facility }) => facility.id)).toEqual(ids('失眠'));
  });
});
