import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { FairResponse } from '../../../api/schema';
import { formatNumber, formatPhone } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fairs.json';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';

const t = area('fairs', vi);

/** The list by commune; from the day of the fair on the same list says who came: all ticked, the absent are unticked. */
export function FairPeople({ fair, writes }: { fair: FairResponse; writes: boolean }) {
  const queries = useQueryClient();
  const ticking = writes && fair.heldOn <= fair.today && fair.people.length > 0;
  const [absent, setAbsent] = useState<ReadonlySet<string>>(
    new Set(fair.people.filter(({ attended }) => attended === false).map(({ workerId }) => workerId)),
  );
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/fairs/{fairId}/attendance', { params: { fairId: fair.id }, body: { absent: [...absent] }, key }),
  );
  const toggle = (id: string) =>
    setAbsent((now) => {
      const after = new Set(now);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const save = async () => {
    if (!(await deed.act())) return;
    tellDone(t('attended', { n: fair.people.length - absent.size }));
    await queries.invalidateQueries({ queryKey: ['fairs'] });
  };
  return (
    <section className="sheet card table-scroll" tabIndex={0} role="region" aria-labelledby="people-title">
      <h2 id="people-title">{t('people', { n: formatNumber(fair.people.length) })}</h2>
      {fair.people.length === 0 ? (
        <p className="quiet">{t('nobody')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('birthYear')}</th>
              <th scope="col">{t('commune')}</th>
              <th scope="col">{t('phone')}</th>
              <th scope="col">{t(ticking || fair.heldOn < fair.today ? 'came' : 'signature')}</th>
            </tr>
          </thead>
          <tbody>
            {fair.people.map((one, i) => (
              <tr key={one.workerId}>
                <td className="number">{i + 1}</td>
                <th scope="row">
                  <Link to={`/nguoi/${one.workerId}` as never}>{one.fullName}</Link>
                </th>
                <td>{one.birthYear}</td>
                <td>{[one.communeName ?? one.communeCode, one.hamlet].filter(Boolean).join(' · ')}</td>
                <td className="number">{one.phone && formatPhone(one.phone)}</td>
                <td>
                  {ticking ? (
                    <input
                      type="checkbox"
                      className="fair-tick"
                      aria-label={t('cameWho', { name: one.fullName })}
                      checked={!absent.has(one.workerId)}
                      onChange={() => toggle(one.workerId)}
                    />
                  ) : (
                    one.attended !== null && t(one.attended ? 'yes' : 'no')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      {ticking && (
        <button type="button" className="main-button no-print" disabled={deed.busy} onClick={() => void save()}>
          {t('saveCame', { n: fair.people.length - absent.size, of: fair.people.length })}
        </button>
      )}
    </section>
  );
}
