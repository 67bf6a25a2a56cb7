import { formatVietnamese } from '@app/kernel';
import { escapeHtml } from './escape-html';
import { firstDeadline, groupItems, type ItemGroup } from './group-items';
import type { NoticeContent } from './notice-content';
import { phraseOf } from './notice-phrases';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** The mail of a notice in both forms. Throws for content a mail must not carry. */
export function renderMail(content: NoticeContent): RenderedMail {
  const groups = groupItems(content.items);
  const asked = content.items.filter((item) => phraseOf(item.kind).asks).length;
  const deadline = firstDeadline(content.items);
  const opening = [
    `Kính gửi: ${content.office}`,
    [
      asked
        ? `Có ${asked} ${content.items.some(({ caseCode }) => caseCode === null) ? 'việc' : 'hồ sơ'} cần trả lời`
        : `Có ${content.items.length} tin mới, không cần trả lời`,
      deadline ? `hạn sớm nhất ngày ${formatVietnamese(deadline)}` : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',
  ];
  return {
    subject: subjectOf(content, asked),
    text: [...opening, '', ...groups.flatMap(groupText), `Xem hồ sơ và trả lời tại: ${content.link}`, '', ...CLOSING].join('\n'),
    html: page([
      ...opening.map((sentence) => `<p>${escapeHtml(sentence)}</p>`),
      ...groups.map(groupHtml),
      `<p><a href="${escapeHtml(content.link)}" style="${BUTTON}">Xem hồ sơ và trả lời</a></p>`,
      ...CLOSING.map((sentence) => `<p style="color:#555">${escapeHtml(sentence)}</p>`),
    ]),
  };
}

/** System name and numbers only: a subject is read on locked screens. */
function subjectOf(content: NoticeContent, asked: number): string {
  const told = content.items.length - asked;
  const parts = [asked ? `${asked} việc cần trả lời` : '', told ? `${told} tin mới` : ''].filter(Boolean);
  return `Bến Về: ${content.kind === 'urgent' ? 'khẩn, ' : ''}${parts.join(', ') || 'không có việc mới'}`;
}

const CLOSING = [
  'Thư này chỉ nêu mã hồ sơ. Họ tên và chi tiết chỉ xem được sau khi đăng nhập.',
  'Thư do hệ thống Bến Về gửi tự động, xin không trả lời thư này.',
];

const BUTTON = 'display:inline-block;padding:12px 20px;background:#0b5394;color:#ffffff;text-decoration:none;border-radius:6px';

function title(group: ItemGroup): string {
  return `${group.phrase.heading}${group.verifying ? ' – đang xác minh' : ''}: ${group.total}`;
}

/** While the agency is still being asked, nobody else is asked the same question. */
function request(group: ItemGroup): string | undefined {
  return group.verifying ? 'Doanh nghiệp đang được hỏi; xin chưa kết luận.' : group.phrase.asks;
}

function rest(group: ItemGroup): string | undefined {
  return !group.phrase.ofOffice && group.total > group.lines.length
    ? `và ${group.total - group.lines.length} hồ sơ khác, xem trên hệ thống`
    : undefined;
}

function groupText(group: ItemGroup): string[] {
  const more = rest(group);
  return [
    `* ${title(group)}`,
    ...group.lines.map((text) => `  - ${text}`),
    ...(more ? [`  - ${more}`] : []),
    ...(request(group) ? [`  ${request(group)}`] : []),
    '',
  ];
}

function groupHtml(group: ItemGroup): string {
  const lines = [...group.lines, rest(group)].filter((text) => text !== undefined);
  const asked = request(group);
  return `<h3 style="margin:16px 0 4px">${escapeHtml(title(group))}</h3><ul>${lines.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>${asked ? `<p>${escapeHtml(asked)}</p>` : ''}`;
}

function page(parts: readonly string[]): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body style="font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;max-width:640px">${parts.join('')}</body></html>`;
}
