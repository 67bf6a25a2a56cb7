export interface OutgoingMail {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Fixed for all copies of one delivery, without brackets. */
  messageId: string;
  date: Date;
  /** Groups the mails of one kind for the receiving programs' filters. */
  listId?: string;
}

const CRLF = '\r\n';

/**
 * The message as it goes over the wire: multipart/alternative, UTF-8, base64. Built here and not by the mail library: it is
 * built once for every copy and three times faster. Values that carry a control character are refused.
 */
export function composeMail(mail: OutgoingMail): Buffer {
  for (const value of [mail.from.name, mail.subject, mail.messageId, mail.to, mail.listId ?? ''])
    // eslint-disable-next-line no-control-regex -- control characters are what is refused
    if (/[\u0000-\u001f\u007f]/.test(value)) throw new Error('a mail header with a control character');
  const boundary = `benve-${mail.messageId.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)}`;
  const lines = [
    `From: ${mail.from.name ? `${encodeWords(mail.from.name)} ` : ''}<${mail.from.address}>`,
    `To: <${mail.to}>`,
    `Subject: ${encodeWords(mail.subject)}`,
    `Message-ID: <${mail.messageId}>`,
    `Date: ${mail.date.toUTCString().replace('GMT', '+0000')}`,
    'Auto-Submitted: auto-generated',
    ...(mail.listId ? [`List-Id: <${mail.listId}>`] : []),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    part(boundary, 'text/plain', mail.text),
    part(boundary, 'text/html', mail.html),
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join(CRLF), 'latin1');
}

function part(boundary: string, type: string, text: string): string {
  const body = Buffer.from(text.replace(/\r?\n/g, CRLF), 'utf8')
    .toString('base64')
    .replace(/.{76}(?=.)/g, `$&${CRLF}`);
  return [`--${boundary}`, `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', body].join(CRLF);
}

/** RFC 2047 words, short enough for the line of the header's name, cut between characters. */
function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !/=\?|["(),:;<>@[\\\]]/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > 39) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  if (word) words.push(word);
  return words.map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`).join(`${CRLF} `);
}
