/** What to say to whoever ticks a task off that ends by a deed of its own: code of the refusal, and where the deed is. */
type Where = readonly [code: string, sentence: string];

const PAPERS: Where = ['TASK_NEEDS_PAPERS', 'Việc này tự hết khi đủ giấy tờ. Hãy ghi số, ngày hoặc gửi bản chụp ở mục Giấy tờ của hồ sơ.'];
const REPORT: Where = ['TASK_NEEDS_REPORT', 'Việc này xong khi báo cáo đã gửi. Hãy mở Báo cáo tháng, xem lại rồi gửi.'];

/** Kinds of task that a bare sentence must not end: somebody waits for the answer itself, or a fact must be written down. All others end by saying what came of them. */
const OWN_DEEDS: Readonly<Record<string, Where>> = {
  CHOOSE_COMMUNE: ['TASK_NEEDS_COMMUNE', 'Việc này xong khi đã chọn xã. Hãy mở việc này rồi chọn xã đang cư trú.'],
  COMMUNE_QUESTION: ['TASK_NEEDS_REPLY', 'Xã đang chờ câu trả lời. Hãy mở việc này, viết câu trả lời rồi gửi cho xã.'],
  CONFIRM_CONTRACT: ['TASK_NEEDS_CONFIRMATION', 'Việc này xong khi xã xác nhận hợp đồng. Hãy mở việc này rồi chọn Xác nhận hợp đồng.'],
  CONFIRM_PAPERS: ['TASK_NEEDS_CONFIRMED_PAPERS', 'Việc này xong khi xã xác nhận giấy tờ. Hãy mở việc này rồi chọn giấy tờ đã xác nhận.'],
  CONFIRM_HOUSEHOLD: [
    'TASK_NEEDS_HOUSEHOLD',
    'Hồ sơ vay vốn đang chờ câu trả lời của xã. Hãy mở việc này rồi chọn hộ nghèo, hộ cận nghèo hoặc không thuộc diện.',
  ],
  DEPARTURE_GAP: PAPERS,
  LEADER_ASSIGNMENT: ['TASK_NEEDS_RESULT', 'Lãnh đạo đang chờ kết quả. Hãy mở việc này, viết kết quả rồi gửi.'],
  LOAN_BEFORE_FLIGHT: [
    'TASK_NEEDS_DISBURSEMENT',
    'Việc này tự hết khi khoản vay được ghi đã giải ngân, hoặc ngày đi đổi. Hãy hỏi phòng giao dịch, rồi ghi ở Vốn vay hoặc đổi ngày trong hồ sơ.',
  ],
  LICENCE_END: ['TASK_NEEDS_LICENCE', 'Việc này tự hết khi Sở Nội vụ ghi giấy phép tiếp theo của doanh nghiệp.'],
  MISSING_PAPERS: PAPERS,
  REFERRAL_OUTCOME: [
    'TASK_NEEDS_OUTCOME',
    'Việc này xong khi đã ghi kết quả giới thiệu. Hãy mở việc này rồi chọn nhận việc, không nhận hoặc không trả lời.',
  ],
  MONTHLY_UPDATE: [
    'TASK_NEEDS_UPDATE',
    'Việc này xong khi đã ghi ngày cập nhật. Hãy mở việc này rồi ghi ngày đã cập nhật hệ thống của Bộ.',
  ],
  PERMISSION_END: ['TASK_NEEDS_PERMISSION', 'Việc này tự hết khi Sở Nội vụ ghi thời gian được tuyển tiếp theo.'],
  RELEASE_NOTICES: ['TASK_NEEDS_RELEASE', 'Thông báo của tệp nhập đang được giữ lại. Hãy mở tệp này ở Việc hôm nay rồi cho gửi.'],
  REPORT_DUE: REPORT,
  REPORT_RETURNED: REPORT,
  SUPPLY_END: [
    'TASK_NEEDS_CONTRACT',
    'Việc này tự hết khi hợp đồng cung ứng tiếp theo với đối tác được ghi đã đăng ký, hoặc khi đóng đơn hàng đang tuyển.',
  ],
  VOICES_DIFFER: [
    'TASK_NEEDS_VOICES',
    'Việc này tự hết khi lời của các bên khớp nhau. Hãy hỏi lại từng bên, rồi ghi ở mục Đối chiếu ba bên của hồ sơ.',
  ],
};

/** Undefined: saying what came of it ends the task. The commune of a relative is chosen with the contacts, which no task follows: that one is ticked off. */
export function ownDeedOf({ kind, detail }: { kind: string; detail: Readonly<Record<string, unknown>> }): Where | undefined {
  return detail.relative === true ? undefined : OWN_DEEDS[kind];
}
