import type { FacilityRecord } from '@/lib/public-directory/records-schema';

// The shorter ways people write the name of a place. Inputs and outputs are Chinese or English names as published;
// the lexicon normalises them.

const SUBDISTRICT_ENDING = /(?:街道|镇|乡)$/;
const SUBDISTRICT_ENDING_EN = /\s+(?:subdistrict|town(?:ship)?)$/i;
const CENTRE_ENDING = /社区卫生服务中心$/;
const STATION_ENDING = /(?:社区卫生服务站|卫生服务站|村?卫生室)$/;
const STATION_ENDING_EN = /\s+(?:Community Health Service Station|Clinic)\b.*$/i;
/** several stations of one neighbourhood are numbered; people name the neighbourhood */
const ORDINAL = /第[0-9]+$/;
const CENTRE_ENDING_EN = /\s+Community Health Cent(?:re|er)$/i;
const CENTRE_WORDS = ['社区卫生服务中心', '卫生服务中心', '社区医院', '街道医院', '卫生院', '地段医院'] as const;

/** A district without its ending: 徐汇, 浦东. */
export function districtForms(name: string, nameEn: string): string[] {
  return [name.replace(/(?:新区|区|县)$/, ''), nameEn.replace(/\s+(?:new area|district|county)$/i, '')];
}

/** A subdistrict without its ending, where something that can stand alone is left. */
export function subdistrictForms(name: string, nameEn: string): string[] {
  const short = name.replace(SUBDISTRICT_ENDING, '');
  const village = short.replace(/新村$/, '');
  const forms = [nameEn.replace(SUBDISTRICT_ENDING_EN, '')];
  if (short.length >= 2) forms.push(short);
  if (village !== short && village.length >= 2) forms.push(village);
  return forms;
}

/** A landmark without what people leave out: 徐家汇站, 上海科技馆. */
export function landmarkForms(name: string, nameEn: string, kind: string): string[] {
  const forms: string[] = [];
  const bare = name.replace(/[（(].*$/, '');
  if (bare !== name) forms.push(bare);
  const city = bare.replace(/^上海市?/, '');
  if (city !== bare && city.length >= 3) forms.push(city);
  if (kind === 'metro') forms.push(`${bare}站`, `${bare}地铁站`, `${nameEn} station`, `${nameEn} metro`);
  if (nameEn.includes('(')) forms.push(nameEn.replace(/\s*\(.*$/, ''));
  return forms;
}

export type FacilityForms = {
  /** names that stand for this facility and nothing else */
  names: string[];
  /** what is distinctive in the name, which is often also the name of the place around it */
  cores: string[];
};

/** The ways a facility's name is written, the published name left out. */
export function facilityForms(facility: FacilityRecord, districtName: string): FacilityForms {
  if (facility.kind === 'community_centre') return centreForms(facility, districtName);
  if (facility.kind === 'service_station') return stationForms(facility);
  return hospitalForms(facility);
}

function centreForms({ name, nameEn, shortName }: FacilityRecord, districtName: string): FacilityForms {
  const base = withoutPrefix(withoutPrefix(name, '上海市'), districtName);
  const core = base.replace(CENTRE_ENDING, '');
  const coreEn = (nameEn.split(',')[0] ?? nameEn).replace(CENTRE_ENDING_EN, '');
  const cores = new Set([core, core.replace(SUBDISTRICT_ENDING, '')]);
  const inner = /^.+?(?:街道|镇)(.{2,})$/.exec(core)?.[1];
  if (inner) cores.add(inner);
  const names = [base, ...(shortName ? [shortName] : []), `${coreEn} Community Health Centre`];
  for (const each of cores) for (const word of CENTRE_WORDS) names.push(`${each}${word}`);
  return { names, cores: [...cores, coreEn, coreEn.replace(SUBDISTRICT_ENDING_EN, '')] };
}

function stationForms({ name, nameEn, shortName }: FacilityRecord): FacilityForms {
  const short = shortName ?? name;
  const core = short.replace(STATION_ENDING, '').replace(ORDINAL, '');
  const coreEn = (nameEn.split(',')[0] ?? nameEn).replace(STATION_ENDING_EN, '');
  const names = shortName ? [shortName] : [];
  if (core !== short) names.push(`${core}卫生站`);
  return { names, cores: [core, core.replace(/村$/, ''), coreEn] };
}

function hospitalForms({ name, nameEn, shortName }: FacilityRecord): FacilityForms {
  const short = shortName ?? name.replace(/^.*附属/, '');
  const cityless = name.replace(/^上海(?:市)?/, '');
  const core = short.replace(/(?:中西医结合)?医院$/, '');
  const shortEn = nameEn.replace(/\s+(?:affiliated|of integrated)\b.*$/i, '').split(',')[0] ?? nameEn;
  return {
    names: [short, name.replace(/^.*附属/, ''), cityless, shortEn],
    cores: [core, shortEn.replace(/\s+hospital$/i, '')],
  };
}

function withoutPrefix(text: string, prefix: string): string {
  return prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text;
}
