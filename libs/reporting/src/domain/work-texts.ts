import { formatVietnamese, type LocalDate } from '@app/kernel';
import { FIGURES } from './assignment';
import type { WorkAction } from './work-row';

/** How a task reads and what it offers. */
export interface TaskText {
  readonly title: string;
  readonly why: (detail: Readonly<Record<string, unknown>>) => string;
  readonly advice: string;
  readonly action: WorkAction;
  /** Without a deadline it still wants to be done today: somebody waits for it. */
  readonly today?: true;
}

const FEW = 3;
/** The first names of a list, and how many more. */
const firstFew = (names: unknown): string => {
  if (!Array.isArray(names)) return 'giấy tờ xuất cảnh';
  return names.length > FEW ? `${names.slice(0, FEW).join('; ')} và ${names.length - FEW} loại khác` : names.join('; ');
};

/** Which agency a task of another desk is about. */
const about = (agencyName: unknown): string => (typeof agencyName === 'string' ? `${agencyName}: ` : '');
const dayOf = (day: unknown): string => formatVietnamese(day as LocalDate);

/** What the three voices do not agree on. */
const VOICES: Readonly<Record<string, string>> = {
  ONE_DENIES: 'một bên nói chưa xảy ra',
  DATES_DIFFER: 'ngày các bên nói khác nhau',
  ONE_SILENT: 'mới một bên báo, bên còn lại chưa xác nhận',
};

