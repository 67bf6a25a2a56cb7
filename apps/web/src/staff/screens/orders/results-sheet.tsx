import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { OrderPersonAnswer, SelectionResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { businessToday } from '../../session/business-day';
import type { ReadDay } from '../../../language/read-day';
import { DayField } from '../../parts/day-field';
import { tellDone } from '../../parts/notices';
import { FileTextButton } from '../../parts/sent-file/file-text-button';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { ORDERS, t } from './order-words';
import { type PastedResult, readResults, type Result } from './pasted-results';
import { WaitingPeople } from './waiting-people';
import './orders.css';

/** Stages in which somebody can still be selected. */
const WAITS = new Set(['COUNSELLED', 'SOURCED']);

/** Results of a round, chosen for who was taken or as a list from Excel: who passed takes a place as long as there is one, and every line says what it came to. */
export function ResultsSheet({ orderId, free }: { orderId: string; free: number }) {
  const queries = useQueryClient();
  const [round, setRound] = useState(t('roundName'));
  const [heldOn, setHeldOn] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<SelectionResponse>();
  const waiting = useWaiting(orderId);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Result>>(new Map());
  const pasted = readResults(text);
  const listed = pasted.lines.filter(({ ref }) => !chosen.has(ref));
  const lines = [
    ...[...chosen].map(([ref, result]): PastedResult => ({ ref, result, ...(result !== 'PASSED' && { reason: 'OTHER' }) })),
    ...listed,
  ];
  const choose = (code: string, result: Result | undefined) =>
    setChosen((now) => new Map(result ? [...now, [code, result]] : [...now].filter(([one]) => one !== code)));
  const passing = lines.filter(({ result }) => result === 'PASSED').length;
  const deed = useDeed((_: void, key: string) =>
    call('POST /api/v1/orders/{orderId}/selections', {
      params: { orderId },
      key,
      body: { round: round.trim(), heldOn: heldOn!.day, results: lines },
    }),
  );
  const send = async () => {
    const told = await deed.act();
    if (!told) return;
    setAnswer(told);
    setChosen(new Map());
    tellDone(t('selected', { count: formatNumber(told.results.filter(({ verdict }) => verdict === 'selected').length) }));
    await queries.invalidateQueries({ queryKey: ORDERS });
  };
  // Who waits stands above the list: nothing of it is drawn until they are known.
  if (!waiting) return <p className="waiting-line" />;
  return (
    <div className="form-rows">
      <div className="form-side">
        <TextField label={t('round')} value={round} onChange={setRound} required most={120} />
        <DayField label={t('heldOn')} value={heldOn} onChange={setHeldOn} required />
      </div>
      <WaitingPeople people={waiting} chosen={chosen} onChoose={choose} />
      <label className="form-field">
        <span>{t('pasteNote')}</span>
        <textarea
          rows={7}
          value={text}
          placeholder={t('pasteShape')}
          onChange={(event) => setText(event.target.value)}
          autoFocus
          spellCheck={false}
        />
      </label>
      <FileTextButton
        onText={(list) => {
          setText(list);
          setAnswer(undefined);
        }}
      />
      <p role="status" className={passing > free ? 'tone-soon' : 'quiet'}>
        {text.trim() === '' && chosen.size === 0
          ? t('placesLeft', { free: formatNumber(free) })
          : t('pasteTally', { lines: formatNumber(lines.length), passing: formatNumber(passing), free: formatNumber(free) })}
        {pasted.unread.length > 0 && <span className="tone-urgent"> {t('unread', { rows: pasted.unread.slice(0, 20).join(', ') })}</span>}
      </p>
      {listed.length > 0 && !answer && <ResultsAsRead lines={listed} />}
      {answer && (
        <div className="table-scroll" role="region" aria-label={t('verdicts')} tabIndex={0}>
          <table className="plain-table">
            <tbody>
              {answer.results.map(({ row, ref, verdict, message }) => (
                <tr key={row}>
                  <td className="number">{row}</td>
                  <td>{ref}</td>
                  <td className={verdict === 'refused' ? 'tone-urgent' : ''}>
                    {verdict === 'refused' ? `✕ ${message}` : `✓ ${t(`verdict.${verdict as 'selected'}`)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      <div className="form-deeds">
        <button
          type="button"
          className="main-button"
          disabled={deed.busy || lines.length === 0 || !heldOn || !round.trim()}
          onClick={() => void send()}
        >
          {t('sendResults', { lines: formatNumber(lines.length) })}
        </button>
      </div>
    </div>
  );
}

/** Who was taken for the order and has no result yet; the first page is what fits a round. */
function useWaiting(orderId: string): readonly OrderPersonAnswer[] | undefined {
  const { data, isPending } = useQuery({
    queryKey: [...ORDERS, orderId, 'waiting'],
    queryFn: () => call('GET /api/v1/orders/{orderId}/people', { params: { orderId }, query: { limit: 100 } }),
  });
  if (isPending) return undefined;
  return data?.people.filter(({ holds, result, stage }) => !holds && !result && WAITS.has(stage)) ?? [];
}

/** What was understood of each line, to be looked through before it is sent. */
function ResultsAsRead({ lines }: { lines: readonly PastedResult[] }) {
  return (
    <div className="table-scroll results-as-read" role="region" aria-label={t('asRead')} tabIndex={0}>
      <table className="plain-table">
        <tbody>
          {lines.map(({ ref, result, reason, score }, i) => (
            <tr key={i}>
              <th scope="row" className="number">
                {ref}
              </th>
              <td>{t(`result.${result}`)}</td>
              <td>{reason && t(`why.${reason}`)}</td>
              <td className="number">{score}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
