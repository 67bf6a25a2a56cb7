import { call } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { AnswerState } from '../parts/answer-state';
import { PhoneLine } from '../parts/phone-line';
import { useAnswer } from '../parts/use-answer';

const t = area('visitors', vi);

/** Whom to call: the employment service centres. */
export function CallPage() {
  const asked = useAnswer(() => call('GET /api/v1/public/office'));
  return (
    <>
      <p>{t('callHow')}</p>
      <AnswerState asked={asked}>
        {({ offices }) =>
          offices.length ? offices.map(({ name, phone }) => <PhoneLine key={name} office={name} phone={phone} />) : <p>{t('noOffices')}</p>
        }
      </AnswerState>
    </>
  );
}
