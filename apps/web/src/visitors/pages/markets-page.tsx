import { call } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { AnswerState } from '../parts/answer-state';
import { useAnswer } from '../parts/use-answer';

const t = area('visitors', vi);

/** Countries and territories that people go to under contract. */
export function MarketsPage() {
  const asked = useAnswer(() => call('GET /api/v1/public/markets'));
  return (
    <>
      <p>{t('marketsHow')}</p>
      <AnswerState asked={asked}>
        {({ markets }) => (
          <ul className="markets">
            {markets.map(({ code, name }) => (
              <li key={code}>{name}</li>
            ))}
          </ul>
        )}
      </AnswerState>
    </>
  );
}
