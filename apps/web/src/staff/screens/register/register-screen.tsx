import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import type { CommuneAnswer } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/register.json';
import { DeedButton } from '../../parts/deed-button';
import { tellDone } from '../../parts/notices';
import { PageHead } from '../../parts/page-head';
import { useDeed } from '../../parts/use-deed';
import { useDraft } from '../../parts/use-draft';
import { useMe } from '../../session/me';
import { DuplicatesPanel } from './duplicates-panel';
import { readCitizenId } from './read-citizen-id';
import { register, type Registered } from './register-worker';
import { PersonFields, RelativeFields } from './register-fields';
import { useAlike } from './use-alike';
import '../../parts/dialog-sheet.css';
import './register.css';

const t = area('register', vi);

/** What is typed and may rest on the device until it is sent; numbers are kept apart and never do. */
export interface RegisterDraft {
  readonly fullName: string;
  readonly birth: ReadDay | undefined;
  readonly sex: string;
  readonly commune: CommuneAnswer | undefined;
  readonly hamlet: string;
  readonly ethnicCode: string;
  readonly householdClass: string;
  readonly market: string;
  readonly contactName: string;
  readonly contactKin: string;
  readonly contactConsent: boolean;
  readonly consentFamilyNotice: boolean;
}

export interface TypedNumbers {
  readonly citizenId: string;
  readonly phone: string;
  readonly contactPhone: string;
}

const EMPTY: RegisterDraft = {
  fullName: '',
  birth: undefined,
  sex: '',
  commune: undefined,
  hamlet: '',
  ethnicCode: '',
  householdClass: '',
  market: '',
  contactName: '',
  contactKin: '',
  contactConsent: false,
  consentFamilyNotice: false,
};
const NO_NUMBERS: TypedNumbers = { citizenId: '', phone: '', contactPhone: '' };
const digits = (text: string) => text.replace(/[\s.]/g, '');

/** Registers somebody who stands at the desk, by keyboard alone; whoever is known already is found beside the form. */
export function Screen() {
  const { provinceCode } = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft, dropDraft] = useDraft<RegisterDraft>('register', EMPTY);
  const [numbers, setNumbers] = useState(NO_NUMBERS);
  const [others, setOthers] = useState<readonly string[]>([]);
  const [told, setTold] = useState<Registered>();
  const change = (part: Partial<RegisterDraft>) => setDraft({ ...draft, ...part });
  useEffect(() => setTold(undefined), [draft, numbers, others]);
  const alike = useAlike({
    ...(draft.fullName.trim() && { fullName: draft.fullName.trim() }),
    ...(draft.birth && { birthDate: draft.birth.day, birthPrecision: draft.birth.precision }),
    ...(/^\d{12}$/.test(digits(numbers.citizenId)) && { citizenId: digits(numbers.citizenId) }),
    ...(/^\+?\d{9,15}$/.test(digits(numbers.phone)) && { phones: [digits(numbers.phone)] }),
  });
  const deed = useDeed((_: void, key) => register(draft, numbers, others, key));
  const number = (part: Partial<TypedNumbers>) => {
    const next = { ...numbers, ...part };
    setNumbers(next);
    const says = part.citizenId === undefined ? undefined : readCitizenId(digits(next.citizenId));
    if (says)
      change({
        sex: draft.sex || says.sex,
        birth: draft.birth ?? { day: `${says.birthYear}-01-01`, precision: 'Y' },
      });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await deed.act();
    if (!answer) return;
    if (answer.outcome !== 'opened') return setTold(answer);
    tellDone(t('registered', { name: draft.fullName.trim() }));
    dropDraft();
    await queries.invalidateQueries({ queryKey: ['cases'] });
    await navigate({ to: `/ho-so/${answer.caseId}` });
  };
  const clear = () => {
    dropDraft();
    setNumbers(NO_NUMBERS);
    setOthers([]);
  };
  const left = alike.filter(({ workerId }) => !others.includes(workerId));
  return (
    <>
      <PageHead title={t('title')} note={t('note')}>
        <button type="button" className="plain-button" tabIndex={-1} onClick={clear}>
          {t('clear')}
        </button>
      </PageHead>
      <div className="register">
        <form className="sheet card form-rows" onSubmit={(event) => void submit(event)}>
          <PersonFields draft={draft} change={change} numbers={numbers} changeNumbers={number} province={provinceCode ?? ''} />
          <RelativeFields draft={draft} change={change} numbers={numbers} changeNumbers={number} />
          <Outcome told={told} />
          <div className="form-deeds">
            <DeedButton word={t('save')} deed={deed} />
            {left.length > 0 && <span className="tone-soon">{t('lookBeside', { people: left.length })}</span>}
          </div>
        </form>
        <DuplicatesPanel
          duplicates={alike}
          others={others}
          onOther={(workerId, other) => setOthers(other ? [...others, workerId] : others.filter((one) => one !== workerId))}
        />
      </div>
    </>
  );
}

function Outcome({ told }: { told: Registered | undefined }) {
  if (!told || told.outcome === 'opened') return null;
  return (
    <p role="alert" className="fault">
      {t(`outcome.${told.outcome}`)}
    </p>
  );
}
