import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { FairResponse } from '../../../api/schema';
import { formatDay, formatWeekday } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fairs.json';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { useMe } from '../../session/me';
import { CancelForm } from './cancel-form';
import { draftOf } from './fair-draft';
import { FairForm } from './fair-form';
import { FairPeople } from './fair-people';
import { stateWord } from './fairs-screen';
import './fairs.css';

const t = area('fairs', vi);

/** One fair: what is known of it, which commune brings how many, and the list that is printed for the bus and the door. */
export function Screen() {
  const { fairId } = useParams({ strict: false }) as { fairId: string };
  const found = useQuery({ queryKey: ['fairs', fairId], queryFn: () => call('GET /api/v1/fairs/{fairId}', { params: { fairId } }) });
  return (
    <ListState query={found} rows={10}>
      {(fair) => <FairPage key={fair.id} fair={fair} />}
    </ListState>
  );
}

function FairPage({ fair }: { fair: FairResponse }) {
  const { role } = useMe();
  const [sheet, setSheet] = useState<'change' | 'cancel'>();
  const writes = role === 'centre_staff' && fair.state === 'open';
  const names = new Map(fair.brought.map(({ communeCode, communeName }) => [communeCode, communeName]));
  const when = `${formatWeekday(fair.heldOn)} ${formatDay(fair.heldOn)}, ${[fair.startsAt, fair.endsAt].filter(Boolean).join('–')}`;
  return (
    <div className="fair-page">
      <PageHead title={fair.title} note={[when, fair.place, fair.communeName].filter(Boolean).join(' · ')}>
        {fair.people.length > 0 && (
          <button type="button" className="plain-button" onClick={() => print()}>
            {t('print')}
          </button>
        )}
        {writes && fair.heldOn >= fair.today && (
          <>
            <button type="button" className="plain-button" onClick={() => setSheet('cancel')}>
              {t('cancel')}
            </button>
            <button type="button" className="main-button" onClick={() => setSheet('change')}>
              {t('change')}
            </button>
          </>
        )}
      </PageHead>
      <p className="fair-line">
        <strong>{t('seatsLine', { taken: fair.taken, seats: fair.seats })}</strong> · {stateWord(fair, fair.today)} ·{' '}
        {t('untilLine', { day: formatDay(fair.signUpUntil) })}
        <span className="quiet no-print">
          {' · '}
          <Link to={'/phien-viec-lam' as never}>{t('allFairs')}</Link>
        </span>
      </p>
      <section className="sheet card" aria-labelledby="facts-title">
        <h2 id="facts-title">{t('facts')}</h2>
        <dl className="fair-facts">
          <dt>{t('firms')}</dt>
          <dd>{fair.firms.length > 0 ? fair.firms.join(', ') : t('noFirms')}</dd>
          <dt>{t('transport')}</dt>
          <dd>{fair.transport ?? t('noTransport')}</dd>
          {fair.note && (
            <>
              <dt>{t('remark')}</dt>
              <dd>{fair.note}</dd>
            </>
          )}
        </dl>
      </section>
      <Brought fair={fair} />
      <FairPeople fair={fair} writes={writes} />
      {sheet === 'change' && (
        <FairForm fairId={fair.id} initial={draftOf(fair, names)} onClose={() => setSheet(undefined)} onSaved={() => undefined} />
      )}
      {sheet === 'cancel' && <CancelForm fair={fair} onClose={() => setSheet(undefined)} />}
    </div>
  );
}

/** Communes that are asked, those that have brought nobody yet told apart: a call to each is the next step. */
function Brought({ fair }: { fair: FairResponse }) {
  const brings = fair.brought.filter(({ signed }) => signed > 0);
  const silent = fair.brought.filter(({ signed }) => signed === 0);
  return (
    <section className="sheet card no-print" aria-labelledby="brought-title">
      <h2 id="brought-title">{t('brought', { n: brings.length, of: fair.brought.length })}</h2>
      <ul className="fair-communes">
        {brings.map(({ communeCode, communeName, signed }) => (
          <li key={communeCode}>
            {communeName}{' '}
            <strong className={fair.quota !== null && signed < fair.quota ? 'tone-soon' : ''}>
              {fair.quota === null ? signed : `${signed}/${fair.quota}`}
            </strong>
          </li>
        ))}
      </ul>
      {silent.length > 0 && (
        <details>
          <summary>{t('silent', { n: silent.length })}</summary>
          <p className="quiet">{silent.map(({ communeName }) => communeName).join(', ')}</p>
        </details>
      )}
    </section>
  );
}
