import { useState } from 'react';
import { call, newKey } from '../../../api/call';
import type { FairPersonAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-fair.json';
import { problemText } from '../../parts/problem-text';

const t = area('commune-fair', vi);

/** Who of the commune goes; one tap takes somebody off again. */
export function SignedPeople({
  fairId,
  open,
  people,
  onDone,
}: {
  fairId: string;
  open: boolean;
  people: readonly FairPersonAnswer[];
  onDone: () => void;
}) {
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const leave = async (workerId: string) => {
    setBusy(true);
    setProblem('');
    try {
      await call('POST /api/v1/fairs/{fairId}/leaving', { params: { fairId }, body: { workerId }, key: newKey() });
      onDone();
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="fair-signed">
      <h2>{t('signed', { n: people.length })}</h2>
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      {people.length === 0 && <p className="quiet">{t('nobodySigned')}</p>}
      <ul className="people">
        {people.map((one) => (
          <li key={one.workerId}>
            <span className="person">
              <strong>{one.fullName}</strong>
              <span className="quiet">{[one.birthYear, one.hamlet].filter(Boolean).join(' · ')}</span>
            </span>
            {open && (
              <button
                type="button"
                className="plain"
                disabled={busy}
                aria-label={t('leaveWho', { name: one.fullName })}
                onClick={() => void leave(one.workerId)}
              >
                {t('leave')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
