/** What must be shown before a person may leave (Law 69/2020/QH14, Art. 44-53; programme terms by notice of each market). */
export const GUARDS = {
  APPLICATION: 'đơn và sơ yếu lý lịch có xác nhận của xã',
  HEALTH: 'giấy khám sức khỏe còn hạn',
  ORIENTATION: 'chứng chỉ giáo dục định hướng còn hạn',
  SUPPLY_CONTRACT: 'hợp đồng cung ứng lao động đã đăng ký',
  SENDING_CONTRACT: 'hợp đồng đưa người lao động đi đã ký',
  EMPLOYMENT_CONTRACT: 'hợp đồng lao động',
  COMMUNE_CONFIRMATION: 'xác nhận của xã',
  PASSPORT: 'hộ chiếu (hoặc giấy thông hành) còn hạn',
  VISA: 'thị thực hoặc giấy phép lao động',
  POLICE_RECORD: 'phiếu lý lịch tư pháp',
  LANGUAGE: 'chứng chỉ ngoại ngữ',
  VOCATION: 'chứng chỉ tay nghề',
  ESCROW: 'tiền ký quỹ',
  FUND: 'đóng Quỹ hỗ trợ việc làm ngoài nước',
  RETURN_COMMITMENT: 'cam kết về nước đúng hạn của người lao động và gia đình',
  NO_EXIT_BAN: 'không thuộc diện tạm hoãn xuất cảnh',
  NO_RELATIVE_OVERSTAYING: 'không có thân nhân cư trú bất hợp pháp tại nước đến',
  FEES: 'biên lai thu tiền khớp hợp đồng',
} as const;
export type Guard = keyof typeof GUARDS;

/** What a scan may be of: the papers of the gate list, and receipts, which open no gate and prove a cost. */
export const SCANNED_PAPERS = { ...GUARDS, RECEIPT: 'biên lai, hóa đơn' } as const;
export type ScannedPaper = keyof typeof SCANNED_PAPERS;

/** Legal forms of going (Law 69/2020/QH14, Art. 5); seasonal Korea and the Hà Khẩu border programme are special public forms. */
export const LEGAL_FORMS = ['SERVICE', 'PUBLIC', 'SEASONAL', 'BORDER', 'CONTRACTOR', 'SKILL_UPGRADE', 'DIRECT'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** ● always, ○ when the programme says so, – not needed; columns in the order of {@link LEGAL_FORMS}. */
const NEEDED: Record<Guard, string> = {
  APPLICATION: '●●●●○○●',
  HEALTH: '●●●●●●●',
  ORIENTATION: '●●●●●●–',
  SUPPLY_CONTRACT: '●○–––●–',
  SENDING_CONTRACT: '●●●●○●–',
  EMPLOYMENT_CONTRACT: '●●●●●●●',
  COMMUNE_CONFIRMATION: '––––––●',
  PASSPORT: '●●●●●●●',
  VISA: '●●●●●●●',
  POLICE_RECORD: '○●●○○○○',
  LANGUAGE: '○●○○○○○',
  VOCATION: '○○○○○●○',
  ESCROW: '○●○––––',
  FUND: '●●●●●●●',
  RETURN_COMMITMENT: '○●●●○○○',
  NO_EXIT_BAN: '●●●●●●●',
  NO_RELATIVE_OVERSTAYING: '–○○––––',
  FEES: '●●●●–––',
};

/** Guards of a legal form; unknown form is judged as SERVICE, the strictest common one. `extra`: what the programme adds. */
export function requiredGuards(form: LegalForm | null, extra: readonly Guard[] = []): readonly Guard[] {
  const always = ALWAYS[form ?? 'SERVICE'];
  return extra.length === 0 ? always : [...always, ...extra.filter((guard) => guardNeed(guard, form ?? 'SERVICE') === 'optional')];
}

/** How the table reads one cell: for documents and tests. */
export function guardNeed(guard: Guard, form: LegalForm): 'required' | 'optional' | 'none' {
  const mark = NEEDED[guard][LEGAL_FORMS.indexOf(form)];
  return mark === '●' ? 'required' : mark === '○' ? 'optional' : 'none';
}

const ALWAYS = Object.fromEntries(
  LEGAL_FORMS.map((form) => [form, (Object.keys(NEEDED) as Guard[]).filter((guard) => guardNeed(guard, form) === 'required')]),
) as unknown as Record<LegalForm, readonly Guard[]>;
