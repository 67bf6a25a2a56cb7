import { formatPhone } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';

const t = area('visitors', vi);

/** An office with its number; one tap calls. */
export function PhoneLine({ office, phone }: { office: string; phone: string | null }) {
  return (
    <p className="phone-line">
      <strong>{office}</strong>
      {phone ? (
        <a className="wide-button" href={`tel:${phone}`}>
          {t('callNumber', { phone: formatPhone(phone) })}
        </a>
      ) : (
        <span className="quiet">{t('noPhone')}</span>
      )}
    </p>
  );
}
