import { foldText } from '@app/kernel';

/** An agency as files may write it. */
export interface NamedAgency {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Words that say what kind of firm it is, not which one: whole phrases first, so that nothing of a proper name is eaten. */
const KIND_PHRASES = [
  'cong ty trach nhiem huu han mot thanh vien',
  'cong ty trach nhiem huu han',
  'cong ty tnhh mot thanh vien',
  'cong ty tnhh mtv',
  'cong ty tnhh 1 thanh vien',
  'cong ty tnhh',
  'cong ty co phan',
  'cong ty cp',
  'tong cong ty',
  'cong ty',
  'c ty tnhh',
  'c ty cp',
  'c ty',
  'cty tnhh mtv',
  'cty tnhh',
  'cty co phan',
  'cty cp',
  'cty',
  'ct tnhh',
  'ct cp',
  'doanh nghiep',
  'dn',
];
/** Words of the trade that offices leave out or put in as they like. */
const TRADE_PHRASES = [
  'cung ung nhan luc',
  'hop tac lao dong',
  'xuat khau lao dong',
  'phai cu nhan luc',
  'phai cu lao dong',
  'phat trien nhan luc',
  'nhan luc',
  'phai cu',
  'xkld',
  'quoc te',
];

/** The name that is left when case, marks, brackets and company words are gone: `C.ty Ba Vong` → `ba vong`. */
export function properName(written: string): string {
  const folded = foldText(written.replace(/\([^)]*\)/g, ' '));
  return stripStart(stripStart(folded, KIND_PHRASES), TRADE_PHRASES);
}

function stripStart(text: string, phrases: readonly string[]): string {
  const phrase = phrases.find((p) => text.startsWith(`${p} `));
  return phrase ? text.slice(phrase.length + 1) : text;
}

/** Which agencies a written name can mean: key, name or alias, exactly equal after folding and dropping company words. Never a near miss. */
export class AgencyNames {
  private readonly byName = new Map<string, Set<NamedAgency>>();

  constructor(agencies: readonly NamedAgency[]) {
    for (const agency of agencies)
      for (const written of [agency.key, agency.name, ...agency.aliases])
        for (const form of [foldText(written), properName(written)]) this.remember(form, agency);
  }

  /** The one agency meant; undefined when none or several fit. */
  match(written: string): NamedAgency | undefined {
    for (const form of [foldText(written), properName(written)]) {
      const found = this.byName.get(form);
      if (found) return found.size === 1 ? [...found][0] : undefined;
    }
    return undefined;
  }

  private remember(form: string, agency: NamedAgency): void {
    if (!form) return;
    const known = this.byName.get(form) ?? new Set<NamedAgency>();
    this.byName.set(form, known.add(agency));
  }
}
