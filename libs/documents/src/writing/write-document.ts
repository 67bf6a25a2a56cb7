import { AlignmentType, type ISectionOptions } from 'docx';
import { dateLine, printedDay } from '../domain/date-line';
import type { DocumentClass, DocumentPerson, Issuer, TaughtKind } from '../domain/document-kinds';
import { body, columns, grid, line, section } from './official-page';
import { foot, heading, letterHead, nation } from './official-parts';

/** What a template may print beside the people. */
export interface Printing {
  readonly issuer: Issuer;
  readonly today: string;
  /** Where anybody may check a certificate by its code. */
  readonly checkAt: string;
  readonly marketName: (code: string | null) => string;
}

const DOTS = '………………';
const homeOf = (one: DocumentPerson) => [one.hamlet, one.communeName, one.provinceName].filter(Boolean).join(', ') || DOTS;
const bornOn = (one: DocumentPerson) => printedDay(one.birthDate, one.birthPrecision);
const titleOf = (one: DocumentPerson) => (one.sex === 'F' ? 'Bà' : one.sex === 'M' ? 'Ông' : 'Ông (bà)');

/** The People's Committee of the commune where the person lives: it issues, whoever prints. */
function communeOf({ communeName }: DocumentPerson): Issuer {
  const place = communeName?.replace(/^(Xã|Phường|Thị trấn|Đặc khu)\s+/i, '') ?? '……';
  return { name: `Ủy ban nhân dân ${communeName ?? `xã ${DOTS}`}`, superior: null, place, symbol: 'UBND' };
}

/**
 * The commune confirms a contract that the worker concluded directly (Law 69/2020/QH14, Art. 53; Decree 128/2025/NĐ-CP, Art. 10: five working days). The
 * centre may prepare it; the paper is the commune's.
 */
export function communeConfirmation(one: DocumentPerson, { today, marketName }: Printing): ISectionOptions {
  const issuer = communeOf(one);
  return section([
    letterHead(issuer, 'GXN', today),
    ...heading('Giấy xác nhận', 'Đăng ký hợp đồng lao động trực tiếp giao kết'),
    body(`${issuer.name} xác nhận:`),
    body(`${titleOf(one)} ${one.fullName}, sinh ngày ${bornOn(one)}, số định danh cá nhân: ${DOTS}, nơi thường trú: ${homeOf(one)}.`),
    body(
      `Đã đăng ký hợp đồng lao động trực tiếp giao kết để làm việc tại ${marketName(one.market) || DOTS}, người sử dụng lao động: ${one.employer ?? DOTS}, nghề: ${one.occupation ?? DOTS}, thời hạn từ ngày ${printedDay(one.contractStart)} đến ngày ${printedDay(one.contractEnd)}.`,
    ),
    body(
      'Giấy xác nhận này được cấp theo Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng và có giá trị khi làm thủ tục xuất cảnh.',
    ),
    foot([`${titleOf(one)} ${one.fullName}`, 'Sở Nội vụ'], 'Chủ tịch'),
  ]);
}

/** The centre refers a person for a loan or to an agency. */
export function referral(one: DocumentPerson, { issuer, today, marketName }: Printing): ISectionOptions {
  return section([
    letterHead(issuer, 'GGT', today),
    ...heading('Giấy giới thiệu'),
    body(`${issuer.name} trân trọng giới thiệu:`),
    body(`${titleOf(one)} ${one.fullName}, sinh ngày ${bornOn(one)}, số định danh cá nhân: ${DOTS}, nơi thường trú: ${homeOf(one)}.`),
    body(
      `Đang làm thủ tục đi làm việc tại ${marketName(one.market) || DOTS}${one.agencyName ? ` qua ${one.agencyName}` : ''}. Mã hồ sơ: ${one.caseCode}.`,
    ),
    body(`Được cử đến: ${DOTS}${DOTS}${DOTS}`),
    body(`Về việc: ${DOTS}${DOTS}${DOTS}`),
    body(
      `Đề nghị Quý cơ quan tạo điều kiện để ${titleOf(one).toLowerCase()} có tên trên hoàn thành công việc. Giấy này có giá trị đến hết ngày …/…/……`,
    ),
    foot(['Như trên'], 'Giám đốc'),
  ]);
}

