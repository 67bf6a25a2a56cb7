import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { BankLineAnswer, ResolveLineRequest } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/bank.json';
import { ListState } from '../../parts/list-state';
import { MoreButton } from '../../parts/more-button';
import { tellDone } from '../../parts/notices';
import { PageHead } from '../../parts/page-head';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import '../loans/loans.css';

const t = area('bank', vi);

/** What a statement left open: the bank's line on the left, the loans it may mean on the right, one press each. */
export function Screen() {
  const lines = useInfiniteQuery({
    queryKey: ['bank-lines'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => call('GET /api/v1/bank/lines', { query: { after: pageParam, limit: 50 }, signal }),
    getNextPageParam: (page) => page.next,
  });
  const rows = lines.data?.pages.flatMap(({ lines: page }) => page);
  return (
    <section>
      <PageHead title={t('linesTitle')} count={rows && !lines.hasNextPage && formatNumber(rows.length)} note={t('linesNote')} />
      <ListState query={lines} isEmpty={({ pages }) => pages[0]!.lines.length === 0} empty={<p>{t('noLines')}</p>}>
        {() => (
          <>
            <ul className="card-list">
              {rows!.map((line) => (
                <OpenLine key={line.id} line={line} />
              ))}
            </ul>
            <MoreButton list={lines} />
          </>
        )}
      </ListState>
    </section>
  );
}

/** A reversal, and money for a loan that owes nothing, can only be ignored; the server decides again. */
const postable = ({ kind, code, amount }: BankLineAnswer, principal: number): boolean =>
  amount > 0 &&
  ['DISBURSEMENT', 'INTEREST', 'REPAYMENT', 'SETTLEMENT'].includes(kind) &&
  !(code === 'LOAN_ALREADY_PAID' && principal === 0);

function OpenLine({ line }: { line: BankLineAnswer }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const deed = useDeed((body: ResolveLineRequest, key) =>
    call('POST /api/v1/bank/lines/{lineId}/resolution', { params: { lineId: String(line.id) }, body, key }),
  );
  const act = async (body: ResolveLineRequest) => {
    const done = await deed.act(body);
    if (!done) return;
    tellDone(t('done', { left: done.left }));
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => ['bank-lines', 'statements', 'months', 'loans'].includes(String(queryKey[0])),
    });
  };
  return (
    <li className="sheet card bank-line">
      <div className="line-pair">
        <div>
          <h3>{t('bankSays')}</h3>
          <p>
            <strong>{formatNumber(line.amount)}</strong> – {line.words}
          </p>
          <p className="quiet">{[formatDay(line.on), line.reference, line.loanNo, line.name].filter(Boolean).join(' · ')}</p>
          <p>
            <span className="chip chip-soon">{line.code && t(`code.${line.code as 'LOAN_UNKNOWN'}`)}</span>
          </p>
          {line.expected !== null && (
            <p className="quiet">
              {t(line.kind === 'DISBURSEMENT' ? 'leftToPayOut' : 'expected', { amount: formatNumber(line.expected) })}
            </p>
          )}
        </div>
        <div>
          <h3>{t('weHave')}</h3>
          {line.suggestions.length === 0 && <p className="quiet">{t('noSuggestion')}</p>}
          {line.suggestions.map(({ loanId, loanNo, name, principal, by }) => (
            <div key={`${loanId}-${by}`} className="suggestion">
              <span>
                {[loanNo, name].filter(Boolean).join(' · ')} <span className="quiet">({t(`by.${by as 'LOAN'}`)})</span>
                <br />
                <span className="quiet">{t('balance', { amount: formatNumber(principal) })}</span>
              </span>
              {postable(line, principal) && (
                <button type="button" className="plain-button" disabled={deed.busy} onClick={() => void act({ act: 'POST', loanId })}>
                  {t('postHere')}
                </button>
              )}
            </div>
          ))}
          {line.suggestions.length > 0 && !line.suggestions.some(({ principal }) => postable(line, principal)) && (
            <p className="quiet">{t('notPostable')}</p>
          )}
          <form
            className="form-rows"
            onSubmit={(event) => {
              event.preventDefault();
              void act({ act: 'IGNORE', reason: reason.trim() });
            }}
          >
            <TextField label={t('ignoreReason')} value={reason} onChange={setReason} required />
            <button type="submit" className="plain-button" disabled={deed.busy || reason.trim() === ''}>
              {t('ignore')}
            </button>
          </form>
          {deed.problem && (
            <p role="alert" className="fault">
              {deed.problem}
            </p>
          )}
        </div>
      </div>
    </li>
  );
}
