import type { LocalDate } from '@app/kernel';
import type { OrderState, OrderTerms } from './job-order';
import type { SupplyContract } from './supply-contract';
import { holdsOn } from './supply-contract';

/** Why an order cannot be filed, approved or used, as the person reads it. */
export const ORDER_REFUSALS = {
  ORDER_CONTRADICTS: 'Tuổi hoặc ngày trong đơn hàng mâu thuẫn nhau. Hãy kiểm tra lại tuổi từ – đến, hạn tuyển và ngày dự kiến xuất cảnh.',
  LICENCE_NOT_VALID:
    'Giấy phép của doanh nghiệp không còn hiệu lực hoặc đang bị tạm đình chỉ nên không nhận việc mới. Hồ sơ đang làm vẫn được cập nhật.',
  NOT_PERMITTED_HERE:
    'Doanh nghiệp chưa được Sở Nội vụ cho phép tuyển tại tỉnh này vào ngày này. Hãy đề nghị Sở Nội vụ cấp phép tuyển chọn.',
  CONTRACT_NEEDED: 'Đơn hàng theo hợp đồng dịch vụ phải thuộc một hợp đồng cung ứng lao động. Hãy chọn hợp đồng cung ứng.',
  CONTRACT_FOREIGN: 'Không tìm thấy hợp đồng cung ứng này của đơn vị gửi đơn hàng. Hãy chọn hợp đồng của chính đơn vị.',
  CONTRACT_NOT_REGISTERED: 'Hợp đồng cung ứng chưa được đăng ký hoặc đã hết hiệu lực. Hãy chờ chấp thuận hoặc chọn hợp đồng khác.',
  CONTRACT_DIFFERS: 'Thị trường của đơn hàng khác với hợp đồng cung ứng. Hãy kiểm tra lại.',
  QUOTA_EXCEEDED: 'Tổng số người của các đơn hàng vượt số lượng trong hợp đồng cung ứng. Hãy giảm số lượng, hoặc đăng ký bổ sung hợp đồng.',
  BELOW_PASSED: 'Số lượng mới ít hơn số người đã trúng tuyển. Hãy giữ ít nhất bằng số người đã trúng tuyển.',
  ORDER_STATE: 'Đơn hàng không còn ở bước này. Hãy tải lại để xem kết quả đã ghi.',
  ORDER_CLOSED: 'Đơn hàng chưa được duyệt, đã đóng hoặc đã quá hạn tuyển. Hãy chọn đơn hàng khác.',
} as const;
export type OrderRefusal = keyof typeof ORDER_REFUSALS;

/** What law and register say of the order's sender on the day. */
export interface OrderGrounds {
  /** A public programme is run by an office: no licence, no permission. */
  readonly publicOffice: boolean;
  readonly licenceValid: boolean;
  readonly permitted: boolean;
  readonly contract: SupplyContract | undefined;
  /** Places of the contract's other approved orders, in whatever province. */
  readonly otherPlaces: number;
  readonly day: LocalDate;
}

/** May this version be filed? A contract that waits for registration is no hindrance yet. */
export function refuseFiling(terms: OrderTerms, grounds: OrderGrounds): OrderRefusal | undefined {
  if (contradicts(terms, grounds.day)) return 'ORDER_CONTRADICTS';
  if (terms.contractId && !grounds.contract) return 'CONTRACT_FOREIGN';
  if (grounds.publicOffice) return undefined;
  if (!grounds.licenceValid) return 'LICENCE_NOT_VALID';
  if (!grounds.permitted) return 'NOT_PERMITTED_HERE';
  if (needsContract(terms) && !grounds.contract) return 'CONTRACT_NEEDED';
  if (grounds.contract && grounds.contract.market !== terms.market) return 'CONTRACT_DIFFERS';
  return undefined;
}

/** May this version be approved? `passed`: people who hold a place already. */
export function refuseApproval(terms: OrderTerms, grounds: OrderGrounds, passed: number): OrderRefusal | undefined {
  const filing = refuseFiling(terms, grounds);
  if (filing) return filing;
  if (terms.places < passed) return 'BELOW_PASSED';
  if (!grounds.contract) return undefined;
  if (!holdsOn(grounds.contract, grounds.day)) return 'CONTRACT_NOT_REGISTERED';
  return grounds.otherPlaces + terms.places > grounds.contract.quota ? 'QUOTA_EXCEEDED' : undefined;
}

/** May somebody be proposed to or selected into the order on the day? Suspension stops this and nothing that already runs. */
export function refuseUse(order: { state: OrderState; terms: OrderTerms }, grounds: OrderGrounds): OrderRefusal | undefined {
  const { closesOn } = order.terms;
  if (order.state !== 'approved' || (closesOn && grounds.day > closesOn)) return 'ORDER_CLOSED';
  if (grounds.publicOffice) return undefined;
  if (!grounds.licenceValid) return 'LICENCE_NOT_VALID';
  if (!grounds.permitted) return 'NOT_PERMITTED_HERE';
  return grounds.contract && !holdsOn(grounds.contract, grounds.day) ? 'CONTRACT_NOT_REGISTERED' : undefined;
}

/** Only people of a service enterprise go under a supply contract. */
function needsContract({ legalForm }: OrderTerms): boolean {
  return legalForm === 'SERVICE';
}

function contradicts({ ageFrom, ageTo, closesOn, exitOn, places }: OrderTerms, day: LocalDate): boolean {
  return Boolean(
    places < 1 || (ageFrom && ageTo && ageFrom > ageTo) || (closesOn && closesOn < day) || (exitOn && exitOn < (closesOn ?? day)),
  );
}