/** Worker and family promise the return on time; no issuer, both sign, the commune confirms the signatures. */
export function returnCommitment(one: DocumentPerson, { today, marketName, issuer }: Printing): ISectionOptions {
  const sign = (who: string) => [
    line({ text: who, bold: true, before: 12 }),
    line({ text: '(Ký, ghi rõ họ tên)', italics: true }),
    ...Array.from({ length: 4 }, () => line({ text: '' })),
  ];
  return section([
    ...nation(),
    ...heading('Bản cam kết', 'Về nước đúng thời hạn khi hết hạn hợp đồng'),
    line({ text: `Kính gửi: ${issuer.name}`, before: 6 }),
    body(
      `Tôi là ${one.fullName}, sinh ngày ${bornOn(one)}, nơi thường trú: ${homeOf(one)}; đi làm việc tại ${marketName(one.market) || DOTS}${one.agencyName ? `, qua ${one.agencyName}` : ''}.`,
    ),
    body('Tôi và gia đình cam kết:'),
    body('1. Làm đúng hợp đồng, chấp hành pháp luật Việt Nam và nước đến.'),
    body('2. Về nước đúng thời hạn sau khi hết hạn hợp đồng, trừ khi được gia hạn theo quy định.'),
    body('3. Thông báo với cơ quan đăng ký cư trú trong 15 ngày kể từ ngày nhập cảnh (Luật 69/2020/QH14, Điều 6).'),
    body('4. Gia đình thường xuyên liên lạc, nhắc người lao động về nước đúng hạn và cho xã biết khi có khó khăn.'),
    line({ text: dateLine(issuer.place, today), italics: true, align: AlignmentType.RIGHT, before: 12 }),
    columns(sign('ĐẠI DIỆN GIA ĐÌNH'), sign('NGƯỜI LAO ĐỘNG'), [50, 50]),
    line({ text: 'XÁC NHẬN CỦA ỦY BAN NHÂN DÂN CẤP XÃ', bold: true, before: 12 }),
  ]);
}

/** Everybody of a class, on a page laid across. */
export function classList(one: DocumentClass, { issuer, today }: Printing): ISectionOptions {
  const rows = one.people.map((person, at) => [
    String(at + 1),
    person.fullName,
    bornOn(person),
    person.sex === 'F' ? 'Nữ' : person.sex === 'M' ? 'Nam' : '',
    homeOf(person),
    person.agencyName ?? '',
    person.number ?? '',
    '',
  ]);
  return section(
    [
      letterHead(issuer, 'DS', today),
      ...heading('Danh sách', `${one.title}, từ ngày ${printedDay(one.startsOn)} đến ngày ${printedDay(one.endsOn)}, tại ${one.place}`),
      line({ text: `(Tổng số: ${one.people.length} người)`, italics: true }),
      grid(
        ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Nơi thường trú', 'Doanh nghiệp', 'Số chứng chỉ', 'Ký nhận'],
        rows,
        [5, 20, 10, 7, 25, 15, 10, 8],
      ),
      foot(['Như trên'], 'Giám đốc'),
    ],
    true,
  );
}

/** A class as its certificate names it. */
const COURSES: Readonly<Record<TaughtKind, string>> = {
  ORIENTATION: 'khóa học giáo dục định hướng',
  LANGUAGE: 'khóa đào tạo ngoại ngữ',
  VOCATION: 'khóa đào tạo kỹ năng nghề',
};

/** The certificate of each who has one: number, last day if it has any, and the code by which anybody may check it. */
export function certificates(one: DocumentClass, { issuer, marketName, checkAt }: Printing): ISectionOptions[] {
  return one.people
    .filter(({ number }) => number)
    .map((person) =>
      section([
        columns(
          [line({ text: issuer.name.toUpperCase(), bold: true, ruled: true }), line({ text: `Số: ${person.number}`, before: 6 })],
          nation(),
        ),
        ...heading('Giấy chứng nhận', `Hoàn thành ${COURSES[one.kind]}`),
        body(`${issuer.name} chứng nhận:`),
        body(`${titleOf(person)} ${person.fullName}, sinh ngày ${bornOn(person)}, nơi thường trú: ${homeOf(person)}.`),
        body(
          `Đã hoàn thành ${COURSES[one.kind]} cho người lao động đi làm việc tại ${marketName(person.certifiedMarket) || DOTS}${person.certifiedTrade ? `, nghề ${person.certifiedTrade}` : ''}, từ ngày ${printedDay(one.startsOn)} đến ngày ${printedDay(one.endsOn)}.`,
        ),
        ...(person.validUntil ? [body(`Giấy chứng nhận có giá trị đến hết ngày ${printedDay(person.validUntil)}.`)] : []),
        line({ text: `Mã kiểm tra: ${person.checkCode ?? ''} (${checkAt})`, italics: true, align: AlignmentType.LEFT, before: 6 }),
        line({ text: dateLine(issuer.place, person.issuedOn ?? ''), italics: true, align: AlignmentType.RIGHT, before: 12 }),
        columns(
          [line({ text: '' })],
          [line({ text: 'THỦ TRƯỞNG ĐƠN VỊ', bold: true }), line({ text: '(Ký, ghi rõ họ tên, đóng dấu)', italics: true })],
        ),
      ]),
    );
}
