import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { LiquidationDeedRequest, LiquidationResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/liquidation.json';
import type { ReadDay } from '../../../language/read-day';
import { DayField } from '../../parts/day-field';
import { ListState } from '../../parts/list-state';
import { dong } from '../../parts/money/dong';
import { ReceiptList } from '../../parts/money/receipt-list';
import { RefundPart } from '../../parts/money/refund-part';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { businessToday } from '../../session/business-day';
import { useMe } from '../../session/me';

const t = area('liquidation', vi);

/** One liquidation: what was taken, what is owed and paid, and the deeds of the reader's own side. */
export function LiquidationSheet({ caseId }: { caseId: string }) {
  const { role } = useMe();
  const queries = useQueryClient();
  const page = useQuery({
    queryKey: ['liquidation', caseId],
    queryFn: ({ signal }) => call('GET /api/v1/cases/{caseId}/liquidation', { params: { caseId }, signal }),
  });
  const mayReverse = ({ state }: LiquidationResponse) =>
    (role === 'agency_clerk' || role === 'centre_staff') && state !== 'CLOSED' && state !== 'UNILATERAL';
  const refresh = async () => {
    tellDone(t('recorded'));
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['liquidation', caseId] }),
      queries.invalidateQueries({ queryKey: ['liquidations'] }),
    ]);
  };
  return (
    <ListState query={page} rows={3}>
      {(one) => (
        <>
          <p>
            <span className="chip">{one.stateTitle}</span> {one.dueBy && `${t('dueBy')} ${formatDay(one.dueBy)}`}
          </p>
          <h3>{t('receipts')}</h3>
          <ReceiptList page={one} mayReverse={mayReverse(one)} onDone={refresh} />
          <h3>{t('refunds')}</h3>
          {one.refunds.length === 0 && <p className="quiet">{t('noRefunds')}</p>}
          {one.refunds.map((refund) => (
            <RefundPart
              key={refund.id}
              caseId={caseId}
              refund={refund}
              mayPay={role === 'agency_clerk'}
              mayReverse={mayReverse(one)}
              onDone={refresh}
            />
          ))}
          {one.escrowHeld > 0 && <p className="tone-soon">{t('escrowHeld', { amount: dong(one.escrowHeld) })}</p>}
          <p className="no-print">
            <Link className="plain-button" to="/ho-so/$caseId" params={{ caseId }} search={{ muc: 'tien' } as never}>
              {t('toMoney')}
            </Link>
          </p>
          <p className="quiet">
            {t('letters', { sent: one.letters.length, needed: one.lettersNeeded })}
            {one.letters.length > 0 && ` (${one.letters.map((day) => formatDay(day)).join(', ')})`}
          </p>
          <Deeds page={one} agency={role === 'agency_clerk'} onDone={refresh} />
          {one.history.length > 0 && <h3>{t('history')}</h3>}
          <ul className="plain-list">
            {one.history.map((event, i) => (
              <li key={i}>
                {formatDay(event.on)} – {t(`deed.${event.deed as 'CONFIRM'}`)}{' '}
                <span className="quiet">({[event.by, event.organisation].filter(Boolean).join(', ')})</span> {event.note}
              </li>
            ))}
          </ul>
        </>
      )}
    </ListState>
  );
}

function Deeds({ page, agency, onDone }: { page: LiquidationResponse; agency: boolean; onDone: () => Promise<unknown> }) {
  const [note, setNote] = useState('');
  const [on, setOn] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const deed = useDeed((body: LiquidationDeedRequest, key) =>
    call('POST /api/v1/cases/{caseId}/liquidation', { params: { caseId: page.caseId }, body, key }),
  );
  if (page.state === 'CLOSED' || page.state === 'UNILATERAL') return null;
  const mine = agency ? (['PROPOSE', 'SEND_LETTER', 'CLOSE_ALONE'] as const) : (['CONFIRM', 'DISPUTE'] as const);
  const fit = mine.filter(
    (one) => (one !== 'CLOSE_ALONE' || page.letters.length >= page.lettersNeeded) && (agency || page.state === 'PROPOSED'),
  );
  const act = async (name: (typeof fit)[number]) => {
    if (await deed.act({ deed: name, ...(agency && on && { on: on.day }), ...(note.trim() && { note: note.trim() }) })) await onDone();
  };
  return (
    <div className="form-rows">
      {agency && <DayField label={t('on')} value={on} onChange={setOn} required />}
      {fit.length > 0 && <TextField label={t('words')} value={note} onChange={setNote} />}
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      <p className="choice-line">
        {fit.map((name, i) => (
          <button
            key={name}
            type="button"
            className={i === 0 ? 'main-button' : 'plain-button'}
            disabled={deed.busy || (agency && !on)}
            onClick={() => void act(name)}
          >
            {t(`deed.${name}`)}
          </button>
        ))}
      </p>
    </div>
  );
}
