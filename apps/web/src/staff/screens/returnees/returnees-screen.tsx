import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/placement.json';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { MoreButton } from '../../parts/more-button';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import './returnees.css';

const t = area('placement', vi);
const STATES = ['none', 'waiting', 'taken', 'all'] as const;

/** People who came back, the newest return on top; first those for whom nobody has looked for work yet. */
export function Screen() {
  const markets = useMarkets();
  const [{ viec }, setAddress] = useAddress();
  const state = STATES.find((one) => one === viec) ?? 'none';
  const people = useInfiniteQuery({
    queryKey: ['placement', 'returnees', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call('GET /api/v1/placement/returnees', { query: { limit: 50, after: pageParam, ...(state !== 'all' && { referral: state }) } }),
    getNextPageParam: ({ next }) => next,
  });
  const rows = people.data?.pages.flatMap((page) => page.people);
  return (
    <section>
      <PageHead title={t('title')} count={rows && `${formatNumber(rows.length)}${people.hasNextPage ? '+' : ''}`} note={t('note')}>
        <Link to={'/viec-tuyen' as never} className="plain-button">
          {t('openings')}
        </Link>
      </PageHead>
      <div className="returnee-states" role="group" aria-label={t('state')}>
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            className="plain-button"
            aria-pressed={one === state}
            onClick={() => setAddress({ viec: one === 'none' ? undefined : one })}
          >
            {t(`state.${one}`)}
          </button>
        ))}
      </div>
      <ListState query={{ ...people, data: rows }} isEmpty={(list) => list.length === 0} empty={<p>{t(`empty.${state}`)}</p>}>
        {(list) => (
          <div className="sheet table-sheet table-scroll" tabIndex={0} role="region" aria-label={t('title')}>
            <table className="plain-table returnee-table">
              <thead>
                <tr>
                  <th scope="col">{t('name')}</th>
                  <th scope="col">{t('returnedOn')}</th>
                  <th scope="col">{t('trade')}</th>
                  <th scope="col">{t('wishes')}</th>
                  <th scope="col">{t('work')}</th>
                </tr>
              </thead>
              <tbody>
                {list.map((one) => (
                  <tr key={one.caseId}>
                    <th scope="row" className="returnee-name">
                      <Link to={`/nguoi-ve-nuoc/${one.workerId}` as never}>{one.fullName}</Link>
                      <span className="quiet">{[one.birthDate?.slice(0, 4), one.communeName].filter(Boolean).join(' · ')}</span>
                    </th>
                    <td className="number">
                      {formatDay(one.returnedOn)} <span className="quiet">{markets.nameOf(one.market)}</span>
                    </td>
                    <td>
                      {[one.occupation, one.language && t(`language.${one.language as 'KO'}`)].filter(Boolean).join(' · ') || (
                        <span className="quiet">{t('unknown')}</span>
                      )}
                    </td>
                    <td>
                      {one.wish ? (
                        [t(`wish.${one.wish as 'REST'}`), one.savings && t(`savings.${one.savings as 'SAVE'}`)].filter(Boolean).join(' · ')
                      ) : (
                        <span className="tone-soon">{t('notAsked')}</span>
                      )}
                    </td>
                    <td>
                      {one.firm ? (
                        `${t(`state.${one.referral as 'taken'}`)}: ${one.firm}`
                      ) : (
                        <span className="quiet">{t('state.none')}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <MoreButton list={people} />
          </div>
        )}
      </ListState>
    </section>
  );
}
