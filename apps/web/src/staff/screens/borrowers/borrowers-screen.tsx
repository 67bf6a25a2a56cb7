import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/borrowers.json';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { TableHead } from '../../parts/plain-table';

const t = area('borrowers', vi);

/** What a bank office may know: when its borrowers left, when their contracts end, when they came back. */
export function Screen() {
  const borrowers = useInfiniteQuery({
    queryKey: ['borrowers'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call('GET /api/v1/bank/borrowers', { query: { after: pageParam, limit: 100 }, signal }),
    getNextPageParam: ({ next }) => next,
  });
  const lines = borrowers.data?.pages.flatMap((page) => page.borrowers);
  return (
    <section>
      <PageHead
        title={t('title')}
        count={lines && (borrowers.hasNextPage ? t('atLeast', { count: lines.length }) : lines.length)}
        note={t('note')}
      />
      <ListState query={{ ...borrowers, data: lines }} isEmpty={(list) => list.length === 0} empty={<p>{t('empty')}</p>}>
        {(list) => (
          <div className="sheet table-sheet table-scroll" tabIndex={0} role="region" aria-label={t('title')}>
            <table className="plain-table">
              <TableHead heads={[t('name'), t('code'), t('departedOn'), t('contractEnd'), t('returnedOn')]} />
              <tbody>
                {list.map(({ id, fullName, code, departedOn, contractEnd, returnedOn }) => (
                  <tr key={id}>
                    <th scope="row">{fullName}</th>
                    <td>{code}</td>
                    <td>{formatDay(departedOn) || t('notYet')}</td>
                    <td>{formatDay(contractEnd) || t('unknown')}</td>
                    <td>{formatDay(returnedOn) || t('notYet')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ListState>
      {borrowers.hasNextPage && (
        <p>
          <button
            type="button"
            className="plain-button"
            disabled={borrowers.isFetchingNextPage}
            onClick={() => void borrowers.fetchNextPage()}
          >
            {t(borrowers.isFetchingNextPage ? 'loading' : 'more')}
          </button>
        </p>
      )}
    </section>
  );
}
