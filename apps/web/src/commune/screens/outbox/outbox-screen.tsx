import { formatMoment } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune.json';
import type { Deed } from '../../device/deed';
import { outbox, sendWaiting, takeBack } from '../../device/outbox';
import { useLive } from '../../live-state';
import { go, Link } from '../../router';
import { setDraft } from '../../use-draft';

const t = area('commune', vi);

/** What waits on the phone, what the server did not take and why, what arrived. */
export function Screen() {
  const { waiting, sent } = useLive(outbox);
  return (
    <div className="sheet">
      {waiting.length === 0 && (
        <>
          <p className="note">{t('allSent')}</p>
          <Link to="/" className="second as-button">
            {t('toTasks')}
          </Link>
        </>
      )}
      <ul className="plain-list">
        {waiting.map((deed) => (
          <li key={deed.id}>
            <strong>{deed.about}</strong> · {t(`deed.${deed.what}`)}
            <p className="quiet">{t('writtenAt', { moment: formatMoment(deed.at) })}</p>
            {deed.refused && <p className="fault">{t('refusedBecause', { reason: deed.refused })}</p>}
            <div className="row">
              {deed.refused && (deed.what === 'answer' || deed.what === 'visit') && (
                <button type="button" className="second" onClick={() => mend(deed)}>
                  {t('mend')}
                </button>
              )}
              <button type="button" className="plain" onClick={() => void takeBack(deed.id)}>
                {t('takeBack')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {waiting.some(({ refused }) => !refused) && (
        <button type="button" className="main" onClick={() => void sendWaiting()}>
          {t('sendNow')}
        </button>
      )}
      {sent.length > 0 && (
        <>
          <h2>{t('sentTitle')}</h2>
          <ul className="plain-list">
            {sent.map((one) => (
              <li key={one.id}>
                <span className="tick" aria-hidden="true">
                  ✓
                </span>{' '}
                <strong>{one.about}</strong> · {t(`deed.${one.what}`)} · {formatMoment(one.at)}
                {one.late && <p className="note">{t('lateText')}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Opens the form as it was filled in. The refused one stays until its better version is written down, under a name of its own. */
function mend(deed: Deed): void {
  if (deed.what === 'answer') {
    const { answer, happenedOn, newEnd, note = '' } = deed.body;
    setDraft(`answer ${deed.taskId ?? ''} ${answer}`, { day: happenedOn ?? newEnd ?? '', note, reason: '', replaces: deed.id });
    go(`/viec/${deed.taskId ?? ''}/tra-loi/${answer}`);
  }
  if (deed.what === 'visit') {
    const { met = [], outcome, purpose, visitedOn, promisedOn = '', note = '' } = deed.body;
    setDraft(`visit ${deed.caseCode}`, {
      met,
      said: outcome,
      purpose,
      company: [],
      visitedOn,
      promisedOn,
      next: '30',
      note,
      pictures: deed.pictures ?? [],
      replaces: deed.id,
    });
    go(`/tham/${deed.caseCode}`);
  }
}
