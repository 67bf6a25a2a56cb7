// Plain pages without script. Everything from a mail is escaped here or shown in a sandboxed frame.

const escape = (text) =>
  String(text).replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]);
const when = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const moment = (at) => (at ? escape(when.format(new Date(at))) : '');

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; color: #1c2430; background: #fff }
  a { color: #0b4f8a } table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #d7dde5; vertical-align: top }
  iframe { width: 100%; height: 34rem; border: 1px solid #9aa7b5; background: #fff } pre { white-space: pre-wrap; background: #f3f5f8; padding: 1rem }
  form { display: inline-block; margin-right: 1rem } input, button { font: inherit; padding: .3rem .6rem } .note { color: #46525f }`;

const page = (
  title,
  body,
) => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;

export function listPage(mails, query, total) {
  const rows = mails.map(
    (mail) =>
      `<tr><td>${moment(mail.at)}</td><td>${escape(mail.to)}</td><td><a href="/mails/${mail.id}">${escape(mail.subject || '(không có tiêu đề)')}</a></td></tr>`,
  );
  const shown = mails.length
    ? `<table><thead><tr><th>Lúc</th><th>Gửi tới</th><th>Tiêu đề</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    : '<p>Chưa có thư nào.</p>';
  return page(
    'Thư đã gửi thử',
    `<h1>Thư đã gửi thử</h1>
<p class="note">Mọi thư của hệ thống chạy thử dừng lại ở đây, không thư nào ra ngoài. Đang giữ ${total} thư, hiện ${mails.length} thư mới nhất.</p>
<form method="get" action="/"><label>Tìm theo nơi nhận hoặc tiêu đề <input name="q" value="${escape(query)}"></label> <button>Tìm</button></form>
<form method="post" action="/clear"><button>Xóa tất cả</button></form>${shown}`,
  );
}

export function mailPage(mail) {
  const html = mail.html
    ? `<h2>Bản HTML</h2><iframe title="Nội dung thư" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${mail.id}/html"></iframe>`
    : '';
  return page(
    mail.subject,
    `<p><a href="/">← Tất cả thư</a></p><h1>${escape(mail.subject || '(không có tiêu đề)')}</h1>
<p>Từ: ${escape(mail.from)}<br>Gửi tới: ${escape(mail.to)}<br>Lúc: ${moment(mail.at)}<br>Mã thư: ${escape(mail.messageId)}</p>
${html}<h2>Bản chữ</h2><pre>${escape(mail.text)}</pre><p><a href="/mails/${mail.id}/source">Xem nguyên văn thư</a></p>`,
  );
}

export const missingPage = () => page('Không có thư này', '<h1>Không có thư này</h1><p><a href="/">← Tất cả thư</a></p>');
