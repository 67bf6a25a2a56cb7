import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';

const t = area('commune', vi);
const RULES = [
  'SEASONAL_EXPIRY',
  'EXPIRY',
  'LAISSEZ_PASSER',
  'RETURN_UNCONFIRMED',
  'SUSPECTED_OVERSTAY',
  'OVERSTAY',
  'PERSUASION_DUE',
  'ABSCONDED_REPORT',
  'RESIDENCE_NOTICE',
  'CENTRE_ANSWERED',
  'CONFIRM_HOUSEHOLD',
  'LEADER_ASSIGNMENT',
] as const;
export type QuestionKind = (typeof RULES)[number] | 'OTHER';

/** What a rule or a kind of task asks of the commune. */
export const questionKind = (code: string): QuestionKind => RULES.find((rule) => code === rule || code.startsWith(`${rule}_`)) ?? 'OTHER';
export const questionText = (code: string): string => t(`question.${questionKind(code)}`);

/** Countries as Vietnamese (or English) readers call them; the browser knows their names. */
export function marketName(code: string | null | undefined, language: string): string {
  if (!code) return '';
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
