import { addMonths, DomainError, type LocalDate } from '@app/kernel';

/** Numbers of the leader's page that a task may be given on, as a desk reads them. */
export const FIGURES = {
  EXITS: 'Xuất cảnh so với chỉ tiêu năm',
  ORIENTATION: 'Xuất cảnh chưa học giáo dục định hướng',
  UNCONFIRMED: 'Hết hạn hợp đồng, chưa xác nhận về nước',
  OVERSTAY: 'Cư trú quá hạn đã xác nhận',
  COMMUNE: 'Kết quả của xã so với chỉ tiêu',
} as const;
export type Figure = keyof typeof FIGURES;
export const FIGURE_CODES = Object.keys(FIGURES) as Figure[];

export const ASSIGNED_DESKS = ['centre', 'department', 'agency', 'commune'] as const;
export type AssignedDesk = (typeof ASSIGNED_DESKS)[number];

/** Who must answer. A commune and an agency are named, the other desks are the province's. */
export interface AssignmentOwner {
  readonly desk: AssignedDesk;
  readonly communeCode: string | null;
  readonly agencyId: string | null;
}

const MOST_MONTHS = 12;

/** The owner as it is kept. Throws OWNER_INCOMPLETE, DUE_PAST, DUE_TOO_FAR. */
export function decideOwner(
  { desk, communeCode, agencyId }: { desk: AssignedDesk; communeCode?: string; agencyId?: string },
  dueOn: LocalDate,
  today: LocalDate,
): AssignmentOwner {
  if ((desk === 'commune' && !communeCode) || (desk === 'agency' && !agencyId))
    throw new DomainError('invalid', 'OWNER_INCOMPLETE', 'Hãy chọn xã hoặc doanh nghiệp nhận việc.');
  if (dueOn < today) throw new DomainError('invalid', 'DUE_PAST', 'Hạn hoàn thành đã qua. Hãy chọn ngày từ hôm nay trở đi.');
  if (dueOn > addMonths(today, MOST_MONTHS))
    throw new DomainError('invalid', 'DUE_TOO_FAR', `Hạn hoàn thành trong vòng ${MOST_MONTHS} tháng. Hãy chọn ngày gần hơn.`);
  return { desk, communeCode: desk === 'commune' ? communeCode! : null, agencyId: desk === 'agency' ? agencyId! : null };
}
