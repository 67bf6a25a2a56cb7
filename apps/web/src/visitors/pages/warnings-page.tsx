import { call } from '../../api/call';
import { formatDay } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { AnswerState } from '../parts/answer-state';
import { useAnswer } from '../parts/use-answer';

const t = area('visitors', vi);

/** What to beware of before paying anything. */
export function WarningsPage() {
  const asked = useAnswer(() => call('GET /api/v1/public/warnings'));
  return (
    <AnswerState asked={asked}>
      {({ warnings, from, basis }) => (
        <>
          <ul className="warnings">
            {warnings.map(({ code, title, text }) => (
              <li key={code}>
                <h2>{title}</h2>
                <p>{text}</p>
              </li>
            ))}
          </ul>
          <p className="quiet">{t('warningsBasis', { day: formatDay(from), basis })}</p>
        </>
      )}
    </AnswerState>
  );
}
