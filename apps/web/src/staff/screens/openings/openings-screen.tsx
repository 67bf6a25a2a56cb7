import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { OpeningAnswer } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/placement.json';
import { ListState } from '../../parts/list-state';
import { tellDone, tellFault } from '../../parts/notices';
import { PageHead } from '../../parts/page-head';
import { PlainTable } from '../../parts/plain-table';
import { wageText } from '../../parts/placement/wage-text';
import { useDeed } from '../../parts/use-deed';
import { businessToday } from '../../session/business-day';
import { useMe } from '../../session/me';
import { OpeningForm } from './opening-form';
import './openings.css';

const t = area('placement', vi);

/** Openings of local firms: those that still look for people on top. */
export function Screen() {
  const writes = useMe().role === 'centre_staff';
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<OpeningAnswer>();
  const openings = useQuery({
    queryKey: ['placement', 'openings'],
    queryFn: async () => (await call('GET /api/v1/placement/openings')).openings,
  });
  return (
    <section>
      <PageHead title={t('openings')} count={openings.data && formatNumber(openings.data.length)} note={t('openingsNote')}>
        {writes && (
          <button type="button" className="main-button" onClick={() => setAdding(true)}>
            {t('addOpening')}
          </button>
        )}
      </PageHead>
      <ListState query={openings} isEmpty={(list) => list.length === 0} empty={<p>{t('openingsNone')}</p>}>
        {(list) => (
          <PlainTable
            label={t('openings')}
            name="opening-list"
            heads={(['opening', 'wageHead', 'where', 'languageAsked', 'placesHead', 'until'] as const).map((column) => t(column))}
            after={
              <th scope="col" className="no-print">
                <span className="visually-hidden">{t('deeds')}</span>
              </th>
            }
          >
            {list.map((one) => (
              <Row key={one.id} one={one} writes={writes} onChange={() => setChanging(one)} />
            ))}
          </PlainTable>
        )}
      </ListState>
      {adding && <OpeningForm onClose={() => setAdding(false)} />}
      {changing && <OpeningForm known={changing} onClose={() => setChanging(undefined)} />}
    </section>
  );
}

function Row({ one, writes, onChange }: { one: OpeningAnswer; writes: boolean; onChange: () => void }) {
  const queries = useQueryClient();
  const over = one.state === 'closed' || one.until < businessToday();
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/placement/openings/{openingId}/closing', { params: { openingId: one.id }, key }),
  );
  const close = async () => {
    if (await deed.act()) tellDone(t('closed', { firm: one.firm }));
    else tellFault(t('notClosed'));
    await queries.invalidateQueries({ queryKey: ['placement'] });
  };
  return (
    <tr className={over ? 'opening-over' : ''}>
      <th scope="row" className="opening-name">
        {one.occupation}
        <span className="quiet">{[one.firm, one.contact].filter(Boolean).join(' · ')}</span>
      </th>
      <td className="number">{wageText(one)}</td>
      <td>{[one.place, one.communeName].filter(Boolean).join(', ')}</td>
      <td>{one.language ? t(`language.${one.language as 'KO'}`) : '—'}</td>
      <td className="number">{t('placesLine', { hired: one.hired, waiting: one.waiting, places: one.places })}</td>
      <td className="number">{over ? t('openingOver') : formatDay(one.until)}</td>
      <td className="no-print">
        <div className="row-deeds">
          {writes && (
            <button
              type="button"
              className="plain-button"
              aria-label={t('changeWhich', { occupation: one.occupation, firm: one.firm })}
              onClick={onChange}
            >
              {t('change')}
            </button>
          )}
          {writes && one.state === 'open' && (
            <button
              type="button"
              className="plain-button"
              disabled={deed.busy}
              aria-label={t('closeWhich', { occupation: one.occupation, firm: one.firm })}
              onClick={() => void close()}
            >
              {t('close')}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}
