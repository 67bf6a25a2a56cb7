import type { LocalDate } from '@app/kernel';

/** What somebody who came back would like to do next. */
export const RETURN_WISHES = ['LOCAL_JOB', 'OWN_BUSINESS', 'GO_AGAIN', 'LEARN', 'REST'] as const;
export type ReturnWish = (typeof RETURN_WISHES)[number];

/** What the savings are for. */
export const SAVINGS_WISHES = ['BUSINESS', 'FARM', 'HOUSE', 'EDUCATION', 'DEBT', 'SAVE', 'NONE'] as const;
export type SavingsWish = (typeof SAVINGS_WISHES)[number];

/** Languages firms ask for. */
export const LANGUAGES = ['KO', 'JA', 'ZH', 'EN', 'DE'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What people hear all day at work: who worked there speaks some of it, until somebody asked. */
export const SPOKEN_IN: Readonly<Record<string, Language>> = { KR: 'KO', JP: 'JA', TW: 'ZH', CN: 'ZH', DE: 'DE' };

/** What a person said on coming home, as of a day. The newest counts; older ones stay. */
export interface ReturnProfile {
  readonly recordedOn: LocalDate;
  /** The trade learned or done abroad. */
  readonly occupation: string;
  readonly language: Language | null;
  /** As on the certificate or as the person says it: TOPIK 3, N4. */
  readonly languageLevel: string | null;
  readonly wish: ReturnWish;
  readonly savings: SavingsWish | null;
  readonly note: string | null;
}

/** What is known of somebody's work, for holding it against openings. */
export interface ReturneeFacts {
  /** Of the profile, the contract abroad and the register, in this order. */
  readonly occupations: readonly string[];
  readonly language: Language | null;
  /** Country of the last work abroad. */
  readonly market: string | null;
  readonly communeCode: string | null;
}
