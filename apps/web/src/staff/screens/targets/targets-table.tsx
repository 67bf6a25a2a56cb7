import { useQueries } from '@tanstack/react-query';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { call } from '../../../api/call';
import { formatNumber } from '../../../language/format';
import { PROVINCE, readTarget, t } from './targets-words';

export interface TargetPlace {
  readonly communeCode: string;
  readonly name: string;
  readonly exits: number | null;
}
/** What is typed and not saved, by commune code. */
export type Written = Readonly<Record<string, string>>;

/** One line a commune: what it did in the two years before, and its field. */
export function TargetsTable({
  year,
  places,
  written,
  onWrite,
  onPaste,
}: {
  year: number;
  places: readonly TargetPlace[];
  written: Written;
  onWrite: (code: string, text: string) => void;
  onPaste: (code: string, event: ClipboardEvent) => void;
}) {
  const [older, newer] = useQueries({
    queries: [year - 2, year - 1].map((one) => ({
      queryKey: ['overview', one],
      staleTime: 60_000,
      queryFn: () => call('GET /api/v1/lead/overview', { query: { year: one } }),
    })),
  });
  const done = [older, newer].map((before) => {
    const byCode = new Map(before?.data?.communes.map(({ communeCode, actual }) => [communeCode, actual]));
    if (before?.data) byCode.set(PROVINCE, before.data.exits.actual);
    return byCode;
  });
  return (
    <div className="sheet table-scroll" role="region" aria-label={t('title', { year })} tabIndex={0}>
      <table className="plain-table wide-table targets-table">
        <thead>
          <tr>
            <th scope="col">{t('commune')}</th>
            {[year - 2, year - 1].map((one) => (
              <th key={one} scope="col" className="number">
                {t('lastYears', { year: one })}
              </th>
            ))}
            <th scope="col" className="number">
              {t('targetOf', { year })}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ communeCode, name, exits }) => {
            const text = written[communeCode] ?? (exits === null ? '' : String(exits));
            return (
              <tr key={communeCode} className={communeCode === PROVINCE ? 'targets-province' : undefined}>
                <th scope="row">{name}</th>
                {done.map((byCode, i) => (
                  <td key={i} className="number quiet">
                    {byCode.has(communeCode) ? formatNumber(byCode.get(communeCode)!) : '…'}
                  </td>
                ))}
                <td className="number">
                  <input
                    className="plain-input"
                    inputMode="numeric"
                    aria-label={t('targetFor', { year, name })}
                    aria-invalid={text.trim() !== '' && readTarget(text) === undefined}
                    value={text}
                    onChange={(event) => onWrite(communeCode, event.target.value)}
                    onPaste={(event) => onPaste(communeCode, event)}
                    onKeyDown={moveByEnter}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Enter and the arrows go to the field below or above, as in a sheet. */
function moveByEnter(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (!step) return;
  const fields = [...event.currentTarget.closest('tbody')!.querySelectorAll('input')];
  const next = fields[fields.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}
