import PostalMime from 'postal-mime';
import { composeMail } from './compose-mail';
import { isMailAddress, parseSender } from './mail-address';

const mail = {
  from: { name: 'Bến Về', address: 'no-reply@benve.test' },
  to: 'xa@test.invalid',
  subject: 'Bến Về: 12 việc cần trả lời, hạn sớm nhất là ngày mồng một tháng mười hai',
  text: 'Kính gửi: UBND xã Tả Lèng\nđường dẫn: https://x.test',
  html: `<p>${'Đề nghị trả lời. '.repeat(200)}</p>`,
  messageId: 'abc-1@benve.test',
  date: new Date('2026-11-24T01:00:00Z'),
  listId: 'benve.test',
};

describe('composeMail', () => {
  it('is read back by a mail program exactly as written', async () => {
    const raw = composeMail(mail);
    const read = await PostalMime.parse(raw);
    expect(read.subject).toBe(mail.subject);
    expect(read.from).toEqual({ name: 'Bến Về', address: 'no-reply@benve.test' });
    expect(read.to).toEqual([{ name: '', address: 'xa@test.invalid' }]);
    expect(read.messageId).toBe('<abc-1@benve.test>');
    expect(read.text?.replace(/\r\n/g, '\n').trim()).toBe(mail.text);
    expect(read.html?.trim()).toBe(mail.html);
    expect(read.date).toBe('2026-11-24T01:00:00.000Z');
  });

  it('stays within the line length of the protocol and in plain bytes', () => {
    const lines = composeMail(mail).toString('latin1').split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(lines.join('')).toMatch(/^[\x20-\x7e]*$/);
  });

  it.each(['subject', 'messageId', 'to', 'listId'] as const)('refuses a control character in %s', (field) => {
    expect(() => composeMail({ ...mail, [field]: 'x\r\nBcc: evil@x.com' })).toThrow('control character');
  });
});

describe('mail addresses', () => {
  it.each(['a@b.vn', 'phong.ldtbxh@laichau.gov.vn', "o'brien+x@mail.example.com", 'a_b@x-y.vn'])('accepts %s', (text) =>
    expect(isMailAddress(text)).toBe(true),
  );

  it('reads the sender with and without a name', () => {
    expect(parseSender('Bến Về <a@b.vn>')).toEqual({ name: 'Bến Về', address: 'a@b.vn' });
    expect(parseSender('a@b.vn')).toEqual({ name: '', address: 'a@b.vn' });
    expect(() => parseSender('Bến Về <a@b.vn>\r\nBcc: x@y.vn')).toThrow('MAIL_FROM');
    expect(() => parseSender('nobody')).toThrow('MAIL_FROM');
  });
});
