import { type FormEvent, useEffect, useState } from 'react';
import { call } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { DialogSheet } from '../../parts/dialog-sheet';
import { problemText } from '../../parts/problem-text';
import { TextField } from '../../parts/text-field';

const t = area('case', vi);
const SHOWN_MS = 60_000;
const REASONS = ['reveal.counter', 'reveal.letter', 'reveal.bank'] as const;

/** A protected number: hidden, shown for a minute to somebody who says why; who looked stands in the log of the person. */
export function RevealNumber({ workerId, field, allowed }: { workerId: string; field: 'citizenId' | 'passport'; allowed: boolean }) {
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState('');
  useEffect(() => {
    if (!value) return;
    const timer = setTimeout(() => setValue(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <span className="masked">
      {t(field)} <span className="masked-number">{value || '••••••••'}</span>
      {value ? (
        <button type="button" className="link-button" onClick={() => setValue('')}>
          {t('hide')}
        </button>
      ) : (
        allowed && (
          <button type="button" className="link-button" onClick={() => setAsking(true)}>
            {t('reveal')}
          </button>
        )
      )}
      {asking && (
        <RevealDialog
          workerId={workerId}
          field={field}
          onClose={() => setAsking(false)}
          onShown={(shown) => {
            setValue(shown);
            setAsking(false);
          }}
        />
      )}
    </span>
  );
}

function RevealDialog({
  workerId,
  field,
  onClose,
  onShown,
}: {
  workerId: string;
  field: 'citizenId' | 'passport';
  onClose: () => void;
  onShown: (value: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      onShown((await call('POST /api/v1/workers/{workerId}/reveal', { params: { workerId }, body: { field, reason } })).value);
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <DialogSheet title={t('revealTitle', { what: t(field) })} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p className="quiet">{t('revealText')}</p>
        <div className="choice-line">
          {REASONS.map((word) => (
            <button key={word} type="button" className="plain-button" aria-pressed={reason === t(word)} onClick={() => setReason(t(word))}>
              {t(word)}
            </button>
          ))}
        </div>
        <TextField label={t('reason')} value={reason} onChange={setReason} required most={300} autoFocus />
        {problem && (
          <p role="alert" className="fault">
            {problem}
          </p>
        )}
        <div className="form-deeds">
          <button type="submit" className="main-button" disabled={reason.trim().length < 5}>
            {t('reveal')}
          </button>
        </div>
      </form>
    </DialogSheet>
  );
}
