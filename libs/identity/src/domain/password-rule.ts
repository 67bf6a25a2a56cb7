import { DomainError, foldText } from '@app/kernel';
import { BLOCKED_PASSWORDS } from './blocked-passwords';

export const PASSWORD_MIN = 15;
/** Longer ones are refused, not cut: hashing time must not depend on the caller's patience. */
export const PASSWORD_MAX = 200;

/**
 * Length counts, nothing else does (NIST SP 800-63B-4: at least 15 characters for a password alone, no composition rules, blocked lists).
 * Refused: repetition, keyboard and number runs, well-known passwords drawn out, the login or the office's name drawn out.
 */
export function checkPassword(password: string, own: readonly string[] = []): void {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_MIN) throw refuse('PASSWORD_SHORT', `Mật khẩu cần ít nhất ${PASSWORD_MIN} ký tự. Hãy ghép vài từ dễ nhớ với bạn.`);
  if (length > PASSWORD_MAX) throw refuse('PASSWORD_LONG', `Mật khẩu dài nhất ${PASSWORD_MAX} ký tự. Hãy rút ngắn lại.`);
  if (isGuessable(password, own)) throw refuse('PASSWORD_BLOCKED', 'Mật khẩu này quá dễ đoán. Hãy chọn vài từ không liên quan đến nhau.');
}

/** True when nothing of weight is left after the known words, runs and the person's own words are taken out. */
export function isGuessable(password: string, own: readonly string[] = []): boolean {
  const folded = foldText(password).replaceAll(' ', '');
  if (new Set(folded).size < 5) return true;
  const words = [...own.map((word) => foldText(word).replaceAll(' ', '')).filter((word) => word.length >= 4), ...BLOCKED_PASSWORDS];
  let rest = folded;
  for (const word of words.sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '|');
  rest = rest.replace(/\d+/g, (digits) => (digits.length <= 4 || isRun(digits) ? '|' : digits)).replaceAll('|', '');
  return rest.length < 6 || new Set(rest).size < 4 || isPeriodic(folded);
}

/** Digits that stand still or walk by one, round the ten (…8901…). */
function isRun(digits: string): boolean {
  const steps = new Set([...digits].slice(1).map((digit, i) => (Number(digit) - Number(digits[i]) + 10) % 10));
  return steps.size === 1 && [0, 1, 9].includes([...steps][0]!);
}

/** `abcabcabc…`: some short piece repeated over the whole length. */
function isPeriodic(text: string): boolean {
  return [1, 2, 3, 4, 5, 6].some((size) => [...text].every((c, i) => c === text[i % size]));
}

function refuse(code: string, message: string): DomainError {
  return new DomainError('invalid', code, message);
}
