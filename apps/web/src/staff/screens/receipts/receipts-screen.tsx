import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import { formatMoment, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/receipts.json';
import shell from '../../../language/vi/shell.json';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { countsOf } from '../../parts/sent-file/count-line';
import { useOwnScreens } from '../../session/own-screens';
import { kindName, stateName } from './receipt-words';

const t = area('receipts', vi);
const titles = area('shell', shell);
const SENDING = ['/cap-nhat', '/nhap-du-lieu'];

/** What an office has sent, newest first. */
export function Screen() {
  const list = useInfiniteQuery({
    queryKey: ['imports', 'list'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call('GET /api/v1/imports', { query: { after: pageParam, limit: 50 } }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <section>
      <PageHead title={t('title')} note={t('intro')} />
      <ListState query={list} isEmpty={({ pages }) => pages[0]?.batches.length === 0} empty={<NothingSent />}>
        {({ pages }) => (
          <>
            <div className="table-region" role="region" aria-label={t('table')} tabIndex={0}>
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('number')}</th>
                    <th scope="col">{t('when')}</th>
                    <th scope="col">{t('kind')}</th>
                    <th scope="col">{t('fileName')}</th>
                    <th scope="col">{t('by')}</th>
                    <th scope="col" className="number">
                      {t('taken')}
                    </th>
                    <th scope="col" className="number">
                      {t('held')}
                    </th>
                    <th scope="col">{t('state')}</th>
                  </tr>
                </thead>
                <tbody>
                  {pages
                    .flatMap(({ batches }) => batches)
                    .map(({ id, receipt, createdAt, kind, fileName, sentBy, counts, state }) => {
                      const { created, updated, refused, ask, duplicate } = countsOf(counts);
                      return (
                        <tr key={id}>
                          <th scope="row">
                            <Link to="/bien-nhan/$batchId" params={{ batchId: id } as never} className="text-link">
                              {receipt}
                            </Link>
                          </th>
                          <td>{formatMoment(createdAt)}</td>
                          <td>{kindName(kind)}</td>
                          <td className="samples">{fileName}</td>
                          <td>{sentBy}</td>
                          <td className="number">{formatNumber(created + updated)}</td>
                          <td className="number">{formatNumber(refused + ask + duplicate)}</td>
                          <td>
                            <span className={state === 'imported' ? 'chip chip-done' : 'chip'}>{stateName(state)}</span>
                          </td>
                        </tr>
                      );
                    })}
                </tbody>
              </table>
            </div>
            {list.hasNextPage && (
              <button type="button" className="plain-button" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('more')}
              </button>
            )}
          </>
        )}
      </ListState>
    </section>
  );
}

/** Nothing sent yet, and the screens that send. */
function NothingSent() {
  const screens = useOwnScreens();
  return (
    <>
      <p>{t('empty')}</p>
      <p className="empty-ways">
        {screens
          .filter(({ path }) => SENDING.includes(path))
          .map(({ path, word }) => (
            <Link key={path} to={path} className="plain-button">
              {titles(word)}
            </Link>
          ))}
      </p>
    </>
  );
}
