import { formatDay } from '../../../language/format';
import { area, language } from '../../../language/words';
import vi from '../../../language/vi/commune.json';
import { isOffline } from '../../device/no-signal';
import { outbox, writeDown } from '../../device/outbox';
import { useLive } from '../../live-state';
import { CommunePapers } from '../../parts/commune-papers';
import { ContactList } from '../../parts/contact-list';
import { problemText } from '../../parts/problem-text';
import { marketName, questionKind, questionText } from '../../parts/question';
import { shortName } from '../../parts/short-name';
import { answerBy } from '../../parts/answer-by';
import { TalkingTips } from '../../parts/talking-tips';
import { VisitList } from '../../parts/visit-list';
import { back, Link } from '../../router';
import type { RouteValues } from '../../shell/routes';
import { desk, type Task } from '../tasks/desk';
import { AssignmentDeeds } from './assignment-deeds';
import { HouseholdDeeds } from './household-deeds';
import { type CaseFacts, useCaseFacts, useTask } from './task-facts';
import { usePlace } from './use-place';

const t = area('commune', vi);
const ANSWERS = ['RETURNED', 'EXTENDED', 'NOT_RETURNED_IN_CONTACT', 'NO_CONTACT'] as const;

/** One question: what is known, whom to call, what to say; four big answers. */
export function TaskScreen({ taskId = '' }: RouteValues) {
  const { task, known, busy } = useTask(taskId);
  const { value: facts, error } = useCaseFacts(task?.caseId);
  const { waiting } = useLive(outbox);
  const place = usePlace(!busy && (!task?.caseId || facts !== undefined || error !== undefined));
  if (!task && !known) return busy ? <div className="screen-waiting" aria-busy="true" /> : <Gone />;
  const code = task?.code ?? known!.code;
  const caseCode = task?.caseCode ?? known?.caseCode ?? null;
  const about = task ? (task.fullName ? shortName(task.fullName) : task.title) : known!.shortName;
  const hamlet = task?.hamlet ?? known?.hamlet;
  const pending = waiting.filter((deed) => deed.taskId === taskId);
  return (
    <article className="sheet">
      <h2 className="name">{task?.fullName ?? about}</h2>
      <p className="quiet">
        {[facts?.worker.birthDate && formatDay(facts.worker.birthDate, facts.worker.birthPrecision), hamlet].filter(Boolean).join(' · ')}
      </p>
      {(task?.caseId || known?.caseCode) && (
        <p className="question">{task?.kind === 'task' && code !== 'CENTRE_ANSWERED' ? task.title : questionText(code)}</p>
      )}
      {pending.length > 0 && <p className="note">{t('alreadyWritten')}</p>}
      {place === 'first' && <Known task={task} facts={facts} error={error} />}
      {place === 'awaited' ? (
        <div className="screen-waiting" aria-busy="true" />
      ) : (
        <Deeds taskId={taskId} code={code} about={about} caseCode={caseCode} task={task} facts={facts} />
      )}
      {place === 'late' && <Known task={task} facts={facts} error={error} />}
      {code !== 'LEADER_ASSIGNMENT' && <TalkingTips kind={questionKind(code)} name={about} day={facts?.found.contractEnd ?? null} />}
      {facts && facts.questions.length > 0 && <Questions facts={facts} />}
      {facts && <VisitList visits={facts.visits} />}
      {task?.caseId && (
        <nav className="links" aria-label={t('moreForCase')}>
          <Link to={`/nguoi/${task.workerId ?? ''}`}>{t('personTitle')}</Link>
          <Link to={`/hoi/${task.caseId}`}>{t('askTitle')}</Link>
          <Link to={`/khac-xa/${task.caseId}`}>{t('elsewhereTitle')}</Link>
        </nav>
      )}
    </article>
  );
}

/** Why it is asked, the contract, and whom to call. */
function Known({ task, facts, error }: { task?: Task; facts?: CaseFacts; error: unknown }) {
  return (
    <>
      {task && (
        <p>
          {task.why} {task.daysLeft !== null && <strong className={task.bucket}>{answerBy(task.daysLeft)}</strong>}
        </p>
      )}
      {facts && <CaseLine facts={facts} />}
      {facts && <ContactList worker={facts.worker} contacts={facts.contacts} />}
      {error !== undefined && <p className="note">{isOffline(error) ? t('detailsNeedSignal') : problemText(error)}</p>}
    </>
  );
}

