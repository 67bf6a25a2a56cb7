import { formatVietnamese, type LocalDate } from '@app/kernel';
import { escapeHtml } from './escape-html';
import { groupItems } from './group-items';
import type { NoticeContent } from './notice-content';

export interface LetterContent extends NoticeContent {
  /** The issuing office and the one above it, as they stand at the head of the page. */
  issuer: string;
  superior: string;
  /** Place before the date, e.g. the province's name. */
  place: string;
  /** Day of printing. */
  printedOn: LocalDate;
}

/**
 * The notice on paper for an office without e-mail: A4, margins, head, date line and signature as Decree 30/2020/NĐ-CP
 * (Appendix I) sets them out for an official letter. Number and signature are left to the office.
 */
export function renderLetter(letter: LetterContent): string {
  const e = escapeHtml;
  const groups = groupItems(letter.items).map((group) => {
    const more = group.phrase.ofOffice ? 0 : group.total - group.lines.length;
    const asked = group.verifying ? 'Doanh nghiệp đang được hỏi; xin chưa kết luận.' : group.phrase.asks;
    return `<p class="t"><b>${e(group.phrase.heading)}${group.verifying ? ' – đang xác minh' : ''}</b> (${group.total} ${group.phrase.ofOffice ? 'việc' : 'hồ sơ'})${group.lines.length > 0 ? `: ${e(group.lines.join('; '))}` : ''}${more > 0 ? `; và ${more} hồ sơ khác` : ''}.${asked ? ` ${e(asked)}` : ''}</p>`;
  });
  const [day, month, year] = formatVietnamese(letter.printedOn).split('/');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Công văn</title><style>${STYLE}</style></head><body>
<table class="h"><tr><td>${e(letter.superior.toLocaleUpperCase('vi'))}<br><b>${e(letter.issuer.toLocaleUpperCase('vi'))}</b><hr></td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b class="m">Độc lập - Tự do - Hạnh phúc</b><hr class="w"></td></tr>
<tr><td>Số: ……/……<br><span class="v">V/v theo dõi người lao động<br>đi làm việc ở nước ngoài</span></td>
<td><i>${e(letter.place)}, ngày ${day} tháng ${month} năm ${year}</i></td></tr></table>
<p class="k">Kính gửi: ${e(letter.office)}</p>
<p class="t">${e(letter.issuer)} thông báo các việc sau theo mã hồ sơ (họ tên xem trong sổ theo dõi của địa phương hoặc sau khi đăng nhập hệ thống):</p>
${groups.join('\n')}
<p class="t">Đề nghị ${e(letter.office)} trả lời trên hệ thống tại ${e(letter.link)} hoặc bằng văn bản gửi về ${e(letter.issuer)}./.</p>
<table class="s"><tr><td><b><i>Nơi nhận:</i></b><br>- Như trên;<br>- Lưu: VT.</td><td><b>THỦ TRƯỞNG ĐƠN VỊ</b><br><i>(Ký, ghi rõ họ tên, đóng dấu)</i></td></tr></table>
</body></html>`;
}

const STYLE = `@page{size:A4;margin:20mm 15mm 20mm 30mm}body{font-family:"Times New Roman",Times,serif;font-size:14pt;line-height:1.3;color:#000}
table{width:100%;border-collapse:collapse}td{width:50%;vertical-align:top;text-align:center}.h td{font-size:13pt;padding-bottom:8pt}hr{width:35%;border:0;border-top:1px solid #000;margin:2pt auto}hr.w{width:60%}
.m{font-size:14pt}.v{font-size:12pt}.k{text-align:center;margin:18pt 0}.t{text-align:justify;text-indent:1.27cm;margin:6pt 0}.s{margin-top:18pt}.s td:first-child{text-align:left;font-size:11pt}.s td:first-child b{font-size:12pt}`;
