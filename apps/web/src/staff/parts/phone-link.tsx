import { formatPhone } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';

const t = area('parts', vi);

/** A number to call with one press; `whose` is read out with it. */
export function PhoneLink({ phone, whose }: { phone: string; whose?: string }) {
  return (
    <a
      className="phone-link"
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
      aria-label={t('callWho', { whose: whose ?? '', phone: formatPhone(phone) })}
    >
      <span aria-hidden="true">☎</span> {formatPhone(phone)}
    </a>
  );
}