interface DeedsOf {
  readonly taskId: string;
  readonly code: string;
  readonly about: string;
  readonly caseCode: string | null;
  readonly task?: Task;
  readonly facts?: CaseFacts;
}

function Deeds({ taskId, code, about, caseCode, task, facts }: DeedsOf) {
  const kind = questionKind(code);
  const [what, number] = taskId.split('-') as [string, string];
  const visit = caseCode && (
    <Link to={`/tham/${caseCode}`} className={visitFirst(kind) ? 'main as-button' : 'second as-button'}>
      {t('visitTitle')}
    </Link>
  );
  const leave = () => back('/');
  const today = desk.get().day?.today;
  if (code === 'CONFIRM_CONTRACT' && task?.caseId && today) {
    const confirm = async () => {
      await writeDown({ what: 'confirm', caseId: task.caseId!, on: today, taskId, about });
      leave();
    };
    return (
      <div className="deeds">
        <p>{task.advice}</p>
        <button type="button" className="main" onClick={() => void confirm()}>
          {t('confirmContract')}
        </button>
      </div>
    );
  }
  if (code === 'CONFIRM_PAPERS' && facts) return <CommunePapers file={facts.found} about={about} />;
  if (code.startsWith('REPORT_'))
    return (
      <div className="deeds">
        {task?.advice && <p>{task.advice}</p>}
        <Link to="/bao-cao" className="main as-button">
          {t('openReport')}
        </Link>
      </div>
    );
  if (code === 'CONFIRM_HOUSEHOLD') return <HouseholdDeeds taskId={taskId} deskTaskId={number} about={about} />;
  if (code === 'LEADER_ASSIGNMENT' && task) return <AssignmentDeeds assignmentId={String(task.detail.assignmentId)} />;
  // What their own deed needs is not on the phone: nothing may end them meanwhile.
  if (code === 'LEADER_ASSIGNMENT' || code === 'CONFIRM_CONTRACT' || code === 'CONFIRM_PAPERS')
    return <p className="note">{t('deedNeedsSignal')}</p>;
  if (what === 'task') {
    const finish = async () => {
      await writeDown({
        what: 'finish',
        deskTaskId: number,
        outcome: t(code === 'CENTRE_ANSWERED' ? 'readOutcome' : 'doneOutcome'),
        taskId,
        about,
      });
      leave();
    };
    return (
      <div className="deeds">
        {task?.advice && <p>{task.advice}</p>}
        <button type="button" className="main" onClick={() => void finish()}>
          {t(code === 'CENTRE_ANSWERED' ? 'markRead' : 'markDone')}
        </button>
        {visit}
      </div>
    );
  }
  if (kind === 'RESIDENCE_NOTICE') {
    const notified = async () => {
      await writeDown({ what: 'close', alertId: number, deed: 'NOTIFIED', taskId, about });
      leave();
    };
    return (
      <div className="deeds">
        <button type="button" className="main" onClick={() => void notified()}>
          {t('residenceTold')}
        </button>
      </div>
    );
  }
  return (
    <div className="deeds">
      {visitFirst(kind) && visit}
      <h3>{t('result')}</h3>
      {ANSWERS.map((answer) => (
        <Link key={answer} to={`/viec/${taskId}/tra-loi/${answer}`} className="answer as-button">
          {t(`answer.${answer}`)}
        </Link>
      ))}
      {!visitFirst(kind) && visit}
    </div>
  );
}

const visitFirst = (kind: string): boolean => ['PERSUASION_DUE', 'ABSCONDED_REPORT'].includes(kind);

function CaseLine({ facts: { found } }: { facts: CaseFacts }) {
  const market = marketName(found.market, language());
  return (
    <p>
      {found.contractEnd ? t('contractEnds', { market, day: formatDay(found.contractEnd) }) : market}
      {found.departedOn && ` · ${t('departedOn', { day: formatDay(found.departedOn) })}`}
    </p>
  );
}

function Questions({ facts }: { facts: CaseFacts }) {
  return (
    <section>
      <h3>{t('questions')}</h3>
      <ul className="plain-list">
        {facts.questions.map((one) => (
          <li key={one.id}>
            <p>{one.text}</p>
            <p className={one.answer ? 'reply' : 'quiet'}>{one.answer ?? t('notAnsweredYet')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Gone() {
  return (
    <div className="empty">
      <p>{t('taskGone')}</p>
      <Link to="/" className="main as-button">
        {t('toTasks')}
      </Link>
    </div>
  );
}
