import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/training.json';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { PageHead } from '../../parts/page-head';
import { TableHead } from '../../parts/plain-table';
import { useMe } from '../../session/me';
import { OpenClassForm } from './open-class-form';
import { TrainedLine } from './trained-line';
import '../class/class.css';

const t = area('training', vi);

/** Classes before the exit, running ones first; above them the one figure the plans ask for: trained before the exit. */
export function Screen() {
  const { role } = useMe();
  const markets = useMarkets();
  const [opening, setOpening] = useState(false);
  const classes = useQuery({ queryKey: ['classes'], queryFn: async () => (await call('GET /api/v1/training/classes')).classes });
  return (
    <section>
      <PageHead title={t('title')} count={classes.data && formatNumber(classes.data.length)} note={<TrainedLine />}>
        {role !== 'department_officer' && (
          <button type="button" className="main-button" onClick={() => setOpening(true)}>
            {t('openClass')}
          </button>
        )}
      </PageHead>
      <ListState query={classes} isEmpty={(list) => list.length === 0} empty={<p>{t('none')}</p>}>
        {(list) => (
          <div className="sheet table-sheet table-scroll" tabIndex={0} role="region" aria-label={t('title')}>
            <table className="plain-table">
              <TableHead heads={[t('class'), t('when'), t('market'), t('taken'), t('certified'), t('state')]} />
              <tbody>
                {list.map((one) => (
                  <tr key={one.id}>
                    <th scope="row" className="class-name">
                      <Link to={`/lop-hoc/${one.id}` as never}>{one.title}</Link>
                      <span className="quiet">
                        {t(`kind.${one.kind as 'ORIENTATION'}`)} · {one.organisationName}
                      </span>
                    </th>
                    <td className="number">
                      {formatDay(one.startsOn)} – {formatDay(one.endsOn)}
                    </td>
                    <td className="number">{markets.nameOf(one.market) || t('anyMarket')}</td>
                    <td className="number">
                      {one.taken}/{one.seats}
                      {one.waiting > 0 && <span className="tone-soon"> {t('waitingMore', { people: one.waiting })}</span>}
                    </td>
                    <td className="number">{one.certified}</td>
                    <td>{t(`state.${one.state as 'open'}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ListState>
      {opening && <OpenClassForm onClose={() => setOpening(false)} />}
    </section>
  );
}
