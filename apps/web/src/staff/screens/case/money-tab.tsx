import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import type { CaseResponse, LiquidationResponse } from '../../../api/schema';
import { ListState } from '../../parts/list-state';
import { dong, t } from '../../parts/money/dong';
import { EscrowPart } from '../../parts/money/escrow-part';
import { ReceiptForm } from '../../parts/money/receipt-form';
import { ReceiptList } from '../../parts/money/receipt-list';
import { RefundForm } from '../../parts/money/refund-form';
import { RefundPart } from '../../parts/money/refund-part';
import { SupportPart } from '../../parts/money/support-part';
import { useMe } from '../../session/me';
import { LoanCard } from './loan-card';

/** Every đồng around the case: what was taken, what is held, what goes back, and how the loan stands. */
export function MoneyTab({ file }: { file: CaseResponse }) {
  const { role } = useMe();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'receipt' | 'refund'>();
  const page = useQuery({
    queryKey: ['liquidation', file.id],
    queryFn: ({ signal }) => call('GET /api/v1/cases/{caseId}/liquidation', { params: { caseId: file.id }, signal }),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['liquidation', file.id] });
  const side = role === 'agency_clerk' || role === 'centre_staff';
  return (
    <div className="money-cards">
      <ListState query={page} rows={4}>
        {(one) => {
          const mayWrite = side && !['CLOSED', 'UNILATERAL'].includes(one.state);
          return (
            <>
              <section className="sheet card" aria-labelledby="receipts-title">
                <header className="card-head">
                  <h2 id="receipts-title">{t('receipts')}</h2>
                  {mayWrite && (
                    <button type="button" className="plain-button no-print" onClick={() => setOpen('receipt')}>
                      {t('addReceipt')}
                    </button>
                  )}
                </header>
                <TakenInAll page={one} />
                <ReceiptList page={one} mayReverse={mayWrite} onDone={refresh} />
              </section>
              <section className="sheet card" aria-labelledby="refunds-title">
                <header className="card-head">
                  <h2 id="refunds-title">{t('refunds')}</h2>
                  {mayWrite && one.refunds.length === 0 && (
                    <button type="button" className="plain-button no-print" onClick={() => setOpen('refund')}>
                      {t('owe')}
                    </button>
                  )}
                </header>
                {one.refunds.length === 0 && <p className="quiet">{t('noRefunds')}</p>}
                {one.refunds.map((refund) => (
                  <RefundPart
                    key={refund.id}
                    caseId={file.id}
                    refund={refund}
                    mayPay={role === 'agency_clerk'}
                    mayReverse={mayWrite}
                    onDone={refresh}
                  />
                ))}
                <p className="no-print">
                  <Link to="/thanh-ly" search={{ hs: file.id } as never}>
                    {t('toLiquidation')}
                  </Link>
                </p>
              </section>
            </>
          );
        }}
      </ListState>
      <EscrowPart caseId={file.id} />
      {(role === 'centre_staff' || role === 'department_officer') && <SupportPart caseId={file.id} />}
      <LoanCard file={file} />
      {open === 'receipt' && <ReceiptForm caseId={file.id} onDone={refresh} onClose={() => setOpen(undefined)} />}
      {open === 'refund' && <RefundForm caseId={file.id} onDone={refresh} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function TakenInAll({ page: { receipts } }: { page: LiquidationResponse }) {
  const back = new Set(receipts.flatMap(({ id, reversesId }) => (reversesId === null ? [] : [id, reversesId])));
  const standing = receipts.filter(({ id }) => !back.has(id));
  const flagged = standing.filter(({ article }) => article !== null).length;
  if (standing.length === 0) return null;
  return (
    <p>
      {t('total', { amount: dong(standing.reduce((sum, { amount }) => sum + amount, 0)) })}
      {flagged > 0 && <span className="tone-urgent"> {t('flagged', { count: flagged })}</span>}
    </p>
  );
}
