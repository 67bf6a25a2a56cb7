import type { FamilyContactAnswer, WorkerResponse } from '../../api/schema';
import { formatPhone } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/commune.json';
import { Link } from '../router';
import { Icon } from './icon';
import { dialOf } from './short-name';

const t = area('commune', vi);

/** Whom to call, one tap each, the family first. */
export function ContactList({ worker, contacts }: { worker: WorkerResponse; contacts: readonly FamilyContactAnswer[] }) {
  const reachable = contacts.filter(({ phone }) => phone);
  return (
    <div className="calls">
      {reachable.map((contact) => (
        <Call key={contact.id} who={contact.kin ? `${contact.kin} · ${contact.fullName}` : contact.fullName} phone={contact.phone!} />
      ))}
      {worker.phones.map((phone) => (
        <Call key={phone} who={t('workerSelf')} phone={phone} />
      ))}
      {reachable.length === 0 && worker.phones.length === 0 && (
        <p className="note">
          {t('noPhone')} <Link to={`/nguoi/${worker.id}`}>{t('addPhone')}</Link>
        </p>
      )}
    </div>
  );
}

function Call({ who, phone }: { who: string; phone: string }) {
  return (
    <a className="call as-button" href={dialOf(phone)}>
      <Icon name="call" />
      <span>
        {t('callWho', { who })} <strong>{formatPhone(phone)}</strong>
      </span>
    </a>
  );
}
