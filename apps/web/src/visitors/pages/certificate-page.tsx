import { type FormEvent, useState } from 'react';
import { call } from '../../api/call';
import type { CertificateCheckResponse } from '../../api/schema';
import { formatDay } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { faultText } from '../parts/fault-text';

const t = area('visitors', vi);
const asked = new URLSearchParams(location.search).get('ma') ?? '';

/** Is this printed certificate real? What it must say, by the code on it; never whose it is. */
export function CertificatePage() {
  const [found, setFound] = useState<CertificateCheckResponse>();
  const [fault, setFault] = useState('');
  const check = async (text: string) => {
    setFault('');
    setFound(undefined);
    try {
      setFound(
        await call('GET /api/v1/public/certificates/{checkCode}', { params: { checkCode: text.toUpperCase().replace(/[^0-9A-Z]/g, '') } }),
      );
    } catch (error) {
      setFault(faultText(error));
    }
  };
  const [opened] = useState(() => asked && check(asked));
  void opened;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('ma');
    if (typeof text === 'string' && text.trim()) void check(text.trim());
  };
  return (
    <>
      <p>{t('certificateHow')}</p>
      <form className="visitors-form" onSubmit={submit}>
        <label>
          {t('checkCode')}
          <input name="ma" required minLength={10} maxLength={14} autoComplete="off" autoCapitalize="characters" defaultValue={asked} />
        </label>
        <button type="submit" className="wide-button">
          {t('check')}
        </button>
      </form>
      {fault && (
        <p role="alert" className="visitors-fault">
          {fault}
        </p>
      )}
      <div aria-live="polite">{found && <Printed found={found} />}</div>
    </>
  );
}

function Printed({ found: { certificate, today } }: { found: CertificateCheckResponse }) {
  if (!certificate) return <p className="verdict verdict-no">{t('certificateNone')}</p>;
  const over = certificate.validUntil !== null && certificate.validUntil < today;
  return (
    <article className={over ? 'verdict verdict-unknown' : 'verdict verdict-yes'}>
      <h2>{t('certificateIs', { number: certificate.number })}</h2>
      <p>{certificate.issuer}</p>
      <p>
        {[certificate.market && t('certificateFor', { market: certificate.market }), certificate.occupation].filter(Boolean).join(' · ')}
      </p>
      <p>
        {t('certificateDays', { from: formatDay(certificate.issuedOn), until: formatDay(certificate.validUntil) || '—' })}
        {over && <strong> {t('certificateOver')}</strong>}
      </p>
      <p className="quiet">{t('certificateCompare')}</p>
    </article>
  );
}
