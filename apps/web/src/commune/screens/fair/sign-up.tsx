import { type FormEvent, useState } from 'react';
import { call, newKey } from '../../../api/call';
import type { CommunePersonAnswer, SignUpVerdictAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-fair.json';
import { problemText } from '../../parts/problem-text';
import { useDraft } from '../../use-draft';
import { folded } from '../people/people-screen';

const t = area('commune-fair', vi);

/** Several people of the own register at once: a tap each, then the one button, which stays in reach of the thumb. */
export function SignUp({
  fairId,
  free,
  people,
  onDone,
}: {
  fairId: string;
  free: number;
  people: readonly CommunePersonAnswer[];
  onDone: () => void;
}) {
  const [{ chosen }, change, forget] = useDraft<{ chosen: readonly string[] }>(`fair ${fairId}`, { chosen: [] });
  const [text, setText] = useState('');
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [said, say] = useState<{ good: string; bad: readonly string[] }>({ good: '', bad: [] });
  const shown = people.filter((one) => folded(one.fullName).includes(folded(text)));
  const marked = people.filter((one) => chosen.includes(one.workerId));
  const toggle = (id: string) => change({ chosen: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const { verdicts } = await call('POST /api/v1/fairs/{fairId}/seats', {
        params: { fairId },
        body: { workerIds: marked.map(({ workerId }) => workerId) },
        key,
      });
      const refused = verdicts.filter(({ outcome }) => outcome === 'refused');
      say({ good: t('done', { n: verdicts.length - refused.length }), bad: refused.map((one) => lineOf(one, marked)) });
      forget();
      change({ chosen: [] });
      onDone();
    } catch (error) {
      say({ good: '', bad: [problemText(error)] });
    } finally {
      setKey(newKey());
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <h2>{t('choose')}</h2>
      <input type="search" aria-label={t('find')} placeholder={t('find')} value={text} onChange={(event) => setText(event.target.value)} />
      {said.bad.map((line) => (
        <p key={line} role="alert" className="fault">
          {line}
        </p>
      ))}
      {people.length === 0 && <p className="empty">{t('nobodyLeft')}</p>}
      <ul className="people fair-people">
        {shown.map((one) => (
          <li key={one.workerId}>
            <label className="person fair-person">
              <input type="checkbox" checked={chosen.includes(one.workerId)} onChange={() => toggle(one.workerId)} />
              <span>
                <strong>{one.fullName}</strong>
                <span className="quiet">{[one.birthDate?.slice(0, 4), one.hamlet].filter(Boolean).join(' · ')}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="fair-foot">
        <p role="status">{said.good || (marked.length > free ? t('tooMany', { free }) : '')}</p>
        <button type="submit" className="main" disabled={busy || marked.length === 0}>
          {marked.length === 0 ? t('markFirst') : t('signUp', { n: marked.length })}
        </button>
      </div>
    </form>
  );
}

const lineOf = ({ workerId, message }: SignUpVerdictAnswer, people: readonly CommunePersonAnswer[]): string =>
  `${people.find((one) => one.workerId === workerId)?.fullName ?? ''}: ${message ?? ''}`;
