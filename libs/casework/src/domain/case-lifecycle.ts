import type { By, MilestoneRow, Target } from './lifecycle-row';
import { BEFORE_EXIT, type StoredStage } from './stages';

const COMMUNE: By = 'commune_officer';
const CENTRE: By = 'centre_staff';
const AGENCY: By = 'agency_clerk';
const DEPARTMENT: By = 'department_officer';
const BANK: By = 'bank_officer';
const SYSTEM: By = 'system';

const GONE = ['ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING', 'MISSING'] as const;
const BACK = ['RETURNED', 'DECEASED'] as const;
const ENDED_BEFORE = ['WITHDRAWN', 'NOT_SENT', 'REJECTED'] as const;
const KNOWN = [...BEFORE_EXIT, ...GONE, ...BACK, ...ENDED_BEFORE];

function from(stages: readonly StoredStage[], to: Target): Partial<Record<StoredStage, Target>> {
  return Object.fromEntries(stages.map((stage) => [stage, to]));
}
/** Stages after one on the way to the exit, and everything behind the exit. */
function beyond(stage: StoredStage): StoredStage[] {
  return [...BEFORE_EXIT.slice(BEFORE_EXIT.indexOf(stage)), ...GONE, ...BACK];
}
/** A paper that proves a guard: kept in every stage, moves nothing. */
function paper<const F extends string>(fact: F, title: string, proves: MilestoneRow['proves'], by: readonly By[] = [AGENCY, CENTRE]) {
  return { fact, title, by, moves: from(KNOWN, '='), dates: ['notInFuture'], proves } as const satisfies MilestoneRow;
}
function loan(fact: string, title: string) {
  return {
    fact,
    title,
    by: [BANK],
    moves: from(KNOWN, '='),
    needs: ['date'],
    dates: ['notInFuture'],
  } as const satisfies MilestoneRow;
}

/**
 * The one table of the lifecycle: every fact that may be reported to a case, by whom, from which stage to which, under which
 * rules of dates. Order = order in which a record's facts are taken in. Sources: Law 69/2020/QH14 (contracts, training, duties
 * of agencies), Decree 283/2026 (confirmation of an overstay), plans of seeds 001, 003 and 004 (selection, recruitment, visits).
 */
