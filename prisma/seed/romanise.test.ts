import { expect, it } from 'vitest';
import { personNameEn, placeNameEn } from './romanise';

it.each([
  ['云南中路', 'Yunnan Middle Road'],
  ['厦门路', 'Xiamen Road'],
  ['黄路村', 'Huanglu Village'],
  ['桂林新村', 'Guilin Xincun'],
  ['长海三村', 'Changhai Village No. 3'],
  ['千鹤第五', 'Qianhe No. 5'],
  ['春九', 'Chunjiu'],
  ['宜川二村第二', 'Yichuan Village No. 2 No. 2'],
  ['山阳二十三', 'Shanyang No. 23'],
  ['场中路二四零一弄', 'Lane 2401 Changzhong Road'],
  ['静安', "Jing'an"],
  ['吕巷', 'Lüxiang'],
  ['莘庄', 'Xinzhuang'],
  ['重固', 'Chonggu'],
  ['殷行', 'Yinhang'],
  ['庙行', 'Miaohang'],
])('romanises %s as %s', (name, expected) => {
  expect(placeNameEn(name)).toBe(expected);
});

it('writes people surname first, with the readings of surnames', () => {
  expect(personNameEn('任', '佳')).toBe('Ren Jia');
  expect(personNameEn('陈', '怡安')).toBe("Chen Yi'an");
});
