import type { LocalDate } from '@app/kernel';

/** What the centre says of a fair (phiên giao dịch việc làm). Public, the people in it are not. */
export interface FairTerms {
  readonly title: string;
  readonly heldOn: LocalDate;
  /** HH:MM, Vietnamese time. */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string;
  /** Where it is held; null: outside the province or not told. */
  readonly communeCode: string | null;
  readonly firms: readonly string[];
  /** How people get there; null: everybody by themselves. */
  readonly transport: string | null;
  readonly signUpUntil: LocalDate;
  readonly seats: number;
  /** People each commune is asked to bring; null: no number. A number to reach, never a ceiling. */
  readonly quota: number | null;
  /** Communes that are asked; empty: every commune of the province. */
  readonly communes: readonly string[];
  readonly note: string | null;
}

export interface FairLine extends FairTerms {
  readonly id: string;
  readonly state: 'open' | 'cancelled';
  readonly organisationName: string;
  readonly communeName: string | null;
  readonly taken: number;
  /** People the reader sees among those signed up: a commune its own. */
  readonly signed: number;
}

export interface FairPerson {
  readonly workerId: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly communeCode: string;
  readonly communeName: string | null;
  readonly hamlet: string | null;
  readonly phone: string | null;
  /** Null until the centre has ticked who came. */
  readonly attended: boolean | null;
}

/** Communes of the fair beside what they brought. */
export interface FairCommune {
  readonly communeCode: string;
  readonly communeName: string;
  readonly signed: number;
}

export interface FairDetail extends FairLine {
  readonly today: LocalDate;
  readonly people: readonly FairPerson[];
  readonly brought: readonly FairCommune[];
}

export type TermsFault = 'FAIR_IN_PAST' | 'SIGN_UP_AFTER_FAIR' | 'FAIR_ENDS_BEFORE_START' | 'FAIR_SEATS_TAKEN';

export const TERMS_FAULTS: Readonly<Record<TermsFault, string>> = {
  FAIR_IN_PAST: 'Ngày tổ chức đã qua. Hãy chọn ngày từ hôm nay trở đi.',
  SIGN_UP_AFTER_FAIR: 'Hạn ghi tên sau ngày tổ chức. Hãy chọn hạn không muộn hơn ngày tổ chức.',
  FAIR_ENDS_BEFORE_START: 'Giờ kết thúc trước giờ bắt đầu. Hãy kiểm tra lại hai giờ này.',
  FAIR_SEATS_TAKEN: 'Số chỗ ít hơn số người đã ghi tên. Hãy bỏ tên trước, hoặc giữ số chỗ.',
};

/** May a fair stand with these terms? `taken`: seats already given. Pure; undefined: yes. */
export function termsFault(terms: FairTerms, taken: number, today: LocalDate): TermsFault | undefined {
  if (terms.heldOn < today) return 'FAIR_IN_PAST';
  if (terms.signUpUntil > terms.heldOn) return 'SIGN_UP_AFTER_FAIR';
  if (terms.endsAt !== null && terms.endsAt <= terms.startsAt) return 'FAIR_ENDS_BEFORE_START';
  if (terms.seats < taken) return 'FAIR_SEATS_TAKEN';
  return undefined;
}
