import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { OrderTermsAnswer, OrderVersionAnswer } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { changedTerms, type TermNames } from './order-terms';
import { ORDERS, t } from './order-words';

/** What waits for the department: a new order, or what a change would change. */
export function OrderDecision({
  orderId,
  pending,
  approved,
  names,
}: {
  orderId: string;
  pending: OrderVersionAnswer;
  approved?: OrderTermsAnswer;
  names: TermNames;
}) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const deed = useDeed(async (decision: 'approve' | 'refuse', key: string) => {
    await call('POST /api/v1/orders/{orderId}/decision', {
      params: { orderId },
      key,
      body: { decision, ...(decision === 'refuse' && { reason }) },
    });
    tellDone(t(decision === 'approve' ? 'approved' : 'refused'));
    await queries.invalidateQueries({ queryKey: ORDERS });
    return true;
  });
  const changes = approved ? changedTerms(approved, pending.terms, names) : [];
  return (
    <section className="sheet card order-decision" aria-label={t('decide')}>
      <h2>{approved ? t('decideChange') : t('decide')}</h2>
      {approved &&
        (changes.length ? (
          <ul className="plain-list">
            {changes.map(({ name, from, to }) => (
              <li key={name}>
                {name}: <s>{from}</s> → <strong>{to}</strong>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('noChange')}</p>
        ))}
      {!approved && <p>{t('decideNew', { places: formatNumber(pending.terms.places), employer: pending.terms.employer })}</p>}
      <TextField label={t('reason')} value={reason} onChange={setReason} most={500} note={t('reasonNote')} />
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      <div className="form-deeds">
        <button type="button" className="main-button" disabled={deed.busy} onClick={() => void deed.act('approve')}>
          {t('approve')}
        </button>
        <button type="button" className="plain-button" disabled={deed.busy || !reason.trim()} onClick={() => void deed.act('refuse')}>
          {t('refuse')}
        </button>
      </div>
    </section>
  );
}