/** Words of the tasks that contexts put on desks; codes of `DEPARTURE_GAP` become words through `guardTitles`. */
export const TASK_TEXTS: Readonly<Record<string, TaskText>> = {
  DEPARTURE_GAP: {
    title: 'Thiếu giấy tờ khi xuất cảnh',
    why: ({ guards }) => `Đã báo xuất cảnh nhưng chưa có: ${Array.isArray(guards) ? guards.join('; ') : 'giấy tờ chứng minh'}.`,
    advice: 'Xin doanh nghiệp bản chụp giấy tờ rồi ghi số và ngày.',
    action: 'PROVE_GUARDS',
  },
  MISSING_PAPERS: {
    title: 'Bổ sung giấy tờ trước khi xuất cảnh',
    why: ({ guards }) => `Trung tâm nhắc: còn thiếu hoặc không còn giá trị: ${firstFew(guards)}.`,
    advice: 'Ghi số, ngày của giấy tờ hoặc gửi bản chụp; đủ giấy tờ thì việc tự hết.',
    action: 'PROVE_GUARDS',
  },
  CHOOSE_COMMUNE: {
    title: 'Chọn xã đang cư trú',
    why: ({ relative }) =>
      relative === true
        ? 'Xã cũ của người thân đã chia cho nhiều xã; chưa biết nay thuộc xã nào.'
        : 'Xã cũ đã chia cho nhiều xã; chưa biết nay thuộc xã nào, nên chưa báo được cho xã.',
    advice: 'Hỏi thôn, bản nơi ở rồi chọn xã.',
    action: 'CHOOSE_COMMUNE',
    today: true,
  },
  CONFIRM_EXTENSION: {
    title: 'Xác nhận gia hạn',
    why: () => 'Xã cho biết hợp đồng đã gia hạn; doanh nghiệp hoặc trung tâm cần xác nhận.',
    advice: 'Hỏi doanh nghiệp hợp đồng gia hạn rồi ghi ngày hết hạn mới.',
    action: 'RECORD_EXTENSION',
    today: true,
  },
  CONFIRM_RETURN: {
    title: 'Xác nhận đã về nước',
    why: () => 'Gia đình cho biết người lao động đã về nước; ngày về chưa được xác nhận.',
    advice: 'Hỏi lại ngày nhập cảnh rồi ghi về nước.',
    action: 'RECORD_RETURN',
    today: true,
  },
  CHECK_FAMILY_PLACE: {
    title: 'Kiểm tra nơi ở của gia đình',
    why: () => 'Xã đến thăm không gặp: gia đình đã chuyển đi hoặc địa chỉ ghi chưa đúng.',
    advice: 'Hỏi người thân, trưởng bản nơi ở mới rồi sửa địa chỉ.',
    action: 'CHOOSE_COMMUNE',
  },
  WRONG_COMMUNE: {
    title: 'Xã báo không thuộc địa bàn',
    why: () => 'Xã cho biết gia đình này không thuộc địa bàn của xã.',
    advice: 'Hỏi lại nơi ở của gia đình rồi chọn xã đúng.',
    action: 'CHOOSE_COMMUNE',
    today: true,
  },
  COMMUNE_QUESTION: {
    title: 'Xã hỏi trung tâm',
    why: () => 'Cán bộ xã có câu hỏi về hồ sơ này và đang chờ trả lời.',
    advice: 'Đọc câu hỏi trong hồ sơ rồi trả lời.',
    action: 'ANSWER_QUESTION',
    today: true,
  },
  CENTRE_ANSWERED: {
    title: 'Trung tâm đã trả lời',
    why: () => 'Trung tâm đã trả lời câu hỏi của xã.',
    advice: 'Đọc câu trả lời rồi đánh dấu đã xem.',
    action: 'READ_ANSWER',
    today: true,
  },
  FOREIGN_DUPLICATE: {
    title: 'Số căn cước đã có ở nơi khác',
    why: () => 'Số căn cước này đã được đăng ký tại một đơn vị ngoài phạm vi của bạn.',
    advice: 'Đối chiếu giấy tờ gốc, liên hệ Sở Nội vụ nếu là cùng một người.',
    action: 'CHECK_DUPLICATE',
    today: true,
  },
  CONFIRM_CONTRACT: {
    title: 'Xác nhận hợp đồng trực tiếp',
    why: () => 'Người lao động tự ký hợp đồng với chủ nước ngoài; xã xác nhận trong 5 ngày làm việc kể từ khi có hợp đồng.',
    advice: 'Đối chiếu hợp đồng và bản dịch, rồi xác nhận.',
    action: 'FOLLOW_CASE',
  },
  CONFIRM_PAPERS: {
    title: 'Xác nhận giấy tờ người sắp đi',
    why: () => 'Người lao động đã trúng tuyển hoặc đã ký hợp đồng; giấy tờ chờ xã xác nhận.',
    advice: 'Đối chiếu rồi xác nhận từng giấy tờ.',
    action: 'FOLLOW_CASE',
  },
  CONFIRM_HOUSEHOLD: {
    title: 'Xác nhận hộ nghèo, cận nghèo',
    why: ({ declared }) =>
      `Hồ sơ vay vốn ${declared === 'POOR' ? 'ghi là hộ nghèo' : declared === 'NEAR_POOR' ? 'ghi là hộ cận nghèo' : 'chưa ghi loại hộ'}, chờ xã xác nhận.`,
    advice: 'Đối chiếu danh sách của xã rồi chọn câu trả lời.',
    action: 'FOLLOW_CASE',
  },
  HANDED_OVER: {
    title: 'Nhận bàn giao công việc',
    why: ({ tasks, cases }) => `Người phụ trách cũ bàn giao ${Number(tasks)} việc đang mở và ${Number(cases)} hồ sơ.`,
    advice: 'Người nhận xem danh sách việc, gọi trước cho gia đình cần gấp, rồi đánh dấu đã nhận.',
    action: 'FINISH_TASK',
    today: true,
  },
  REFERRAL_OUTCOME: {
    title: 'Hỏi kết quả giới thiệu việc làm',
    why: ({ firm, occupation }) => `Đã giới thiệu vào việc ${String(occupation)} tại ${String(firm)}, chưa có kết quả.`,
    advice: 'Gọi người lao động hoặc doanh nghiệp, rồi ghi nhận việc, không nhận hay không trả lời.',
    action: 'ANSWER_REFERRAL',
  },
  LEADER_ASSIGNMENT: {
    title: 'Lãnh đạo giao việc',
    why: ({ figure, shown }) => `${FIGURES[figure as keyof typeof FIGURES] ?? 'Theo số liệu'}: ${String(shown)}.`,
    advice: 'Đọc nội dung, xem danh sách phía sau con số, rồi báo kết quả.',
    action: 'ANSWER_ASSIGNMENT',
  },
  MONTHLY_UPDATE: {
    title: 'Cập nhật hằng tháng',
    why: ({ cases, targetDate, agencyName }) =>
      `${about(agencyName)}${Number(cases)} hồ sơ có thay đổi; cơ sở dữ liệu của Bộ phải được cập nhật chậm nhất ngày ${dayOf(targetDate)}.`,
    advice: 'Cập nhật hệ thống của Bộ rồi ghi ngày; cơ quan quản lý gọi doanh nghiệp, ghi giúp.',
    action: 'REPORT_UPDATE',
  },
  LICENCE_END: {
    title: 'Giấy phép đến hạn',
    why: ({ number, targetDate, agencyName }) =>
      `${about(agencyName)}giấy phép ${String(number)} có giá trị đến hết ngày ${dayOf(targetDate)}, chưa ghi giấy phép tiếp theo; sau ngày đó không được tuyển, ký, đưa đi thêm.`,
    advice: 'Doanh nghiệp gửi giấy phép mới cho Sở Nội vụ; Sở ghi vào thì việc tự hết.',
    action: 'SEE_REGISTER',
  },
  PERMISSION_END: {
    title: 'Giới thiệu tuyển chọn đến hạn',
    why: ({ communeCode, targetDate, agencyName }) =>
      `${about(agencyName)}được tuyển tại ${communeCode ? 'xã này' : 'cả tỉnh'} đến hết ngày ${dayOf(targetDate)}, chưa ghi thời gian tiếp theo.`,
    advice: 'Doanh nghiệp đề nghị Sở Nội vụ cho tuyển tiếp; Sở ghi vào thì việc tự hết.',
    action: 'SEE_REGISTER',
  },
  SUPPLY_END: {
    title: 'Hợp đồng cung ứng đến hạn',
    why: ({ number, targetDate, agencyName }) =>
      `${about(agencyName)}hợp đồng cung ứng số ${String(number)} có hiệu lực đến hết ngày ${dayOf(targetDate)} trong khi còn đơn hàng đang tuyển.`,
    advice: 'Doanh nghiệp đăng ký hợp đồng mới với cùng đối tác; Sở ghi kết quả thì việc tự hết.',
    action: 'SEE_REGISTER',
  },
  REPORT_DUE: {
    title: 'Gửi báo cáo tháng',
    why: ({ month }) => `Báo cáo tháng ${String(month)} đã điền sẵn, chưa gửi.`,
    advice: 'Mở báo cáo, xem số liệu, sửa nhận xét rồi gửi.',
    action: 'SEND_REPORT',
  },
  REPORT_RETURNED: {
    title: 'Báo cáo tháng được trả lại',
    why: ({ month }) => `Báo cáo tháng ${String(month)} được trả lại để bổ sung; lý do ghi trong báo cáo.`,
    advice: 'Bổ sung rồi gửi bản mới.',
    action: 'SEND_REPORT',
    today: true,
  },
  VOICES_DIFFER: {
    title: 'Đối chiếu ba bên',
    why: ({ crossing, rule }) =>
      `Về việc ${crossing === 'RETURN' ? 'về nước' : 'xuất cảnh'}: ${VOICES[String(rule)] ?? 'các bên nói khác nhau'}.`,
    advice: 'Hỏi lại doanh nghiệp, gia đình hoặc xem dấu xuất nhập cảnh, rồi ghi lời của từng bên.',
    action: 'FOLLOW_CASE',
  },
  DELIVERY_BOUNCED: {
    title: 'Thư bị trả lại',
    why: () => 'Thông báo gửi tới xã hoặc doanh nghiệp đã bị trả lại; nơi nhận chưa biết việc.',
    advice: 'Gọi điện cho nơi nhận, sửa địa chỉ thư hoặc gửi bản in.',
    action: 'CHECK_ADDRESS',
    today: true,
  },
  LOAN_BEFORE_FLIGHT: {
    title: 'Sắp đi mà vốn chưa giải ngân',
    why: () => 'Hợp đồng sắp bắt đầu, khoản vay chưa được giải ngân.',
    advice: 'Gọi phòng giao dịch hỏi ngày giải ngân.',
    action: 'FOLLOW_CASE',
  },
  DELIVERY_DEAD: {
    title: 'Thư không gửi được',
    why: () => 'Thông báo đã gửi nhiều lần mà không tới; nơi nhận chưa biết việc.',
    advice: 'Gọi điện cho nơi nhận, sửa địa chỉ thư hoặc gửi bản in.',
    action: 'CHECK_ADDRESS',
    today: true,
  },
};

