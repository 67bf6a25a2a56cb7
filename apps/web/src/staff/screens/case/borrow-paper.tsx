import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { CaseResponse, EligibilityResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { dong, dongOf, t } from '../../parts/money/dong';
import { TableHead } from '../../parts/plain-table';
import { DongField } from '../../parts/money/dong-field';
import { type Billed, BilledSupports, billedText } from './billed-supports';

/** Before the trip to the bank: each condition, its result and what it rests on, on one sheet that can be printed and handed over. */
export function BorrowPaper({ file, onClose }: { file: CaseResponse; onClose: () => void }) {
  const [costs, setCosts] = useState('');
  const [typed, setTyped] = useState<Billed>({});
  const asked = dongOf(costs);
  const billed = billedText(typed);
  const read = useQuery({
    queryKey: ['case', file.id, 'loan-eligibility', asked, billed],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call('GET /api/v1/cases/{caseId}/loan-eligibility', {
        params: { caseId: file.id },
        query: { ...(asked > 0 && { costs: asked }), ...(billed && { billed }) },
        signal,
      }),
  });
  return (
    <DialogSheet title={t('paperTitle')} onClose={onClose} wide>
      <div className="form-rows borrow-paper">
        <div className="no-print">
          <DongField label={t('costs')} value={costs} onChange={setCosts} />
          {read.data && read.data.supportable.length > 0 && (
            <BilledSupports
              items={read.data.supportable.filter(({ item }) => !read.data.supports.some((one) => one.item === item && one.by === 'CLAIM'))}
              billed={typed}
              onChange={setTyped}
            />
          )}
        </div>
        <ListState query={read} rows={8}>
          {(paper) => <Findings paper={paper} />}
        </ListState>
        <div className="form-deeds no-print">
          <button type="button" className="main-button" onClick={() => window.print()}>
            {t('print')}
          </button>
        </div>
      </div>
    </DialogSheet>
  );
}

/** By a claim or by hand, and what was written by hand where the claim says something else. */
function supportText({ amount, by, written }: EligibilityResponse['supports'][number]): string {
  const told = t(by === 'CLAIM' ? 'byClaim' : 'byHand', { amount: dong(amount) });
  return written === null ? told : `${told}; ${t('writtenDiffers', { amount: dong(written) })}`;
}

function Findings({ paper }: { paper: EligibilityResponse }) {
  const rows: [string, string][] = [
    [
      t('rule.group'),
      `${paper.entitling.map((group) => t(`group.${group as 'POOR'}`)).join(', ') || t('none')}${paper.priority ? ` (${t('priority')})` : ''}`,
    ],
    [t('rule.rate'), paper.rate],
    [t('rule.overdueRate'), paper.overdueRate],
    [t('rule.costs'), paper.costs === null ? t('none') : dong(paper.costs)],
    ...paper.supports.map((one): [string, string] => [`${t('rule.supports')}: ${one.title}`, supportText(one)]),
    [t(paper.supports.length === 0 ? 'rule.ceilingWhole' : 'rule.ceiling'), paper.ceiling === null ? t('none') : dong(paper.ceiling)],
    [t('rule.collateral'), t(paper.collateral ? 'needed' : 'notNeeded')],
    [t('rule.term'), paper.termMonthsMost === null ? t('none') : t('months', { months: paper.termMonthsMost })],
    [t('rule.clock'), t('workingDays', { days: paper.decisionWorkingDays })],
  ];
  return (
    <>
      <p>
        <strong>{paper.fullName}</strong> · {paper.caseCode} · {[formatDay(paper.birthDate), paper.communeName].filter(Boolean).join(' · ')}
      </p>
      <p className={paper.eligible ? 'tone-done' : 'tone-urgent'}>
        <strong>{t(paper.eligible ? 'may' : 'mayNot')}</strong>
      </p>
      <ul className="plain-list">
        {paper.reasons.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      <table className="plain-table">
        <TableHead heads={[t('ruleHead'), t('valueHead')]} />
        <tbody>
          {rows.map(([rule, value]) => (
            <tr key={rule}>
              <th scope="row">{rule}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {paper.lacks.length > 0 && <h3>{t('lacks')}</h3>}
      <ul className="plain-list">
        {paper.lacks.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      <h3>{t('papers')}</h3>
      <ul className="plain-list">
        {paper.papers.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <h3>{t('sourceHead')}</h3>
      <ul className="plain-list quiet small">
        {paper.sources.map(({ rule, basis, certain }) => (
          <li key={rule}>
            {t(`source.${rule as 'loan.regime'}`)}: {basis}
            {!certain && ` (${t('unconfirmed')})`}.
          </li>
        ))}
      </ul>
      <p className="quiet small">{t('judged', { day: formatDay(paper.judgedOn) })}</p>
    </>
  );
}
