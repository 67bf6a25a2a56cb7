import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { SelectionResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { businessToday } from '../../session/business-day';
import type { ReadDay } from '../../../language/read-day';
import { DayField } from '../../parts/day-field';
import { tellDone } from '../../parts/notices';
import { FileTextButton } from '../../parts/sent-file/file-text-button';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { ORDERS, t } from './order-words';
import { type PastedResult, readResults } from './pasted-results';
import './orders.css';

/** Results of a round as a list from Excel: who passed takes a place as long as there is one, and every line says what it came to. */
export function ResultsSheet({ orderId, free }: { orderId: string; free: number }) {
  const queries = useQueryClient();
  const [round, setRound] = useState(t('roundName'));
  const [heldOn, setHeldOn] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<SelectionResponse>();
  const { lines, unread } = readResults(text);
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
    tellDone(t('selected', { count: formatNumber(told.results.filter(({ verdict }) => verdict === 'selected').length) }));
    await queries.invalidateQueries({ queryKey: ORDERS });
  };
  return (
    <div className="form-rows">
      <div className="form-side">
        <TextField label={t('round')} value={round} onChange={setRound} required most={120} />
        <DayField label={t('heldOn')} value={heldOn} onChange={setHeldOn} required />
      </div>
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
        {text.trim() === ''
          ? t('placesLeft', { free: formatNumber(free) })
          : t('pasteTally', { lines: formatNumber(lines.length), passing: formatNumber(passing), free: formatNumber(free) })}
        {unread.length > 0 && <span className="tone-urgent"> {t('unread', { rows: unread.slice(0, 20).join(', ') })}</span>}
      </p>
      {lines.length > 0 && !answer && <ResultsAsRead lines={lines} />}
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
