import { type CaseLine, LEGAL_FORMS, STAGES } from '@app/casework';
import { formatVietnamese, type LocalDate } from '@app/kernel';

/** A cell of a file: a day stays a day. */
export type FileCell = string | number | { readonly day: LocalDate } | null;

interface CaseColumn {
  readonly label: string;
  /** In characters. */
  readonly width: number;
  readonly cell: (line: CaseLine, market: (code: string) => string) => FileCell;
}

const day = (value: LocalDate | null): FileCell => value && { day: value };

const FORM_NAMES: Record<(typeof LEGAL_FORMS)[number], string> = {
  SERVICE: 'Doanh nghiệp dịch vụ',
  PUBLIC: 'Đơn vị sự nghiệp công lập',
  SEASONAL: 'Thời vụ Hàn Quốc',
  BORDER: 'Lao động biên giới',
  CONTRACTOR: 'Doanh nghiệp trúng thầu, đầu tư',
  SKILL_UPGRADE: 'Thực tập nâng cao tay nghề',
  DIRECT: 'Hợp đồng trực tiếp',
};

/** Columns a file of cases may have, by the names the list gives its fields. */
export const CASE_COLUMNS = {
  fullName: { label: 'Họ và tên', width: 26, cell: ({ fullName }) => fullName },
  birthDate: { label: 'Ngày sinh', width: 12, cell: birth },
  sex: { label: 'Giới tính', width: 9, cell: ({ sex }) => (sex === 'M' ? 'Nam' : sex === 'F' ? 'Nữ' : null) },
  communeName: { label: 'Xã, phường', width: 20, cell: ({ communeName, communeCode }) => communeName ?? communeCode },
  code: { label: 'Mã hồ sơ', width: 13, cell: ({ code }) => code },
  stage: { label: 'Giai đoạn', width: 28, cell: ({ stage }) => STAGES[stage].title },
  market: { label: 'Nước, vùng lãnh thổ', width: 20, cell: ({ market }, name) => market && name(market) },
  agencyName: { label: 'Doanh nghiệp', width: 30, cell: ({ agencyName }) => agencyName },
  legalForm: { label: 'Hình thức', width: 22, cell: ({ legalForm }) => FORM_NAMES[legalForm as keyof typeof FORM_NAMES] ?? legalForm },
  programme: { label: 'Chương trình', width: 16, cell: ({ programme }) => programme },
  departedOn: { label: 'Ngày xuất cảnh', width: 14, cell: ({ departedOn }) => day(departedOn) },
  contractEnd: { label: 'Hết hạn hợp đồng', width: 16, cell: ({ contractEnd }) => day(contractEnd) },
  daysLeft: { label: 'Số ngày còn lại', width: 14, cell: ({ daysLeft }) => daysLeft },
  returnedOn: { label: 'Ngày về nước', width: 14, cell: ({ returnedOn }) => day(returnedOn) },
  openAlerts: { label: 'Cảnh báo đang mở', width: 16, cell: ({ openAlerts }) => openAlerts },
} as const satisfies Record<string, CaseColumn>;

export type CaseColumnName = keyof typeof CASE_COLUMNS;
export const CASE_COLUMN_NAMES = Object.keys(CASE_COLUMNS) as CaseColumnName[];

export function cellOf(name: CaseColumnName, line: CaseLine, market: (code: string) => string): FileCell {
  const column: CaseColumn = CASE_COLUMNS[name];
  return column.cell(line, market);
}

/** Known to the year or month only: said so, not made into a day. */
function birth({ birthDate, birthPrecision }: CaseLine): FileCell {
  if (!birthDate) return null;
  if (birthPrecision === 'Y') return Number(birthDate.slice(0, 4));
  return birthPrecision === 'YM' ? formatVietnamese(birthDate).slice(3) : day(birthDate);
}
