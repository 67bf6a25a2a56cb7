import { useState } from 'react';
import { call, newKey } from '../../../api/call';
import type { CommuneAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-people.json';
import { useLive } from '../../live-state';
import { problemText } from '../../parts/problem-text';
import { ReadState } from '../../parts/read-state';
import { go } from '../../router';
import { account } from '../../session/account';
import type { RouteValues } from '../../shell/routes';
import { useRead } from '../../use-read';
import { loadDesk } from '../tasks/desk';

const t = area('commune-people', vi);
interface Place {
  readonly code: string;
  readonly name: string;
}

/** "Not of this commune": what the old address may mean today, or a commune by name; the centre decides. */
export function Screen({ caseId = '' }: RouteValues) {
  const state = useLive(account);
  const me = state.kind === 'in' ? state.me : undefined;
  const [text, setText] = useState('');
  const [key] = useState(newKey);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState(false);
  const province = me?.provinceCode ?? '';
  const meant = useRead(`elsewhere ${caseId}`, () => meantPlaces(caseId, province));
  const found = useRead(`communes ${text}`, () =>
    text.trim().length < 2 || !province ? Promise.resolve([]) : communesNamed(text, province),
  );
  const others = (text.trim().length < 2 ? (meant.value ?? []) : (found.value ?? [])).filter(({ code }) => !me?.communes.includes(code));
  const say = async (suggested?: string) => {
    setProblem('');
    try {
      await call('POST /api/v1/commune/wrong-commune', { body: { caseId, suggested }, key: `${key}-${suggested ?? 'none'}` });
      void loadDesk();
      setDone(true);
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  if (done)
    return (
      <div className="empty" role="status">
        <p>{t('elsewhereTold')}</p>
        <button type="button" className="main" onClick={() => go('/', { replace: true })}>
          {t('toTasks')}
        </button>
      </div>
    );
  return (
    <div className="sheet">
      <p>{t('elsewhereText')}</p>
      <ReadState read={meant} />
      <ul className="plain-list">
        {others.map((place) => (
          <li key={place.code}>
            <button type="button" className="answer" onClick={() => void say(place.code)}>
              {place.name}
            </button>
          </li>
        ))}
      </ul>
      <label>
        {t('findCommune')}
        <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      <button type="button" className="second" onClick={() => void say()}>
        {t('elsewhereUnknown')}
      </button>
    </div>
  );
}

/** Communes of today that the address as once declared can mean. */
async function meantPlaces(caseId: string, province: string): Promise<Place[]> {
  const { workerId } = await call('GET /api/v1/cases/{caseId}', { params: { caseId } });
  const { declaredPlace } = await call('GET /api/v1/workers/{workerId}', { params: { workerId } });
  if (!declaredPlace || !province) return [];
  const { answer } = await call('GET /api/v1/units', { query: { text: declaredPlace, province } });
  return [...(answer.today ? [answer.today] : []), ...(answer.candidates ?? [])];
}

async function communesNamed(text: string, province: string): Promise<CommuneAnswer[]> {
  return [...(await call('GET /api/v1/units', { query: { text, province } })).communes];
}
