import { foldText, tidyText } from '@app/kernel';

/** An entry of a catalogue row (`catalogue.markets`, `catalogue.ethnic-groups`): code, official name, other ways people write it. */
export interface NamedEntry {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * Written form → entry: the code itself, then the form with all its marks (Mỹ is not MY), then without marks, capitals, blanks and signs;
 * a form that two entries share answers nothing.
 */
export class NamedCatalogue {
  private readonly byCode = new Map<string, NamedEntry>();
  private readonly exact = new Map<string, NamedEntry | null>();
  private readonly folded = new Map<string, NamedEntry | null>();

  constructor(readonly entries: readonly NamedEntry[]) {
    for (const entry of entries) {
      this.byCode.set(entry.code, entry);
      for (const form of [entry.name, ...entry.aliases]) claim(this.exact, exactKey(form), entry);
      for (const form of [entry.code, entry.name, ...entry.aliases]) claim(this.folded, foldedKey(form), entry);
    }
  }

  find(written: string): NamedEntry | undefined {
    const exact = this.byCode.get(written.trim()) ?? this.exact.get(exactKey(written));
    return exact ?? this.folded.get(foldedKey(written)) ?? undefined;
  }

  ofCode(code: string): NamedEntry | undefined {
    return this.byCode.get(code);
  }

  /** Forms that two entries claim: each is a question for a person. */
  sharedForms(): string[] {
    return [...new Set([...this.exact, ...this.folded].flatMap(([form, entry]) => (entry === null ? [form] : [])))];
  }
}

function claim(forms: Map<string, NamedEntry | null>, form: string, entry: NamedEntry): void {
  const other = forms.get(form);
  forms.set(form, other === undefined || other === entry ? entry : null);
}

function exactKey(text: string): string {
  return tidyText(text).toLowerCase();
}

function foldedKey(text: string): string {
  return foldText(text).replaceAll(' ', '');
}
