import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/sent-file.json';
import './sent-file.css';

const t = area('sent-file', vi);

export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly ask: number;
}

const SHOWN = ['created', 'updated', 'unchanged', 'duplicate', 'ask', 'refused'] as const;

/** New, updated, same, repeated, asked, refused: the six things that can become of a row. */
export function CountLine({ counts }: { counts: Counts }) {
  return (
    <ul className="count-line">
      {SHOWN.map((key) => (
        <li key={key} className={counts[key] === 0 ? 'count-none' : undefined}>
          <strong>{formatNumber(counts[key])}</strong>
          {t(`count.${key}`)}
        </li>
      ))}
    </ul>
  );
}

/** Counts of a stored batch. */
export function countsOf(stored: Readonly<Record<string, unknown>>): Counts {
  const of = (key: (typeof SHOWN)[number]) => Number(stored[key] ?? 0);
  return {
    created: of('created'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    duplicate: of('duplicate'),
    refused: of('refused'),
    ask: of('ask'),
  };
}
