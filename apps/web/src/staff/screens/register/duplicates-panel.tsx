import { Link } from '@tanstack/react-router';
import type { DuplicateAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/register.json';

const t = area('register', vi);

/** People already known who may be the one at the desk: why, where they live, and the way to their case. */
export function DuplicatesPanel({
  duplicates,
  others,
  onOther,
}: {
  duplicates: readonly DuplicateAnswer[];
  /** Declared to be somebody else. */
  others: readonly string[];
  onOther: (workerId: string, other: boolean) => void;
}) {
  return (
    <aside className="sheet card alike" aria-labelledby="alike-title">
      <h2 id="alike-title">{t('alike')}</h2>
      <div aria-live="polite">
        {duplicates.length === 0 && <p className="quiet">{t('nobodyAlike')}</p>}
        <ul className="plain-list">
          {duplicates.map(({ workerId, fullName, birthDate, birthPrecision, communeName, reasons }) => (
            <li key={workerId} className="alike-row">
              <p>
                <strong>{fullName}</strong> {formatDay(birthDate, birthPrecision)}
                <br />
                <span className="quiet">{communeName}</span>
              </p>
              <p>
                {reasons.map((reason) => (
                  <span key={reason} className="chip chip-soon">
                    {t(`reason.${reason as 'SAME_PHONE'}`)}
                  </span>
                ))}
              </p>
              <Link className="plain-button" to={`/nguoi/${workerId}`}>
                {t('openInstead')}
              </Link>
              {!reasons.includes('SAME_CITIZEN_ID') && (
                <label className="form-tick">
                  <input
                    type="checkbox"
                    checked={others.includes(workerId)}
                    onChange={(event) => onOther(workerId, event.target.checked)}
                  />
                  {t('somebodyElse')}
                </label>
              )}
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
