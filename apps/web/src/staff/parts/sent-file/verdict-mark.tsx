import type { RowAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/sent-file.json';

const t = area('sent-file', vi);

const SIGNS: Readonly<Record<string, string>> = { create: '✓', update: '✓', unchanged: '=', duplicate: '=', refuse: '✕', ask: '?' };
const TONES: Readonly<Record<string, string>> = {
  create: 'done',
  update: 'done',
  unchanged: 'plain',
  duplicate: 'plain',
  refuse: 'urgent',
  ask: 'soon',
};

/** Rows that stay behind. */
export const isHeld = ({ verdict }: Pick<RowAnswer, 'verdict'>): boolean => ['refuse', 'ask', 'duplicate'].includes(verdict);
export const isWarned = ({ verdict, warnings }: Pick<RowAnswer, 'verdict' | 'warnings'>): boolean =>
  ['create', 'update'].includes(verdict) && warnings.length > 0;
/** Rows that change something. */
export const isTaken = ({ verdict }: Pick<RowAnswer, 'verdict'>): boolean => verdict === 'create' || verdict === 'update';

/** What would become of a row: sign, word and colour say the same. */
export function VerdictMark({ result }: { result: Pick<RowAnswer, 'verdict' | 'warnings'> }) {
  const warned = isWarned(result);
  const word = warned ? t('warned') : t(`verdict.${result.verdict}` as 'verdict.create');
  return (
    <span className={`chip chip-${warned ? 'soon' : (TONES[result.verdict] ?? 'plain')}`}>
      <span aria-hidden="true">{warned ? '⚠' : (SIGNS[result.verdict] ?? '')}</span> {word}
    </span>
  );
}

/** A reason beside its own row and cell need not say again which row and what stands there. */
export const besideRow = (reason: string): string => {
  const bare = reason.replace(/^[^:“]{1,40}:\s*(“[^”]*”\s*)?/, '');
  return bare.charAt(0).toLocaleUpperCase('vi') + bare.slice(1);
};

/** The reason as its receiver reads it: of a row that stays, or the warnings of one that goes. */
export const reasonOf = ({ message, warnings, verdict }: RowAnswer): string =>
  isHeld({ verdict }) ? (message ?? '') : warnings.map((warning) => warning.message).join(' ');
