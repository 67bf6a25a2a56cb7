import type { AlertAnswerLine } from '../../../api/schema';
import { alertStateName, familyName, ownerName } from '../../../language/codes';
import { area } from '../../../language/words';
import vi from '../../../language/vi/alerts.json';
import { CommuneField } from '../../parts/commune-field';
import type { AddressState } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { FAMILIES, OWNERS, STATES } from './use-alerts';
import './alerts.css';

const t = area('alerts', vi);

/** What about, in which state, whose turn, where, overdue only. Each stands in the address. */
export function AlertFilters({
  address,
  alerts,
  onChange,
}: {
  address: AddressState;
  alerts: readonly AlertAnswerLine[];
  onChange: (change: AddressState) => void;
}) {
  const { provinceCode } = useMe();
  const choice = (key: string, word: string, every: string, values: readonly string[], name: (code: string) => string) => (
    <label className="field">
      {word}
      <select className="field-input" value={address[key] ?? ''} onChange={(event) => onChange({ [key]: event.target.value || undefined })}>
        <option value="">{every}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {name(value)}
          </option>
        ))}
      </select>
    </label>
  );
  const code = address.xa;
  const commune = code && {
    unitId: 0,
    code,
    name: alerts.find(({ communeCode }) => communeCode === code)?.communeName ?? code,
    type: '',
    province: '',
  };
  return (
    <div className="alert-filters" role="group" aria-label={t('filters')}>
      {choice('ho', t('family'), t('everyFamily'), FAMILIES, familyName)}
      {choice('tinhtrang', t('state'), t('live'), STATES, alertStateName)}
      {choice('hoi', t('owner'), t('everybody'), OWNERS, ownerName)}
      {provinceCode && (
        <CommuneField
          label={t('commune')}
          province={provinceCode}
          value={commune || undefined}
          onChange={(chosen) => onChange({ xa: chosen?.code })}
          required={false}
        />
      )}
      <label className="alert-overdue">
        <input
          type="checkbox"
          checked={address.quahan === '1'}
          onChange={(event) => onChange({ quahan: event.target.checked ? '1' : undefined })}
        />
        {t('overdueOnly')}
      </label>
      {address.quytac && (
        <button type="button" className="plain-button" onClick={() => onChange({ quytac: undefined })}>
          {address.quytac} ×
        </button>
      )}
    </div>
  );
}
