import { type FormEvent, useState } from 'react';
import { call, newKey } from '../../../api/call';
import type { DemandRequest, DuplicateAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-people.json';
import { today } from '../../device/clock';
import { useLive } from '../../live-state';
import { Chips } from '../../parts/chips';
import { problemText } from '../../parts/problem-text';
import { go, Link } from '../../router';
import { account } from '../../session/account';
import { useDraft } from '../../use-draft';
import { readAgain } from '../../use-read';
import { readBirth } from './birth';

const t = area('commune-people', vi);
const SEXES = ['M', 'F'] as const;
/** Where most people go; any other country is told to the centre later. */
const MARKETS = ['JP', 'KR', 'TW', 'CN', 'DE', 'RO'] as const;

interface AddDraft {
  fullName: string;
  birth: string;
  sex: (typeof SEXES)[number] | '';
  hamlet: string;
  phone: string;
  citizenId: string;
  commune: string;
  markets: readonly (typeof MARKETS)[number][];
  occupation: string;
}
const EMPTY: AddDraft = {
  fullName: '',
  birth: '',
  sex: '',
  hamlet: '',
  phone: '',
  citizenId: '',
  commune: '',
  markets: [],
  occupation: '',
};
type Field = 'fullName' | 'hamlet' | 'phone' | 'citizenId' | 'occupation';

/** Someone who wishes to go: six fields and the wish, the rest later; people who may be the same are shown before anything is written. */
export function Screen() {
  const state = useLive(account);
  const communes = state.kind === 'in' ? state.me.communes : [];
  const [draft, change, forget] = useDraft('demand', EMPTY);
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [alike, setAlike] = useState<readonly DuplicateAnswer[]>([]);

  const register = async (confirmedNew: readonly string[]) => {
    const birth = draft.birth ? readBirth(draft.birth, Number(today().slice(0, 4))) : undefined;
    if (draft.birth && !birth) return setProblem(t('birthWrong'));
    const body: DemandRequest = {
      source: 'COMMUNE',
      fullName: draft.fullName.trim(),
      communeCode: draft.commune || communes[0] || '',
      ...birth,
      ...(draft.sex && { sex: draft.sex }),
      ...(draft.hamlet.trim() && { hamlet: draft.hamlet.trim() }),
      ...(draft.phone.trim() && { phones: [draft.phone.trim()] }),
      ...(draft.citizenId.trim() && { citizenId: draft.citizenId.replace(/\s/g, '') }),
      ...(draft.markets.length > 0 && { markets: draft.markets }),
      ...(draft.occupation.trim() && { occupations: [draft.occupation.trim()] }),
      ...(confirmedNew.length > 0 && { confirmedNew: [...confirmedNew] }),
    };
    setBusy(true);
    setProblem('');
    try {
      const answer = await call('POST /api/v1/demands', { body, key });
      if (answer.outcome === 'ask') return setAlike(answer.duplicates ?? []);
      if (answer.outcome === 'foreign' || !answer.workerId) return setProblem(t('foreign'));
      forget();
      readAgain();
      go(`/nguoi/${answer.workerId}`, { replace: true });
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
      setKey(newKey());
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void register([]);
  };
  const field = (name: Field, more: object = {}) => (
    <label>
      {t(`field.${name}`)}
      <input name={name} value={draft[name]} autoComplete="off" onChange={(event) => change({ [name]: event.target.value })} {...more} />
    </label>
  );
  if (state.kind !== 'in') return <p className="empty">{t('addNeedsSignal')}</p>;
  return (
    <form className="sheet" onSubmit={submit}>
      {field('fullName', { required: true, minLength: 2, maxLength: 120, autoCapitalize: 'words' })}
      <label>
        {t('field.birth')}
        <input
          name="birth"
          value={draft.birth}
          inputMode="decimal"
          autoComplete="off"
          placeholder="05/03/1998"
          onChange={(event) => change({ birth: event.target.value })}
        />
      </label>
      <Chips
        legend={t('field.sex')}
        name="sex"
        values={SEXES}
        chosen={draft.sex ? [draft.sex] : []}
        label={(one) => t(`sex.${one}`)}
        onChange={([sex]) => change({ sex })}
      />
      {field('hamlet', { maxLength: 120 })}
      {field('phone', { type: 'tel', inputMode: 'tel', pattern: '\\+?[0-9 .]{8,16}' })}
      {field('citizenId', { inputMode: 'numeric', pattern: '[0-9 ]{12,15}' })}
      <Chips
        legend={t('field.markets')}
        name="markets"
        values={MARKETS}
        chosen={draft.markets}
        label={(one) => t(`market.${one}`)}
        onChange={(markets) => change({ markets })}
        many
      />
      {field('occupation', { maxLength: 80 })}
      {communes.length > 1 && (
        <label>
          {t('field.commune')}
          <select value={draft.commune || communes[0]} onChange={(event) => change({ commune: event.target.value })}>
            {communes.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      )}
      {alike.length > 0 && <Alike alike={alike} busy={busy} onNew={() => void register(alike.map(({ workerId }) => workerId))} />}
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      {alike.length === 0 && (
        <div className="deeds">
          <button type="submit" className="main" disabled={busy}>
            {t('register')}
          </button>
          <p className="quiet">{t('restLater')}</p>
        </div>
      )}
    </form>
  );
}

function Alike({ alike, busy, onNew }: { alike: readonly DuplicateAnswer[]; busy: boolean; onNew: () => void }) {
  return (
    <section className="note" role="alert">
      <h2>{t('alikeTitle')}</h2>
      <ul className="plain-list">
        {alike.map((one) => (
          <li key={one.workerId}>
            <Link to={`/nguoi/${one.workerId}`} className="second as-button">
              {t('samePerson', { name: one.fullName })}
            </Link>
            <p className="quiet">{one.reasons.map((reason) => t(`alike.${reason}` as 'alike.SAME_PHONE')).join(', ')}</p>
          </li>
        ))}
      </ul>
      <button type="button" className="main" disabled={busy} onClick={onNew}>
        {t('anotherPerson')}
      </button>
    </section>
  );
}
