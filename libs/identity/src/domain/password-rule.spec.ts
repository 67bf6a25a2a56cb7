import { checkPassword, isGuessable } from './password-rule';

describe('checkPassword', () => {
  it.each(['bốn con cá bơi ngược', 'ruộng bậc thang mùa gặt', 'tàu-hoả chạy qua đèo 47', 'zgkwpqrnvxyhtbd'])('takes %s', (password) => {
    expect(() => checkPassword(password, ['centre-12', 'Trung tâm Lai Châu'])).not.toThrow();
  });

  it.each([
    ['PASSWORD_SHORT', 'Ngắn#123'],
    ['PASSWORD_SHORT', 'ă'.normalize('NFD').repeat(14)],
    ['PASSWORD_LONG', 'ruộng bậc thang '.repeat(20)],
  ])('%s', (code, password) => {
    expect(() => checkPassword(password)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    'passwordpassword',
    'Matkhau123456789',
    'qwertyuiopasdfgh',
    'aaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'vietnamvodich2026',
    '123456789012345678',
    'centre-12centre-12',
    'Trung tâm Lai Châu 2026',
    'Nguyen Van A 19901990',
  ])('knows that %s is guessed early', (password) => {
    expect(isGuessable(password, ['centre-12', 'Trung tâm Lai Châu'])).toBe(true);
  });
});
