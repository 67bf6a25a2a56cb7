import type { ImportDrafts } from './plan-import';
import corrections from './seed-corrections.json';
import { FROM_EVER, UNTIL_EVER, type UnitLevel } from './unit';
import type { FileLine, SuccessionDraft, UnitDraft } from './unit-file';
import { readUnitName } from './unit-name';

/** A commune of today as the package lists it. */
export interface SeedCommune {
  readonly code: string;
  readonly name: string;
  readonly province: string;
}

/** An old commune with the names above it and the one successor the package names, right or not. */
export interface SeedMapping {
  readonly oldCode: string;
  readonly oldName: string;
  readonly oldDistrict: string;
  readonly oldProvince: string;
  readonly newCode: string;
}

export interface SeedSource {
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly city: boolean }[];
  readonly communes: readonly SeedCommune[];
  readonly mappings: readonly SeedMapping[];
}

const LAST_OLD_DAY = '2025-06-30';
const REFORM = '2025-07-01';
const AT: FileLine = { file: 'seed', line: 0, values: {} };
const CODES: Readonly<Record<string, string>> = corrections.codes;
const NAMES: Readonly<Record<string, string>> = corrections.names;
const SUCCESSORS: Readonly<Record<string, string>> = corrections.successors;

/**
 * Units from the one installable package, with its known mistakes mended (Statistics Office letter of June 2025 against its final table; changes
 * of 2026 by 30, 36, 39/2026/QH16, 237 and 388/NQ-UBTVQH16). The package has no codes of old districts and provinces: invented ones
 * with letters stand in until the official list is imported.
 */
export function seedDrafts(source: SeedSource): ImportDrafts {
  const mappings = [...source.mappings.filter((row) => row.oldCode), ...corrections.missing.map(fromCorrection)].map(mended);
  const provinceCodes = new Map(
    [...new Set(mappings.map((row) => row.oldProvince))].sort().map((name, at) => [name, `T${String(at + 1).padStart(2, '0')}`]),
  );
  const districtKey = (row: SeedMapping) => `${row.oldProvince}/${row.oldDistrict}`;
  const districts = new Map(
    [...new Map(mappings.map((row) => [districtKey(row), row])).entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, row], at) => [key, { row, code: `H${String(at + 1).padStart(3, '0')}` }]),
  );
  const old: UnitDraft[] = [
    ...[...provinceCodes].map(([name, code]) => oldUnit('province', code, name, '')),
    ...[...districts.values()].map(({ row, code }) => oldUnit('district', code, row.oldDistrict, provinceCodes.get(row.oldProvince)!)),
    ...mappings.map((row) => oldUnit('commune', row.oldCode, row.oldName, districts.get(districtKey(row))!.code)),
  ];
  const today = [
    ...source.provinces.map((row) => unit('province', row.code, provinceName(row), row.city ? 'thanh_pho_tw' : 'tinh', '')),
    ...source.communes.map((row) => unit('commune', CODES[row.code] ?? row.code, row.name, communeType(row.name), row.province)),
  ].flatMap(withLaterChange);
  const successions = [
    ...mappings.map((row): SuccessionDraft => step('commune', row.oldCode, row.newCode)),
    ...[...provinceCodes].map(([name, code]) => step('province', code, provinceOfMost(name, mappings, source.communes))),
  ];
  return { units: [...old, ...today], successions, formers: [], verified: false };
}

function fromCorrection(row: (typeof corrections.missing)[number]): SeedMapping {
  return {
    oldCode: row.code,
    oldName: row.name,
    oldDistrict: row.district,
    oldProvince: row.province,
    newCode: row.successor,
  };
}

function mended(row: SeedMapping): SeedMapping {
  const newCode = SUCCESSORS[row.oldCode] ?? CODES[row.newCode] ?? row.newCode;
  return { ...row, oldName: NAMES[row.oldCode] ?? row.oldName, newCode };
}

function unit(level: UnitLevel, code: string, name: string, type: string, parentCode: string): UnitDraft {
  return { at: AT, level, code, name, type, parentCode, from: REFORM, to: UNTIL_EVER, altNames: [], basis: '' };
}

function oldUnit(level: UnitLevel, code: string, name: string, parentCode: string): UnitDraft {
  const type =
    level === 'commune'
      ? communeType(name)
      : level === 'province'
        ? name.startsWith('Thành phố')
          ? 'thanh_pho_tw'
          : 'tinh'
        : (readUnitName(name).type ?? 'huyen');
  return { ...unit(level, code, name, type, parentCode), from: FROM_EVER, to: LAST_OLD_DAY };
}

function communeType(name: string): string {
  return readUnitName(name).type ?? 'xa';
}

function provinceName(row: { name: string; city: boolean }): string {
  return /^(Thành phố|Tỉnh) /u.test(row.name) ? row.name : `${row.city ? 'Thành phố' : 'Tỉnh'} ${row.name}`;
}

/** Under the same code since a day of 2026, as another type. */
function withLaterChange(draft: UnitDraft): UnitDraft[] {
  const change = corrections.retyped.find((one) => one.level === draft.level && one.codes.includes(draft.code));
  if (!change) return [draft];
  const name = `${change.word} ${readUnitName(draft.name).bare}`;
  return [draft, { ...draft, from: change.from, name, type: change.type, basis: change.basis }];
}

function step(oldLevel: UnitLevel, oldCode: string, newCode: string): SuccessionDraft {
  return {
    at: AT,
    oldLevel,
    oldCode,
    newCode,
    kind: 'whole',
    route: 'auto',
    note: '',
    hint: false,
    effectiveOn: undefined,
  };
}

function provinceOfMost(oldProvince: string, mappings: readonly SeedMapping[], communes: readonly SeedCommune[]): string {
  const provinceOf = new Map(communes.map((row) => [CODES[row.code] ?? row.code, row.province]));
  const votes = new Map<string, number>();
  for (const row of mappings) {
    const province = row.oldProvince === oldProvince ? provinceOf.get(row.newCode) : undefined;
    if (province) votes.set(province, (votes.get(province) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
