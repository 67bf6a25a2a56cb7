import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import { formatDay, formatNumber } from '../../../language/format';
import { ListState } from '../../parts/list-state';
import { MoreButton } from '../../parts/more-button';
import { TableHead } from '../../parts/plain-table';
import { StageChip } from '../../parts/stage-chip';
import { ORDERS, t } from './order-words';

/** Who holds a place, and who was looked at and did not get one. */
export function OrderPeople({ orderId }: { orderId: string }) {
  const people = useInfiniteQuery({
    queryKey: [...ORDERS, orderId, 'people'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call('GET /api/v1/orders/{orderId}/people', { params: { orderId }, query: { limit: 100, after: pageParam } }),
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ rounds: pages[0]?.rounds ?? [], people: pages.flatMap((page) => page.people) }),
  });
  return (
    <ListState query={people} rows={4} isEmpty={(list) => list.people.length === 0} empty={t('nobody')}>
      {(list) => (
        <section className="sheet card">
          <h2>{t('people')}</h2>
          {list.rounds.length > 0 && (
            <p className="quiet">
              {list.rounds
                .map(({ name, heldOn, passed, failed }) =>
                  t('roundLine', { name, day: formatDay(heldOn), passed: formatNumber(passed), failed: formatNumber(failed) }),
                )
                .join(' · ')}
            </p>
          )}
          <div className="table-scroll" role="region" aria-label={t('people')} tabIndex={0}>
            <table className="plain-table">
              <TableHead heads={(['person', 'commune', 'result', 'stage'] as const).map((column) => t(column))} />
              <tbody>
                {list.people.map((person) => (
                  <tr key={person.caseId}>
                    <th scope="row">
                      <Link to="/ho-so/$caseId" params={{ caseId: person.caseId } as never}>
                        {person.fullName}
                      </Link>
                      <span className="quiet small"> {person.birthDate?.slice(0, 4)}</span>
                    </th>
                    <td>{person.communeName}</td>
                    <td>
                      {person.holds ? '✓ ' : ''}
                      {person.result ? t(`result.${person.result as 'PASSED'}`) : !person.holds && t('noResult')}
                      {person.reason && ` · ${t(`why.${person.reason as 'TEST'}`)}`}
                      <span className="quiet small"> {person.heldOn && formatDay(person.heldOn)}</span>
                    </td>
                    <td>
                      <StageChip stage={person.stage} />
                      <span className="quiet small"> {person.departedOn && t('leftOn', { day: formatDay(person.departedOn) })}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <MoreButton list={people} />
        </section>
      )}
    </ListState>
  );
}
