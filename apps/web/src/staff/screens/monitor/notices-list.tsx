import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { DeliveryAnswer } from '../../../api/schema';
import { formatDay, formatMoment } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/monitor.json';
import { ListState } from '../../parts/list-state';
import { useAddress } from '../../parts/use-address';

const t = area('monitor', vi);
const STATES = ['open', 'held', 'sealed', 'letter', 'cancelled'] as const;
type NoticeState = (typeof STATES)[number];

/** Messages, newest first, each with every copy and what became of it. */
export function NoticesList() {
  const [{ thu }, setAddress] = useAddress();
  const state = STATES.find((one) => one === thu);
  const notices = useInfiniteQuery({
    queryKey: ['notices', state],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) => call('GET /api/v1/notices', { query: { state, before: pageParam, limit: 50 }, signal }),
    getNextPageParam: ({ next }) => next,
  });
  const lines = notices.data?.pages.flatMap((page) => page.notices);
  return (
    <>
      <p>
        <label>
          {t('noticeState')}{' '}
          <select
            className="field-input state-choice"
            value={state ?? ''}
            onChange={(event) => setAddress({ thu: event.target.value || undefined }, { replace: true })}
          >
            <option value="">{t('allStates')}</option>
            {STATES.map((one) => (
              <option key={one} value={one}>
                {t(`notice.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <ListState query={{ ...notices, data: lines }} isEmpty={(list) => list.length === 0} empty={<p>{t('noNotices')}</p>}>
        {(list) => (
          <div className="sheet table-sheet table-scroll" tabIndex={0} role="region" aria-label={t('notices')}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('day')}</th>
                  <th scope="col">{t('addressee')}</th>
                  <th scope="col">{t('kind')}</th>
                  <th scope="col" className="number">
                    {t('items')}
                  </th>
                  <th scope="col">{t('state')}</th>
                  <th scope="col">{t('copies')}</th>
                </tr>
              </thead>
              <tbody>
                {list.map((notice) => (
                  <tr key={notice.id}>
                    <td>{formatDay(notice.day)}</td>
                    <th scope="row">{notice.office}</th>
                    <td>{t(`kind.${notice.kind as 'digest'}`)}</td>
                    <td className="number">{notice.items}</td>
                    <td>{t(`notice.${notice.state as NoticeState}`)}</td>
                    <td>
                      {notice.deliveries.map((copy) => (
                        <Copy key={copy.id} copy={copy} />
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ListState>
      {notices.hasNextPage && (
        <p>
          <button type="button" className="plain-button" disabled={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
            {t(notices.isFetchingNextPage ? 'loading' : 'more')}
          </button>
        </p>
      )}
    </>
  );
}

const TONES: Readonly<Record<string, string>> = { sent: 'done', bounced: 'urgent', dead: 'urgent', uncertain: 'soon', retry: 'soon' };

function Copy({ copy }: { copy: DeliveryAnswer }) {
  const state = copy.state as 'queued' | 'sending' | 'sent' | 'retry' | 'bounced' | 'uncertain' | 'dead';
  return (
    <p className="copy">
      <span className={`chip chip-${TONES[state] ?? 'plain'}`}>{t(`copy.${state}`)}</span> {formatMoment(copy.sentAt)}
      {copy.nextAttemptAt && <span className="small"> {t('nextTry', { at: formatMoment(copy.nextAttemptAt) })}</span>}
      {copy.reason && <span className="small quiet"> {copy.reason}</span>}
    </p>
  );
}
