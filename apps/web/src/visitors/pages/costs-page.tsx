import { useState } from 'react';
import { call } from '../../api/call';
import type { CeiledSheetAnswer, LoanShareAnswer } from '../../api/schema';
import { feeItemName, payerName } from '../../language/fee-items';
import { formatDay, formatNumber } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { AnswerState } from '../parts/answer-state';
import { useAnswer } from '../parts/use-answer';

const t = area('visitors', vi);
const asked = new URLSearchParams(location.search).get('nuoc') ?? '';
const dong = (amount: number) => t('dong', { amount: formatNumber(amount) });

/** What will it cost me: the published sheets, fee by fee, the cheapest first, with what may be borrowed and how long it takes to pay back. */
export function CostsPage() {
  const [market, setMarket] = useState(asked);
  const countries = useAnswer(async () => (await call('GET /api/v1/public/markets')).markets);
  const fees = useAnswer(() => call('GET /api/v1/public/fees', { query: market ? { market } : {} }), market);
  const choose = (code: string) => {
    setMarket(code);
    history.replaceState(null, '', code ? `?nuoc=${code}` : location.pathname);
  };
  return (
    <>
      <p>{t('costsHow')}</p>
      <AnswerState asked={countries}>
        {(markets) => (
          <>
            <label className="cost-market no-print">
              {t('costsMarket')}
              <select value={market} onChange={(event) => choose(event.target.value)}>
                <option value="">{t('costsAll')}</option>
                {markets.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <AnswerState asked={fees}>
              {({ sheets, loan }) => (
                <>
                  {sheets.length === 0 && <p className="verdict verdict-unknown">{t('costsNone')}</p>}
                  {sheets.map((sheet) => (
                    <Cost
                      key={sheet.id}
                      sheet={sheet}
                      country={markets.find(({ code }) => code === sheet.market)?.name ?? sheet.market}
                      loan={loan}
                    />
                  ))}
                </>
              )}
            </AnswerState>
          </>
        )}
      </AnswerState>
    </>
  );
}

function Cost({ sheet, country, loan }: { sheet: CeiledSheetAnswer; country: string; loan: LoanShareAnswer | null }) {
  const { workerPays, monthlyWage, months, lines, ceilings } = sheet;
  return (
    <details className="cost">
      <summary>
        <strong>
          {sheet.occupation} – {country}
        </strong>
        <span>{sheet.agencyName}</span>
        <span className="cost-sum">{t('costsTotal', { amount: dong(workerPays) })}</span>
        <span className="quiet">{t('costsTerm', { months, wage: dong(monthlyWage) })}</span>
      </summary>
      <table className="cost-lines">
        <thead>
          <tr>
            <th scope="col">{t('costsItem')}</th>
            <th scope="col">{t('costsAmount')}</th>
            <th scope="col">{t('costsPayer')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ item, amount, payer, when }, i) => (
            <tr key={i}>
              <th scope="row">
                {feeItemName(item)}
                {when && <span className="quiet"> {when}</span>}
              </th>
              <td>{dong(amount)}</td>
              <td>{payerName(payer)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ceilings.map(({ item, most, basis, certain }) => (
        <p key={item} className="quiet">
          {most === 0
            ? t('costsNever', { item: feeItemName(item), basis })
            : t('costsCeiling', { item: feeItemName(item), amount: dong(most), basis })}
          {!certain && ` ${t('costsUncertain')}`}
        </p>
      ))}
      {workerPays > 0 && <p>{t('costsBack', { months: Math.ceil((2 * workerPays) / monthlyWage) })}</p>}
      {loan && workerPays > 0 && (
        <p>
          {t('costsLoan', { amount: dong(Math.floor((workerPays * loan.coverPercent) / 100)), basis: loan.basis })}
          {!loan.certain && ` ${t('costsUncertain')}`}
        </p>
      )}
      <p className="quiet">
        {t('costsSource', { agency: sheet.agencyName, from: formatDay(sheet.validFrom), day: formatDay(sheet.publishedAt) })}
      </p>
    </details>
  );
}
