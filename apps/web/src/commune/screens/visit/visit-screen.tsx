import { useState } from 'react';
import type { VisitFields } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune-visit.json';
import { addDays, today } from '../../device/clock';
import { writeDown } from '../../device/outbox';
import { useLive } from '../../live-state';
import { Chips } from '../../parts/chips';
import { DayField } from '../../parts/day-field';
import { FormFoot } from '../../parts/form-foot';
import { Pictures } from '../../parts/pictures';
import { questionKind } from '../../parts/question';
import { shortName } from '../../parts/short-name';
import { TalkingTips } from '../../parts/talking-tips';
import { go } from '../../router';
import { useDraft } from '../../use-draft';
import type { RouteValues } from '../../shell/routes';
import { desk, idOf } from '../tasks/desk';

const t = area('commune-visit', vi);
const MET = ['MOTHER', 'FATHER', 'SPOUSE', 'CHILD', 'SIBLING', 'OTHER', 'NOBODY'] as const;
const SAID = ['WORKER_WILL_RETURN', 'FAMILY_AGREED', 'REFUSED', 'NO_CONTACT', 'RETURNED', 'MOVED', 'WRONG_INFO'] as const;
const PURPOSES = ['REMIND', 'PERSUADE', 'DIFFICULTY', 'CONDOLENCE'] as const;
const WITH = ['hamletHead', 'women', 'police', 'youth'] as const;
const NEXT = ['7', '30', 'none'] as const;

interface VisitDraft {
  met: (typeof MET)[number][];
  said: (typeof SAID)[number] | '';
  purpose: (typeof PURPOSES)[number] | '';
  company: (typeof WITH)[number][];
  visitedOn: string;
  promisedOn: string;
  next: (typeof NEXT)[number];
  note: string;
  pictures: readonly string[];
  /** A refused one that this one mends. */
  replaces?: string;
}
const EMPTY: VisitDraft = {
  met: [],
  said: '',
  purpose: '',
  company: [],
  visitedOn: '',
  promisedOn: '',
  next: '30',
  note: '',
  pictures: [],
};

/** A visit in a minute: whom we met, what they said, when we come again. Nothing has to be typed. */
export function Screen({ caseCode = '' }: RouteValues) {
  const { day, known } = useLive(desk);
  const task = day?.tasks.find((one) => one.caseCode === caseCode);
  const kept = known.find((one) => one.caseCode === caseCode);
  const [draft, change, forget] = useDraft(`visit ${caseCode}`, EMPTY);
  const [problem, setProblem] = useState('');
  const now = today();
  const kind = questionKind(task?.code ?? kept?.code ?? '');
  const usualPurpose = ['EXPIRY', 'SEASONAL_EXPIRY', 'LAISSEZ_PASSER', 'OTHER'].includes(kind) ? 'REMIND' : 'PERSUADE';
  const about = task?.fullName ? shortName(task.fullName) : (kept?.shortName ?? caseCode);
  const taskId = task ? idOf(task) : (kept?.id ?? null);
  const save = async () => {
    if (draft.said === '') return setProblem(t('chooseSaid'));
    if (draft.said === 'WORKER_WILL_RETURN' && !draft.promisedOn) return setProblem(t('choosePromised'));
    const body: VisitFields = {
      visitedOn: draft.visitedOn || now,
      visitors: [t('officer'), ...draft.company.map((one) => t(`company.${one}`))].join(', '),
      met: draft.met,
      purpose: draft.purpose || usualPurpose,
      outcome: draft.said,
      ...(taskId?.startsWith('alert-') && { alertId: Number(taskId.slice(6)) }),
      ...(draft.said === 'WORKER_WILL_RETURN' && { promisedOn: draft.promisedOn }),
      ...(draft.next !== 'none' && { nextVisitOn: addDays(now, Number(draft.next)) }),
      ...(draft.note.trim() && { note: draft.note.trim() }),
    };
    await writeDown({ what: 'visit', caseCode, body, pictures: draft.pictures, taskId, about }, draft.replaces);
    forget();
    go('/', { replace: true });
  };
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 className="name">{task?.fullName ?? about}</h2>
      <Chips
        legend={t('whoMet')}
        name="met"
        many
        values={MET}
        chosen={draft.met}
        label={(one) => t(`met.${one}`)}
        onChange={(met) => change({ met })}
      />
      <Chips
        legend={t('whatSaid')}
        name="said"
        values={SAID}
        chosen={draft.said ? [draft.said] : []}
        label={(one) => t(`outcome.${one}`)}
        onChange={([said]) => change({ said })}
      />
      {draft.said === 'WORKER_WILL_RETURN' && (
        <DayField
          label={t('promisedOn')}
          value={draft.promisedOn}
          min={now}
          usual={[30, 60, 90].map((days) => ({ day: addDays(now, days), word: t(`inDays.${days}` as 'inDays.30') }))}
          onChange={(promisedOn) => change({ promisedOn })}
        />
      )}
      <Chips
        legend={t('nextVisit')}
        name="next"
        values={NEXT}
        chosen={[draft.next]}
        label={(one) => t(`next.${one}`)}
        onChange={([next]) => change({ next })}
      />
      <Pictures pictures={draft.pictures} onChange={(pictures) => change({ pictures })} />
      <details>
        <summary>
          {t('moreAbout', { day: formatDay(draft.visitedOn || now), purpose: t(`purpose.${draft.purpose || usualPurpose}`) })}
        </summary>
        <DayField
          label={t('visitedOn')}
          value={draft.visitedOn || now}
          max={now}
          usual={[0, -1].map((days) => ({ day: addDays(now, days), word: t(`days.${days}` as 'days.0') }))}
          onChange={(visitedOn) => change({ visitedOn })}
        />
        <Chips
          legend={t('purposeTitle')}
          name="purpose"
          values={PURPOSES}
          chosen={[draft.purpose || usualPurpose]}
          label={(one) => t(`purpose.${one}`)}
          onChange={([purpose]) => change({ purpose })}
        />
        <Chips
          legend={t('companyTitle')}
          name="company"
          many
          values={WITH}
          chosen={draft.company}
          label={(one) => t(`company.${one}`)}
          onChange={(company) => change({ company })}
        />
      </details>
      <FormFoot
        note={draft.note}
        lines={2}
        problem={problem}
        button={t('save')}
        next={t('sentByItself')}
        onNote={(note) => change({ note })}
      />
      <TalkingTips kind={kind} name={about} day={null} />
    </form>
  );
}
