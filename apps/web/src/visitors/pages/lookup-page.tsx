import { type FormEvent, useState } from 'react';
import { call } from '../../api/call';
import type { LookupResponse } from '../../api/schema';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { faultText } from '../parts/fault-text';
import { PhoneLine } from '../parts/phone-line';

const t = area('visitors', vi);
const STEPS = ['step.1', 'step.2', 'step.3', 'step.4', 'step.5', 'step.6', 'step.7'] as const;

/** Where is my file? By the code and the PIN of the receipt; nothing is kept on this device. */
export function LookupPage() {
  const [found, setFound] = useState<LookupResponse>();
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [code, pin] = ['code', 'pin'].map((name) => form.get(name)).map((value) => (typeof value === 'string' ? value.trim() : ''));
    setBusy(true);
    setFault('');
    setFound(undefined);
    try {
      setFound(await call('POST /api/v1/public/lookup', { body: { code: code!, pin: pin! } }));
    } catch (error) {
      setFault(faultText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p>{t('lookupHow')}</p>
      <form className="visitors-form no-print" onSubmit={(event) => void submit(event)} autoComplete="off">
        <label>
          {t('code')}
          <input name="code" required maxLength={20} autoCapitalize="characters" spellCheck={false} placeholder={t('codeExample')} />
        </label>
        <label>
          {t('pin')}
          <input name="pin" required inputMode="numeric" pattern="\d{6}" maxLength={6} title={t('pinTitle')} />
        </label>
        <button type="submit" className="wide-button" disabled={busy}>
          {t(busy ? 'looking' : 'look')}
        </button>
      </form>
      {fault && (
        <p role="alert" className="visitors-fault">
          {fault}
        </p>
      )}
      <div aria-live="polite">{found && <Found found={found} />}</div>
    </>
  );
}

function Found({ found }: { found: LookupResponse }) {
  return (
    <section className="found">
      <h2>{found.step ? t('stepOf', { step: found.step, of: found.of, title: found.title }) : found.title}</h2>
      {found.step !== null && (
        <ol className="way">
          {STEPS.map((step, i) => (
            <li
              key={step}
              className={i + 1 < found.step! ? 'past' : i + 1 === found.step ? 'here' : ''}
              aria-current={i + 1 === found.step ? 'step' : undefined}
            >
              {t(step)}
            </li>
          ))}
        </ol>
      )}
      <p>
        <strong>{t('next')}</strong> {found.next}
      </p>
      {found.office && <PhoneLine office={found.office} phone={found.phone} />}
      <button type="button" className="wide-button quiet-button no-print" onClick={() => print()}>
        {t('print')}
      </button>
    </section>
  );
}
