import type { AccountAnswer } from '../../../api/schema';
import { roleName } from '../../../language/codes';
import { formatMoment } from '../../../language/format';
import { t } from './account-words';

const TONES: Readonly<Record<string, string>> = { invited: 'soon', active: 'done', disabled: 'plain' };

/** One account with what may be done to it. */
export function AccountRow({ account, onDeed }: { account: AccountAnswer; onDeed: (deed: 'reset' | 'disable' | 'communes') => void }) {
  const { displayName, login, role, organisationName, communes, state, lastSignInAt, linkUntil } = account;
  return (
    <tr>
      <th scope="row">
        {displayName}
        <span className="quiet small account-login">{login}</span>
      </th>
      <td>{roleName(role)}</td>
      <td>{organisationName ?? '—'}</td>
      <td className="quiet">{communes.length ? t('scopeCount', { count: communes.length }) : t('scopeOfOffice')}</td>
      <td>
        <span className={`chip chip-${TONES[state] ?? 'plain'}`}>{t(`state.${state as 'active'}`)}</span>
        {state === 'invited' && linkUntil && (
          <span className="quiet small account-login">{t('linkUntil', { at: formatMoment(linkUntil) })}</span>
        )}
      </td>
      <td className="number small">{lastSignInAt ? formatMoment(lastSignInAt) : <span className="quiet">{t('never')}</span>}</td>
      <td className="account-deeds">
        <button type="button" className="link-button" onClick={() => onDeed('reset')}>
          {t('reset')}
        </button>
        {role !== 'administrator' && (
          <button type="button" className="link-button" onClick={() => onDeed('communes')}>
            {t('communes')}
          </button>
        )}
        {state !== 'disabled' && (
          <button type="button" className="link-button" onClick={() => onDeed('disable')}>
            {t('disable')}
          </button>
        )}
      </td>
    </tr>
  );
}
