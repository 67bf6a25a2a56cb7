import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { ReturneeResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/placement.json';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { PageHead } from '../../parts/page-head';
import { Referrals } from '../../parts/placement/referrals';
import { useMe } from '../../session/me';
import { FittingOpenings } from './fitting-openings';
import { ProfileForm } from './profile-form';
import './returnees.css';

const t = area('placement', vi);

/** One person who came back: what was said, which work would do and why, and what became of it. */
export function Screen() {
  const { workerId } = useParams({ strict: false }) as { workerId: string };
  const found = useQuery({
    queryKey: ['placement', 'person', workerId],
    queryFn: () => call('GET /api/v1/placement/returnees/{workerId}', { params: { workerId } }),
  });
  return (
    <ListState query={found} rows={10}>
      {(desk) => <ReturneePage key={workerId} desk={desk} />}
    </ListState>
  );
}

function ReturneePage({ desk }: { desk: ReturneeResponse }) {
  const { person, profiles, referrals } = desk;
  const markets = useMarkets();
  const writes = useMe().role === 'centre_staff';
  const [asking, setAsking] = useState(false);
  const came = person.returnedOn && t('cameBack', { day: formatDay(person.returnedOn), market: markets.nameOf(person.market) });
  return (
    <div className="returnee-page">
      <PageHead title={person.fullName} note={[person.communeName, came].filter(Boolean).join(' · ')}>
        {person.caseId && (
          <Link to={`/ho-so/${person.caseId}` as never} className="plain-button">
            {t('caseFile')}
          </Link>
        )}
        {writes && (
          <button type="button" className="plain-button" onClick={() => setAsking(true)}>
            {t(profiles.length > 0 ? 'askAgain' : 'ask')}
          </button>
        )}
      </PageHead>
      <Said desk={desk} />
      {referrals.length > 0 && <Referrals workerId={person.workerId} referrals={referrals} writes={writes} />}
      <FittingOpenings desk={desk} writes={writes && !person.abroad} />
      {asking && <ProfileForm desk={desk} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** The newest answers; the older ones one press away. */
function Said({ desk: { person, profiles } }: { desk: ReturneeResponse }) {
  const [newest, ...older] = profiles;
  return (
    <section className="sheet card" aria-labelledby="said-title">
      <h2 id="said-title">{newest ? t('said', { day: formatDay(newest.recordedOn) }) : t('notAskedYet')}</h2>
      {newest ? (
        <ProfileLine one={newest} />
      ) : (
        <p className="quiet">
          {person.occupations.length > 0 ? t('fromFile', { trades: person.occupations.join(', ') }) : t('nothingKnown')}
        </p>
      )}
      {older.length > 0 && (
        <details>
          <summary>{t('earlier', { n: older.length })}</summary>
          {older.map((one, i) => (
            <p key={i} className="quiet">
              {formatDay(one.recordedOn)}: <ProfileText one={one} />
            </p>
          ))}
        </details>
      )}
    </section>
  );
}

type Profile = ReturneeResponse['profiles'][number];

function ProfileLine({ one }: { one: Profile }) {
  return (
    <dl className="returnee-facts">
      <dt>{t('trade')}</dt>
      <dd>{one.occupation}</dd>
      <dt>{t('language')}</dt>
      <dd>{one.language ? [t(`language.${one.language as 'KO'}`), one.languageLevel].filter(Boolean).join(', ') : t('noLanguage')}</dd>
      <dt>{t('wish')}</dt>
      <dd>{t(`wish.${one.wish as 'REST'}`)}</dd>
      <dt>{t('savings')}</dt>
      <dd>{one.savings ? t(`savings.${one.savings as 'SAVE'}`) : t('notTold')}</dd>
      {one.note && (
        <>
          <dt>{t('remark')}</dt>
          <dd>{one.note}</dd>
        </>
      )}
    </dl>
  );
}

const ProfileText = ({ one }: { one: Profile }) =>
  [
    one.occupation,
    one.language && t(`language.${one.language as 'KO'}`),
    t(`wish.${one.wish as 'REST'}`),
    one.savings && t(`savings.${one.savings as 'SAVE'}`),
  ]
    .filter(Boolean)
    .join(' · ');
