import type { Role } from '@app/kernel';

/** What a document is about: people one by one, or a class. */
export type Subject = 'cases' | 'class';

export interface DocumentKind {
  readonly title: string;
  readonly about: Subject;
  readonly by: readonly Role[];
  /** Type code in the symbol of the document (Decree 30/2020/NĐ-CP, Annex III); null: not an administrative document. */
  readonly symbol: string | null;
  readonly fileName: string;
}

/** Official documents made from what the system knows; the clerk adds the number, the signer the name. */
export const DOCUMENT_KINDS = {
  COMMUNE_CONFIRMATION: {
    title: 'Giấy xác nhận',
    about: 'cases',
    by: ['commune_officer', 'centre_staff'],
    symbol: 'GXN',
    fileName: 'giay-xac-nhan',
  },
  REFERRAL: { title: 'Giấy giới thiệu', about: 'cases', by: ['centre_staff'], symbol: 'GGT', fileName: 'giay-gioi-thieu' },
  RETURN_COMMITMENT: {
    title: 'Bản cam kết',
    about: 'cases',
    by: ['centre_staff', 'agency_clerk', 'commune_officer'],
    symbol: null,
    fileName: 'ban-cam-ket',
  },
  CLASS_LIST: { title: 'Danh sách lớp', about: 'class', by: ['centre_staff', 'agency_clerk'], symbol: 'DS', fileName: 'danh-sach-lop' },
  CERTIFICATE: {
    title: 'Giấy chứng nhận',
    about: 'class',
    by: ['centre_staff', 'agency_clerk'],
    symbol: 'GCN',
    fileName: 'giay-chung-nhan',
  },
} as const satisfies Record<string, DocumentKind>;
export type DocumentKindName = keyof typeof DOCUMENT_KINDS;
export const DOCUMENT_KIND_NAMES = Object.keys(DOCUMENT_KINDS) as DocumentKindName[];

export function documentKind(name: DocumentKindName): DocumentKind {
  return DOCUMENT_KINDS[name];
}

/** A person as documents name them. Identity numbers are written by hand: nothing prints them. */
export interface DocumentPerson {
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthPrecision: string | null;
  readonly sex: string | null;
  readonly hamlet: string | null;
  readonly communeName: string | null;
  readonly provinceName: string | null;
  readonly agencyName: string | null;
  readonly market: string | null;
  readonly occupation: string | null;
  readonly employer: string | null;
  readonly contractStart: string | null;
  readonly contractEnd: string | null;
  readonly caseCode: string;
}

/** What a class of people who will go abroad taught. */
export type TaughtKind = 'ORIENTATION' | 'LANGUAGE' | 'VOCATION';

export interface DocumentClass {
  readonly kind: TaughtKind;
  /** The class, and so its certificates, are of the office that asks. */
  readonly own: boolean;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
  readonly people: readonly (DocumentPerson & {
    readonly number: string | null;
    readonly validUntil: string | null;
    readonly issuedOn: string | null;
    readonly checkCode: string | null;
    /** Country and trade the certificate was issued for, wherever the person goes now. */
    readonly certifiedMarket: string | null;
    readonly certifiedTrade: string | null;
  })[];
}

/** Who issues: the office of the account, the body above it, the place of the date line. */
export interface Issuer {
  readonly name: string;
  readonly superior: string | null;
  readonly place: string;
  readonly symbol: string;
}