const OTHER: TaskText = {
  title: 'Việc cần làm',
  why: () => 'Việc này đang chờ đơn vị của bạn.',
  advice: 'Xem hồ sơ, làm xong thì ghi kết quả.',
  action: 'FINISH_TASK',
};

export function taskText(kind: string): TaskText {
  return TASK_TEXTS[kind] ?? OTHER;
}

/** Kinds of task that belong to today when they have no deadline. */
export const TODAY_TASKS = Object.keys(TASK_TEXTS).filter((kind) => TASK_TEXTS[kind]!.today);

/** Short names of alert rules for counts and headings; the row's own `why` says it in full. */
const ALERT_TITLES: readonly [prefix: string, title: string][] = [
  ['EXPIRY', 'Sắp hết hạn hợp đồng'],
  ['SEASONAL_EXPIRY', 'Sắp hết hạn hợp đồng thời vụ'],
  ['LAISSEZ_PASSER', 'Giấy thông hành sắp hết hạn'],
  ['RETURN_UNCONFIRMED', 'Hết hạn hợp đồng, chưa có tin về nước'],
  ['SUSPECTED_OVERSTAY', 'Chưa xác nhận về nước'],
  ['OVERSTAY', 'Chưa xác nhận về nước, cần rà soát'],
  ['PERSUASION_DUE', 'Đến hẹn thăm gia đình'],
  ['ABSCONDED_REPORT', 'Doanh nghiệp báo rời nơi làm việc'],
  ['RESIDENCE_NOTICE', 'Hướng dẫn thông báo nơi cư trú'],
  ['WAIT_180', 'Chờ xuất cảnh lâu sau khi trúng tuyển'],
  ['CERT_24M', 'Chứng chỉ định hướng sắp hết giá trị'],
  ['PASSPORT', 'Hộ chiếu sắp hết hạn'],
  ['HEALTH', 'Giấy khám sức khỏe sắp hết hạn'],
  ['DB_UPDATE', 'Chưa có tin xuất cảnh'],
  ['END_UNKNOWN', 'Đã đi, chưa biết ngày hết hạn hợp đồng'],
  ['LOAN_DECISION', 'Ngân hàng đến hạn quyết định cho vay'],
  ['INSTALMENT', 'Kỳ trả nợ vay'],
  ['EPS_ESCROW_35', 'Nộp ký quỹ chương trình EPS'],
  ['LIQUIDATION_180', 'Thanh lý hợp đồng trong 180 ngày'],
  ['REFUND_DUE', 'Hoàn trả tiền cho người lao động'],
];

export function alertTitle(rule: string): string {
  return ALERT_TITLES.find(([prefix]) => rule === prefix || rule.startsWith(`${prefix}_`))?.[1] ?? 'Cảnh báo cần trả lời';
}

/** Questions that end by what was done. */
const CLOSED_BY_DEED =
  /^(WAIT_180|CERT_24M|PASSPORT|HEALTH|DB_UPDATE|END_UNKNOWN|LOAN_DECISION|INSTALMENT|EPS_ESCROW_35|LIQUIDATION_180|REFUND_DUE)_/;

/** What an owner does about an alert; `visited`: rules that a visit to the family ends. */
export function alertAction(rule: string, own: boolean, visited: readonly string[]): WorkAction {
  if (!own) return 'FOLLOW_CASE';
  if (rule === 'RESIDENCE_NOTICE' || CLOSED_BY_DEED.test(rule)) return 'CLOSE_ALERT';
  return visited.includes(rule) ? 'RECORD_VISIT' : 'ANSWER_ALERT';
}