export const CASE_LIFECYCLE = {
  REGISTERED: {
    fact: 'registration',
    title: 'Đăng ký nhu cầu',
    by: [COMMUNE, CENTRE, AGENCY],
    moves: from(beyond('REGISTERED'), '='),
    dates: ['notInFuture'],
  },
  COUNSELLED: {
    fact: 'counselling',
    title: 'Tư vấn',
    by: [COMMUNE, CENTRE],
    moves: { REGISTERED: 'COUNSELLED', ...from(beyond('COUNSELLED'), '=') },
    dates: ['notInFuture'],
  },
  SOURCED: {
    fact: 'sourcing',
    title: 'Tham gia chuẩn bị nguồn',
    by: [AGENCY],
    moves: { COUNSELLED: 'SOURCED', ...from(beyond('SOURCED'), '=') },
    dates: ['notInFuture'],
  },
  SELECTED: {
    fact: 'selection',
    title: 'Trúng tuyển',
    by: [AGENCY, CENTRE, DEPARTMENT],
    moves: { COUNSELLED: 'SELECTED', SOURCED: 'SELECTED', ...from(beyond('SELECTED'), '=') },
    dates: ['notInFuture'],
    needs: ['date', 'order'],
  },
  TRAINING_STARTED: {
    fact: 'training-start',
    title: 'Nhập học giáo dục định hướng',
    by: [AGENCY, CENTRE],
    moves: { SELECTED: 'IN_TRAINING', ...from(beyond('IN_TRAINING'), '=') },
    dates: ['notInFuture'],
  },
  CERTIFICATE_ISSUED: paper('certificate', 'Cấp chứng chỉ giáo dục định hướng', 'ORIENTATION'),
  CONTRACT_SIGNED: {
    fact: 'contract',
    title: 'Ký hợp đồng đưa người lao động đi',
    by: [AGENCY, CENTRE],
    moves: { SELECTED: 'CONTRACTED', IN_TRAINING: 'CONTRACTED', ...from(beyond('CONTRACTED'), '=') },
    needs: ['date'],
    dates: ['notInFuture', 'contractForward', 'signedBeforeExit', 'withinTurn'],
    proves: 'SENDING_CONTRACT',
  },
  EMPLOYMENT_CONTRACT_SIGNED: {
    ...paper('employment-contract', 'Hợp đồng lao động', 'EMPLOYMENT_CONTRACT'),
    dates: ['contractForward', 'withinTurn'],
  },
  APPLICATION_CONFIRMED: paper('application', 'Xác nhận đơn, sơ yếu lý lịch', 'APPLICATION', [COMMUNE, CENTRE, AGENCY]),
  HEALTH_CERTIFIED: paper('health', 'Giấy khám sức khỏe', 'HEALTH'),
  SUPPLY_CONTRACT_REGISTERED: paper('supply-contract', 'Hợp đồng cung ứng đã đăng ký', 'SUPPLY_CONTRACT', [AGENCY, CENTRE, DEPARTMENT]),
  COMMUNE_CONFIRMED: paper('commune-confirmation', 'Xác nhận của xã', 'COMMUNE_CONFIRMATION', [COMMUNE, CENTRE]),
  PASSPORT_RECORDED: paper('passport', 'Hộ chiếu, giấy thông hành', 'PASSPORT'),
  VISA_ISSUED: paper('visa', 'Thị thực, giấy phép lao động', 'VISA'),
  POLICE_RECORD_ISSUED: paper('police-record', 'Phiếu lý lịch tư pháp', 'POLICE_RECORD'),
  LANGUAGE_PROVEN: paper('language', 'Chứng chỉ ngoại ngữ', 'LANGUAGE'),
  VOCATION_PROVEN: paper('vocation', 'Chứng chỉ tay nghề', 'VOCATION'),
  ESCROW_PAID: paper('escrow', 'Nộp tiền ký quỹ', 'ESCROW', [AGENCY, CENTRE, BANK]),
  FUND_PAID: paper('fund', 'Đóng Quỹ hỗ trợ việc làm ngoài nước', 'FUND'),
  FEES_PAID: paper('fees', 'Thu tiền dịch vụ theo hợp đồng', 'FEES'),
  RETURN_COMMITTED: paper('return-commitment', 'Cam kết về nước đúng hạn', 'RETURN_COMMITMENT', [COMMUNE, CENTRE, AGENCY]),
  EXIT_CLEARED: paper('exit-clearance', 'Không thuộc diện tạm hoãn xuất cảnh', 'NO_EXIT_BAN', [CENTRE, AGENCY, DEPARTMENT]),
  RELATIVES_CLEARED: paper('relatives-clearance', 'Không có thân nhân cư trú bất hợp pháp', 'NO_RELATIVE_OVERSTAYING', [
    COMMUNE,
    CENTRE,
    AGENCY,
  ]),
  GUARD_PROVEN: {
    fact: 'guard-proof',
    title: 'Bổ sung giấy tờ còn thiếu',
    by: [COMMUNE, CENTRE, AGENCY, DEPARTMENT],
    moves: from(KNOWN, '='),
    needs: ['guard'],
    dates: ['notInFuture'],
  },
  GUARD_WAIVED: {
    fact: 'guard-waiver',
    title: 'Cho phép xuất cảnh khi còn thiếu một điều kiện',
    by: [DEPARTMENT],
    moves: from(BEFORE_EXIT, '='),
    needs: ['guard', 'reason', 'waivable'],
    dates: ['notInFuture'],
  },
  EXIT_PLANNED: {
    fact: 'exit-plan',
    title: 'Dự kiến xuất cảnh',
    by: [AGENCY, CENTRE],
    moves: from(BEFORE_EXIT, '='),
    needs: ['date'],
    dates: [],
  },
  LOAN_APPROVED: loan('loan-approval', 'Duyệt vay vốn'),
  LOAN_DISBURSED: loan('loan-disbursement', 'Giải ngân vốn vay'),
  LOAN_SETTLED: loan('loan-settlement', 'Tất toán khoản vay'),
  READY_CONFIRMED: {
    fact: 'readiness',
    title: 'Đủ điều kiện xuất cảnh',
    by: [AGENCY, CENTRE],
    moves: { COUNSELLED: 'READY', SOURCED: 'READY', SELECTED: 'READY', IN_TRAINING: 'READY', CONTRACTED: 'READY' },
    dates: ['notInFuture'],
    gate: true,
  },
  REJECTED: {
    fact: 'rejection',
    title: 'Không đạt',
    by: [AGENCY, CENTRE],
    moves: from(BEFORE_EXIT, 'REJECTED'),
    needs: ['reason'],
    dates: ['notInFuture'],
  },
  WITHDRAWN: {
    fact: 'withdrawal',
    title: 'Rút hồ sơ',
    by: [AGENCY, CENTRE, COMMUNE],
    moves: from(BEFORE_EXIT, 'WITHDRAWN'),
    needs: ['reason'],
    dates: ['notInFuture'],
  },
  NOT_SENT: {
    fact: 'not-sent',
    title: 'Không đưa đi được',
    by: [AGENCY, CENTRE, SYSTEM],
    moves: from(BEFORE_EXIT, 'NOT_SENT'),
    needs: ['reason'],
    dates: ['notInFuture'],
  },
  DEPARTED: {
    fact: 'departure',
    title: 'Xuất cảnh',
    by: [AGENCY, CENTRE, DEPARTMENT],
    moves: from(BEFORE_EXIT, 'ABROAD'),
    late: BACK,
    needs: ['date'],
    dates: ['exitNotInFuture', 'exitAfterSigning', 'exitBeforeReturn', 'contractForward', 'exitBeforeContractEnd', 'withinTurn'],
    gate: true,
  },
  EMPLOYER_REPORTED: {
    fact: 'employer',
    title: 'Nơi làm việc ở nước ngoài',
    by: [AGENCY, CENTRE],
    moves: from([...GONE, ...BACK], '='),
    dates: ['notInFuture'],
  },
  EXTENDED: {
    fact: 'extension',
    title: 'Gia hạn hợp đồng',
    by: [AGENCY, CENTRE],
    moves: { ABROAD: '=', RETURNED: '=' },
    needs: ['contractEnd'],
    dates: ['contractForward', 'extensionFollows', 'extensionLater', 'withinTurn'],
  },
  TRANSFERRED: {
    fact: 'transfer',
    title: 'Chuyển chủ sử dụng lao động',
    by: [AGENCY, CENTRE],
    moves: { ABROAD: '=', RETURNED: '=' },
    needs: ['date'],
    dates: ['notInFuture', 'afterExit', 'contractForward', 'withinTurn'],
  },
  VISITED_HOME: {
    fact: 'home-visit',
    title: 'Về phép',
    by: [AGENCY, CENTRE, COMMUNE],
    moves: { ABROAD: '=', LAWFUL_STAY: '=' },
    needs: ['date'],
    dates: ['notInFuture', 'afterExit'],
  },
  RETURN_PLANNED: {
    fact: 'return-plan',
    title: 'Kế hoạch về nước',
    by: [AGENCY, CENTRE, COMMUNE],
    moves: from(['ABROAD', 'ABSCONDED', 'OVERSTAYING', 'LAWFUL_STAY'], '='),
    needs: ['date'],
    dates: ['afterExit'],
  },
  STAY_CHANGED: {
    fact: 'stay-change',
    title: 'Thay đổi thời hạn cư trú',
    by: [AGENCY, CENTRE, COMMUNE],
    moves: from([...BEFORE_EXIT, ...GONE], '='),
    needs: ['stayUntil'],
    dates: [],
  },
  STAY_CANCELLED: {
    fact: 'stay-cancellation',
    title: 'Tư cách cư trú bị hủy',
    by: [AGENCY, CENTRE, DEPARTMENT],
    moves: from(['ABROAD', 'ABSCONDED', 'OVERSTAYING', 'LAWFUL_STAY'], '='),
    needs: ['date'],
    dates: ['afterExit'],
  },
  CONTRACT_TERMINATED: {
    fact: 'contract-termination',
    title: 'Chấm dứt hợp đồng lao động',
    by: [AGENCY, CENTRE, DEPARTMENT],
    moves: from(['ABROAD', 'ABSCONDED', 'OVERSTAYING', 'RETURNED'], '='),
    needs: ['date'],
    dates: ['afterExit'],
  },
  STATUS_CHANGED: {
    fact: 'status-change',
    title: 'Chuyển đổi tư cách cư trú hợp pháp',
    by: [AGENCY, CENTRE, COMMUNE],
    moves: { ABROAD: 'LAWFUL_STAY', ABSCONDED: 'LAWFUL_STAY' },
    needs: ['date', 'document'],
    dates: ['notInFuture', 'afterExit'],
  },
  ABSCONDED: {
    fact: 'absconding',
    title: 'Báo rời nơi làm việc',
    by: [AGENCY],
    moves: { ABROAD: 'ABSCONDED' },
    late: BACK,
    needs: ['date'],
    dates: ['notInFuture', 'afterExit'],
  },
  ABSCONDING_WITHDRAWN: {
    fact: 'absconding-withdrawal',
    title: 'Rút báo rời nơi làm việc',
    by: [AGENCY, CENTRE, DEPARTMENT],
    moves: { ABSCONDED: 'ABROAD' },
    needs: ['reason'],
    dates: ['notInFuture'],
  },
  WENT_MISSING: {
    fact: 'missing',
    title: 'Mất liên lạc',
    by: [AGENCY, DEPARTMENT],
    moves: from(['ABROAD', 'LAWFUL_STAY', 'ABSCONDED', 'OVERSTAYING'], 'MISSING'),
    late: BACK,
    needs: ['date'],
    dates: ['notInFuture', 'afterExit'],
  },
  FOUND: {
    fact: 'found',
    title: 'Đã liên lạc lại',
    by: [AGENCY, CENTRE, DEPARTMENT],
    moves: { MISSING: 'ABROAD' },
    needs: ['date'],
    dates: ['notInFuture', 'afterExit'],
  },
  OVERSTAY_CONFIRMED: {
    fact: 'overstay-confirmation',
    title: 'Xác nhận cư trú quá hạn',
    by: [DEPARTMENT],
    moves: { ABROAD: 'OVERSTAYING', ABSCONDED: 'OVERSTAYING' },
    needs: ['document'],
    dates: ['notInFuture', 'afterExit'],
  },
  RETURNED: {
    fact: 'return',
    title: 'Về nước',
    by: [AGENCY, CENTRE, COMMUNE, DEPARTMENT],
    moves: from(GONE, 'RETURNED'),
    needs: ['date', 'returnType'],
    dates: ['returnNotInFuture', 'returnAfterExit'],
  },
  DIED: {
    fact: 'death',
    title: 'Người lao động chết',
    by: [AGENCY, DEPARTMENT],
    moves: from(GONE, 'DECEASED'),
    needs: ['date'],
    dates: ['notInFuture', 'afterExit'],
  },
  AGENCY_CHANGED: {
    fact: 'agency-change',
    title: 'Đổi doanh nghiệp phụ trách',
    by: [DEPARTMENT, CENTRE],
    moves: from(KNOWN, '='),
    needs: ['date', 'reason', 'agency'],
    dates: ['notInFuture'],
  },
  CLOSED: {
    fact: 'closing',
    title: 'Kết thúc hồ sơ',
    by: [CENTRE],
    moves: from(['RETURNED', 'WITHDRAWN', 'NOT_SENT', 'DECEASED', 'REJECTED', 'LAWFUL_STAY'], 'CLOSED'),
    needs: ['nothingOpen'],
    dates: ['notInFuture'],
  },
  REOPENED: {
    fact: 'reopening',
    title: 'Mở lại hồ sơ',
    by: [DEPARTMENT],
    moves: { CLOSED: '<' },
    needs: ['reason'],
    dates: ['notInFuture'],
  },
} as const satisfies Record<string, MilestoneRow>;

export type MilestoneKind = keyof typeof CASE_LIFECYCLE;
export const MILESTONE_KINDS = Object.keys(CASE_LIFECYCLE) as MilestoneKind[];

export function milestoneRow(kind: MilestoneKind): MilestoneRow {
  return CASE_LIFECYCLE[kind];
}
/** Topic of the outbox row a milestone leaves. */
export function topicOf(kind: MilestoneKind): string {
  return `casework.${CASE_LIFECYCLE[kind].fact}-recorded.v1`;
}
