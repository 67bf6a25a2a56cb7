import { ethnicName, householdName, PEOPLE_CODES, sexName } from '../../../language/people';
import { area } from '../../../language/words';
import vi from '../../../language/vi/register.json';
import { ChoiceField } from '../../parts/choice-field';
import { CommuneField } from '../../parts/commune-field';
import { DayField } from '../../parts/day-field';
import { useMarkets } from '../../parts/markets';
import { TextField } from '../../parts/text-field';
import { readCitizenId } from './read-citizen-id';
import type { RegisterDraft, TypedNumbers } from './register-screen';

const t = area('register', vi);

interface Fields {
  readonly draft: RegisterDraft;
  readonly change: (part: Partial<RegisterDraft>) => void;
  readonly numbers: TypedNumbers;
  readonly changeNumbers: (part: Partial<TypedNumbers>) => void;
}

export function PersonFields({ draft, change, numbers, changeNumbers, province }: Fields & { province: string }) {
  const { list: markets } = useMarkets();
  return (
    <>
      <div className="form-side">
        <TextField
          label={t('citizenId')}
          value={numbers.citizenId}
          onChange={(citizenId) => changeNumbers({ citizenId })}
          most={15}
          note={numberNote(draft, numbers)}
          autoFocus
        />
        <TextField label={t('fullName')} value={draft.fullName} onChange={(fullName) => change({ fullName })} required most={120} />
      </div>
      <div className="form-side">
        <DayField label={t('birthDate')} value={draft.birth} onChange={(birth) => change({ birth })} short />
        <ChoiceField
          label={t('sex')}
          value={draft.sex}
          onChange={(sex) => change({ sex })}
          choices={PEOPLE_CODES.sex.map((value) => ({ value, word: sexName(value) }))}
        />
        <TextField label={t('phone')} value={numbers.phone} onChange={(phone) => changeNumbers({ phone })} most={16} />
      </div>
      <div className="form-side">
        <CommuneField label={t('commune')} province={province} value={draft.commune} onChange={(commune) => change({ commune })} />
        <TextField label={t('hamlet')} value={draft.hamlet} onChange={(hamlet) => change({ hamlet })} most={120} />
      </div>
      <div className="form-side">
        <ChoiceField
          label={t('ethnic')}
          value={draft.ethnicCode}
          onChange={(ethnicCode) => change({ ethnicCode })}
          choices={PEOPLE_CODES.ethnic.map((value) => ({ value, word: ethnicName(value) }))}
        />
        <ChoiceField
          label={t('household')}
          value={draft.householdClass}
          onChange={(householdClass) => change({ householdClass })}
          choices={PEOPLE_CODES.household.map((value) => ({ value, word: householdName(value) }))}
        />
        <ChoiceField
          label={t('market')}
          value={draft.market}
          onChange={(market) => change({ market })}
          choices={markets.map(({ code, name }) => ({ value: code, word: name }))}
        />
      </div>
    </>
  );
}

/** What the number says, where the form says otherwise: a look, not a refusal. */
function numberNote({ birth, sex }: RegisterDraft, { citizenId }: TypedNumbers): string {
  const bare = citizenId.replace(/[\s.]/g, '');
  const says = readCitizenId(bare);
  if (!says) return bare.length > 0 ? t('digitsSoFar', { digits: bare.length }) : '';
  const differs = (birth && Number(birth.day.slice(0, 4)) !== says.birthYear) || (sex && sex !== says.sex);
  return t(differs ? 'numberDiffers' : 'numberSays', { sex: sexName(says.sex), year: says.birthYear });
}

export function RelativeFields({ draft, change, numbers, changeNumbers }: Fields) {
  return (
    <fieldset className="form-group">
      <legend>{t('relative')}</legend>
      <div className="form-side">
        <TextField label={t('contactName')} value={draft.contactName} onChange={(contactName) => change({ contactName })} most={120} />
        <TextField label={t('contactKin')} value={draft.contactKin} onChange={(contactKin) => change({ contactKin })} most={40} />
        <TextField label={t('phone')} value={numbers.contactPhone} onChange={(contactPhone) => changeNumbers({ contactPhone })} most={16} />
      </div>
      <label className="form-tick">
        <input type="checkbox" checked={draft.contactConsent} onChange={(event) => change({ contactConsent: event.target.checked })} />
        {t('contactConsent')}
      </label>
      <label className="form-tick">
        <input
          type="checkbox"
          checked={draft.consentFamilyNotice}
          onChange={(event) => change({ consentFamilyNotice: event.target.checked })}
        />
        {t('consentFamilyNotice')}
      </label>
    </fieldset>
  );
}
