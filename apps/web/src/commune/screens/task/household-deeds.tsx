import { useState } from 'react';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune.json';
import { today } from '../../device/clock';
import { writeDown } from '../../device/outbox';
import { back } from '../../router';

const t = area('commune', vi);
const ANSWERS = ['POOR', 'NEAR_POOR', 'NONE'] as const;

/** Is the household in the list of the commune? One tap, with the day and the list as they usually are. */
export function HouseholdDeeds({ taskId, deskTaskId, about }: { taskId: string; deskTaskId: string; about: string }) {
  const now = today();
  const [checkedOn, setDay] = useState(now);
  const [list, setList] = useState(() => t('householdList', { year: now.slice(0, 4) }));
  const [problem, setProblem] = useState('');
  const say = async (answer: (typeof ANSWERS)[number]) => {
    if (!checkedOn || list.trim().length < 3) return setProblem(t('householdNeeds'));
    await writeDown({ what: 'household', deskTaskId, body: { answer, checkedOn, list: list.trim() }, taskId, about });
    back('/');
  };
  return (
    <div className="deeds">
      <details>
        <summary>{t('householdBasis', { list, day: formatDay(checkedOn) })}</summary>
        <label>
          {t('householdListName')}
          <input value={list} maxLength={200} onChange={(event) => setList(event.target.value)} />
        </label>
        <label>
          {t('householdCheckedOn')}
          <input type="date" value={checkedOn} max={now} onChange={(event) => setDay(event.target.value)} />
        </label>
      </details>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      {ANSWERS.map((answer) => (
        <button key={answer} type="button" className="answer" onClick={() => void say(answer)}>
          {t(`household.${answer}`)}
        </button>
      ))}
      <p className="quiet">{t('savedFirst')}</p>
    </div>
  );
}
