import { Link, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import { formatDay, formatNumber, formatWeekday } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fairs.json';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { useMe } from '../../session/me';
import { FairForm } from './fair-form';
import './fairs.css';

const t = area('fairs', vi);

/** Fairs of the province, the next one on top. */
export function Screen() {
  const { role } = useMe();
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const fairs = useQuery({ queryKey: ['fairs'], queryFn: () => call('GET /api/v1/fairs') });
  return (
    <section>
      <PageHead title={t('title')} count={fairs.data && formatNumber(fairs.data.fairs.length)} note={t('note')}>
        {role === 'centre_staff' && (
          <button type="button" className="main-button" onClick={() => setOpening(true)}>
            {t('open')}
          </button>
        )}
      </PageHead>
      <ListState query={fairs} isEmpty={(list) => list.fairs.length === 0} empty={<p>{t('none')}</p>}>
        {({ fairs: list, today }) => (
          <div className="sheet table-sheet table-scroll" tabIndex={0} role="region" aria-label={t('title')}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('when')}</th>
                  <th scope="col">{t('fair')}</th>
                  <th scope="col">{t('signed')}</th>
                  <th scope="col">{t('until')}</th>
                  <th scope="col">{t('state')}</th>
                </tr>
              </thead>
              <tbody>
                {list.map((one) => (
                  <tr key={one.id} className={one.heldOn < today ? 'fair-past' : ''}>
                    <td className="number">
                      {formatWeekday(one.heldOn)} {formatDay(one.heldOn)} <span className="quiet">{one.startsAt}</span>
                    </td>
                    <th scope="row" className="fair-name">
                      <Link to={`/phien-viec-lam/${one.id}` as never}>{one.title}</Link>
                      <span className="quiet">
                        {[one.place, one.communeName, t('firmCount', { n: one.firms.length })].filter(Boolean).join(' · ')}
                      </span>
                    </th>
                    <td className="number">
                      {one.taken}/{one.seats}
                    </td>
                    <td className="number">{formatDay(one.signUpUntil)}</td>
                    <td>{stateWord(one, today)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ListState>
      {opening && (
        <FairForm onClose={() => setOpening(false)} onSaved={(fairId) => void navigate({ to: `/phien-viec-lam/${fairId}` as never })} />
      )}
    </section>
  );
}

export const stateWord = (
  one: { state: string; heldOn: string; signUpUntil: string; taken: number; seats: number },
  today: string,
): string =>
  one.state === 'cancelled'
    ? t('state.cancelled')
    : one.heldOn < today
      ? t('state.past')
      : one.signUpUntil < today
        ? t('state.closed')
        : one.taken >= one.seats
          ? t('state.full')
          : t('state.open');
