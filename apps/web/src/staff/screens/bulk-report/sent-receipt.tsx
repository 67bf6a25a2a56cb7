import { Link } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { formatMoment, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/bulk-report.json';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';

const t = area('bulk-report', vi);

/** What was just sent, under which number, and the way back. */
export function SentReceipt({ batch, taken, held, onClose }: { batch: string; taken: number; held: number; onClose: () => void }) {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['imports', batch],
    queryFn: () => call('GET /api/v1/imports/{batchId}', { params: { batchId: batch } }),
  });
  const back = useDeed(async (_: void, key: string) => {
    const undone = await call('POST /api/v1/imports/{batchId}/undo', { params: { batchId: batch }, key });
    await queries.invalidateQueries({ queryKey: ['imports'] });
    return undone;
  });
  return (
    <div className="receipt-bar sheet" role="status">
      <p>
        <strong>{t('receipt', { number: data?.receipt ?? '…' })}</strong> · {formatMoment(data?.createdAt)} ·{' '}
        {t('receiptRows', { taken: formatNumber(taken), held: formatNumber(held) })}
      </p>
      {back.problem && <p className="fault">{back.problem}</p>}
      <div className="field-line">
        <Link to="/bien-nhan/$batchId" params={{ batchId: batch } as never} className="plain-button">
          {t('openReceipt')}
        </Link>
        <button
          type="button"
          className="plain-button"
          disabled={back.busy || data?.state === 'undone'}
          onClick={() =>
            void back.act().then((undone) => {
              if (!undone) return;
              tellDone(t('takenBack', { count: formatNumber(undone.undone), left: formatNumber(undone.left.length) }));
              onClose();
            })
          }
        >
          {t('takeBack')}
        </button>
        <button type="button" className="plain-button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </div>
  );
}
