import { localDate } from '@app/kernel';
import fc from 'fast-check';
import { checkTemplates } from './check-templates';
import { FORBIDDEN_IN_NOTICES } from './forbidden-words';
import type { NoticeContent, NoticeItem } from './notice-content';
import { renderLetter } from './render-letter';
import { renderMail } from './render-mail';

const KINDS = [
  'EXPIRY_180',
  'EXPIRY_90',
  'EXPIRY_60',
  'EXPIRY_30',
  'EXPIRY_7',
  'RETURN_UNCONFIRMED_0',
  'RETURN_UNCONFIRMED_3',
  'SUSPECTED_OVERSTAY',
  'PERSUASION_DUE',
  'OVERSTAY_90',
  'OVERSTAY_180',
  'OVERSTAY_365',
  'ABSCONDED_REPORT',
  'SEASONAL_EXPIRY_45',
  'LAISSEZ_PASSER_14',
  'RESIDENCE_NOTICE',
  'DEPARTURE',
  'EXTENSION',
  'RETURN',
  'NOT_GOING',
  'TRANSFER',
  'CONTRACT_ENDED',
  'LEFT_WORKPLACE',
  'OUT_OF_CONTACT',
  'IN_CONTACT',
  'DEATH',
  'CORRECTION',
];
const item: fc.Arbitrary<NoticeItem> = fc.record({
  kind: fc.constantFrom(...KINDS),
  caseCode: fc.stringMatching(/^[2-9A-HJ-NP-Z]{10}$/),
  dueOn: fc.option(fc.constantFrom(localDate('2026-11-25'), localDate('2027-02-28')), { nil: null }),
  verifying: fc.boolean(),
});
const content: fc.Arbitrary<NoticeContent> = fc.record({
  kind: fc.constantFrom('digest' as const, 'urgent' as const),
  office: fc.constantFrom('UBND xã Tả Lèng', 'Ủy ban nhân dân phường Đoàn Kết', 'Trung tâm Dịch vụ việc làm'),
  day: fc.constant(localDate('2026-11-24')),
  link: fc.constant('https://benve.example/cong-viec'),
  items: fc.array(item, { minLength: 1, maxLength: 60 }),
});
const digest = (...items: Partial<NoticeItem>[]): NoticeContent => ({
  kind: 'digest',
  office: 'UBND xã Tả Lèng',
  day: localDate('2026-11-24'),
  link: 'https://benve.example/cong-viec',
  items: items.map((one) => ({ kind: 'EXPIRY_30', caseCode: 'A2B3C4D5E6', dueOn: null, verifying: false, ...one })),
});

describe('notice templates', () => {
  it('carry no forbidden word, person or number in 50 random notices of every kind', () => {
    fc.assert(
      fc.property(content, (notice) => {
        const mail = renderMail(notice);
        const letter = renderLetter({
          ...notice,
          issuer: 'Trung tâm',
          superior: 'Sở Nội vụ',
          place: 'Lai Châu',
          printedOn: notice.day,
        });
        for (const text of [mail.subject, mail.text, mail.html, letter])
          for (const forbidden of FORBIDDEN_IN_NOTICES) expect(text).not.toMatch(forbidden);
      }),
      { numRuns: 50 },
    );
  });

  it('would notice a forbidden word (the test can fail)', () => {
    const mail = renderMail({ ...digest({}), office: 'nơi người lao động bỏ trốn' });
    expect(FORBIDDEN_IN_NOTICES.some((forbidden) => forbidden.test(mail.text))).toBe(true);
  });

  it('name every case code up to the limit and count the rest', () => {
    const mail = renderMail(digest(...Array.from({ length: 25 }, (_, i) => ({ caseCode: `CASE${100000 + i}` }))));
    expect(mail.text.match(/CASE1\d{5}/g)).toHaveLength(20);
    expect(mail.text).toContain('và 5 hồ sơ khác');
    expect(mail.subject).toBe('Bến Về: 25 việc cần trả lời');
  });

  it('ask the commune to hold back while the agency is still being asked', () => {
    const mail = renderMail(digest({ kind: 'RETURN_UNCONFIRMED_0', verifying: true }));
    expect(mail.text).toContain('chưa xác nhận về nước – đang xác minh: 1');
    expect(mail.text).toContain('Doanh nghiệp đang được hỏi');
    expect(mail.text).not.toContain('Đề nghị trả lời');
  });

  it('say the first deadline in Vietnamese form and tell news without asking', () => {
    const mail = renderMail(
      digest({ dueOn: localDate('2026-12-05') }, { dueOn: localDate('2026-12-01'), caseCode: 'B2B3C4D5E6' }, { kind: 'DEPARTURE' }),
    );
    expect(mail.text).toContain('Có 2 hồ sơ cần trả lời, hạn sớm nhất ngày 01/12/2026.');
    expect(mail.text).toContain('* Đã xuất cảnh: 1');
    expect(mail.subject).toBe('Bến Về: 2 việc cần trả lời, 1 tin mới');
  });

  it('escape what they are given', () => {
    const mail = renderMail({ ...digest({}), office: '<script>alert("x")</script>' });
    expect(mail.html).not.toContain('<script>');
    expect(mail.html).toContain('&lt;script&gt;');
  });

  it('ask an office about itself by the day alone', () => {
    const about = digest({ kind: 'LICENCE_END', caseCode: null, dueOn: localDate('2026-12-01') }, { kind: 'SUPPLY_END', caseCode: null });
    const mail = renderMail(about);
    expect(mail.text).toContain('Có 2 việc cần trả lời, hạn sớm nhất ngày 01/12/2026.');
    expect(mail.text).toContain('* Giấy phép của doanh nghiệp sắp hết thời hạn: 1\n  - trả lời trước ngày 01/12/2026\n');
    expect(mail.text).toContain('còn đơn hàng đang tuyển: 1\n  Đề nghị');
    expect(mail.text).not.toMatch(/hồ sơ khác/);
    expect(() => renderMail(digest({ kind: 'LICENCE_END' }))).toThrow('TEMPLATE');
    expect(() => renderMail(digest({ caseCode: null }))).toThrow('TEMPLATE');
  });

  it('refuse anything but a code in the place of a code', () => {
    for (const caseCode of ['Nguyễn Văn A', '012345678901x', 'a b', '']) expect(() => renderMail(digest({ caseCode }))).toThrow('TEMPLATE');
  });

  it('have a heading for a kind nobody has named yet', () => {
    expect(renderMail(digest({ kind: 'NEW_RULE' })).text).toContain('Việc khác của hồ sơ: 1');
  });

  it('pass the check of the start', () => {
    expect(checkTemplates).not.toThrow();
  });
});

describe('renderLetter', () => {
  it('has the head, place, date and signature of an official letter', () => {
    const letter = renderLetter({
      ...digest({}),
      issuer: 'Trung tâm Dịch vụ việc làm tỉnh Lai Châu',
      superior: 'Sở Nội vụ tỉnh Lai Châu',
      place: 'Lai Châu',
      printedOn: localDate('2026-11-24'),
    });
    for (const text of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'SỞ NỘI VỤ TỈNH LAI CHÂU',
      'TRUNG TÂM DỊCH VỤ VIỆC LÀM TỈNH LAI CHÂU',
      'Lai Châu, ngày 24 tháng 11 năm 2026',
      'Kính gửi: UBND xã Tả Lèng',
      'Nơi nhận:',
      'margin:20mm 15mm 20mm 30mm',
      'Times New Roman',
      'A2B3C4D5E6',
    ])
      expect(letter).toContain(text);
  });
});
