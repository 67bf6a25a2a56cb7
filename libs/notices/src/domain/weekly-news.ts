import { formatVietnamese, type LocalDate } from '@app/kernel';
import { escapeHtml } from './escape-html';
import type { RenderedMail } from './render-mail';

/** A line of the weekly mail: `now` of the week that is over (or at its end), `before` of the week before it; `of`: the whole it is a part of. */
export interface WeeklyLine {
  readonly code: WeeklyCode;
  readonly now: number;
  readonly before: number;
  readonly of?: number;
}

/** `flow`: what happened in a week; the others stand at its end, and are told when they moved. */
const LINES = {
  exits: { says: 'Xuất cảnh', flow: true, page: '/tong-quan' },
  exitsOfYear: { says: 'Xuất cảnh từ đầu năm', flow: false, page: '/chi-tieu' },
  returned: { says: 'Về nước', flow: true, page: '/tong-quan' },
  unconfirmed: { says: 'Hết hạn, chưa xác nhận về nước', flow: false, page: '/tong-quan' },
  registered: { says: 'Đăng ký nhu cầu mới', flow: true, page: '/tong-quan' },
  selected: { says: 'Trúng tuyển', flow: true, page: '/tong-quan' },
  visits: { says: 'Lượt thăm gia đình', flow: true, page: '/tong-quan' },
  reports: { says: 'Xã đã gửi báo cáo tháng', flow: false, page: '/bao-cao-thang' },
} as const;
export type WeeklyCode = keyof typeof LINES;
/** In the order they are told: eight at most. */
export const WEEKLY_CODES = Object.keys(LINES) as WeeklyCode[];

/** Changes only: what happened, and what moved. */
export function changesOf(lines: readonly WeeklyLine[]): WeeklyLine[] {
  return WEEKLY_CODES.flatMap((code) => lines.filter((line) => line.code === code)).filter(({ code, now, before }) =>
    LINES[code].flow ? now > 0 : now !== before,
  );
}

const sentence = ({ code, now, before, of }: WeeklyLine): string =>
  `${LINES[code].says}: ${now}${of === undefined ? '' : `/${of}`} (tuần trước ${before})`;

/** The weekly mail in both forms: numbers and links, nobody named. @param site address the pages lie under */
export function renderWeekly({
  office,
  monday,
  lines,
  site,
}: {
  office: string;
  monday: LocalDate;
  lines: readonly WeeklyLine[];
  site: string;
}): RenderedMail {
  const until = formatVietnamese(monday);
  const opening = [`Kính gửi: Lãnh đạo ${office}`, `Những thay đổi trong tuần trước ngày ${until}:`];
  const closing = [
    'Mỗi dòng mở trang có số liệu đầy đủ. Thư không nêu tên ai.',
    `Không nhận Tin tuần nữa: ${site}/cai-dat`,
    'Thư do hệ thống Bến Về gửi tự động, xin không trả lời thư này.',
  ];
  const html = lines.map((line) => `<li><a href="${escapeHtml(site + LINES[line.code].page)}">${escapeHtml(sentence(line))}</a></li>`);
  return {
    subject: `Bến Về: Tin tuần, ${lines.length} thay đổi`,
    text: [...opening, '', ...lines.flatMap((line) => [`* ${sentence(line)}`, `  ${site}${LINES[line.code].page}`]), '', ...closing].join(
      '\n',
    ),
    html: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body style="font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.6;max-width:640px">${opening.map((one) => `<p>${escapeHtml(one)}</p>`).join('')}<ul>${html.join('')}</ul>${closing.map((one) => `<p style="color:#555">${escapeHtml(one)}</p>`).join('')}</body></html>`,
  };
}
