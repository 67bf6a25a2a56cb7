import { type FormEvent, useState } from 'react';
import { call } from '../../api/call';
import type { PublicLicenceAnswer } from '../../api/schema';
import { formatDay } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { faultText } from '../parts/fault-text';

const t = area('visitors', vi);
const asked = new URLSearchParams(location.search).get('ten') ?? '';

/** Is this firm licensed? Yes, no or not known, with the day it was checked. The question stands in the address: it can be sent on. */
export function AgenciesPage() {
  const [found, setFound] = useState<{ text: string; agencies: readonly PublicLicenceAnswer[] }>();
  const [fault, setFault] = useState('');
  const search = async (text: string) => {
    setFault('');
    try {
      setFound({ text, agencies: (await call('GET /api/v1/public/agencies', { query: { text } })).agencies });
      history.replaceState(null, '', `?ten=${encodeURIComponent(text)}`);
    } catch (error) {
      setFault(faultText(error));
    }
  };
  const [opened] = useState(() => asked && search(asked));
  void opened;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('ten');
    if (typeof text === 'string' && text.trim()) void search(text.trim());
  };
  return (
    <>
      <p>{t('agenciesHow')}</p>
      <form className="visitors-form" onSubmit={submit}>
        <label>
          {t('agencyName')}
          <input name="ten" required minLength={2} maxLength={120} defaultValue={asked} />
        </label>
        <button type="submit" className="wide-button">
          {t('search')}
        </button>
      </form>
      {fault && (
        <p role="alert" className="visitors-fault">
          {fault}
        </p>
      )}
      <div aria-live="polite">
        {found && found.agencies.length === 0 && <p className="verdict verdict-unknown">{t('agencyNone', { text: found.text })}</p>}
        {found?.agencies.map((agency) => (
          <Licence key={`${agency.name}${agency.number}`} agency={agency} />
        ))}
      </div>
    </>
  );
}

function Licence({ agency }: { agency: PublicLicenceAnswer }) {
  const verdict = agency.licensed === 'yes' ? 'yes' : agency.licensed === 'no' ? 'no' : 'unknown';
  return (
    <article className={`verdict verdict-${verdict}`}>
      <h2>{agency.name}</h2>
      <p>
        <strong>{t(`licence.${verdict}`)}</strong>
        {agency.number && ` ${t('licenceNumber', { number: agency.number })}`}
      </p>
      {agency.checkedOn && <p className="quiet">{t('checkedOn', { day: formatDay(agency.checkedOn) })}</p>}
    </article>
  );
}
