import type { ReferralAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/placement.json';
import { OutcomeForm } from './outcome-form';
import './placement.css';

const t = area('placement', vi);

/** Where the person was referred and what came of it; what is open asks for its outcome. */
export function Referrals({ workerId, referrals, writes }: { workerId: string; referrals: readonly ReferralAnswer[]; writes: boolean }) {
  return (
    <section className="sheet card" aria-labelledby="referrals-title">
      <h2 id="referrals-title">{t('referrals')}</h2>
      <ul className="referral-list">
        {referrals.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{one.occupation}</strong> · {one.firm}{' '}
              <span className="quiet">· {t('referredOn', { day: formatDay(one.referredOn) })}</span>
            </p>
            <p className={one.outcome === 'taken' ? 'fit-yes' : ''}>{outcomeText(one)}</p>
            {writes && one.outcome === null && <OutcomeForm referralId={one.id} workerId={workerId} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const outcomeText = ({ outcome, reason, note, answeredOn }: ReferralAnswer): string =>
  outcome === null
    ? t('outcome.waiting')
    : [`${t(`outcome.${outcome as 'taken'}`)} (${formatDay(answeredOn!)})`, reason && t(`reason.${reason as 'FAR'}`), note]
        .filter(Boolean)
        .join(' · ');
