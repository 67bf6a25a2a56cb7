import { useState } from 'react';
import type { AnswerRequest } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune.json';
import { addDays, today } from '../../device/clock';
import { writeDown } from '../../device/outbox';
import { Chips } from '../../parts/chips';
import { DayField } from '../../parts/day-field';
import { FormFoot } from '../../parts/form-foot';
import { shortName } from '../../parts/short-name';
import { go } from '../../router';
import { useDraft } from '../../use-draft';
import type { RouteValues } from '../../shell/routes';
import { useCaseFacts, useTask } from '../task/task-facts';

const t = area('commune', vi);
const REASONS = ['NO_WORK', 'HEALTH', 'FAMILY', 'OTHER'] as const;
type Reason = (typeof REASONS)[number];

/** One of the four answers with what belongs to it; saved on the phone, then sent. */
export function Screen({ taskId = '', answer = '' }: RouteValues) {
  const { task, known } = useTask(taskId);
  const { value: facts } = useCaseFacts(task?.caseId);
  const [draft, change, forget] = useDraft(`answer ${taskId} ${answer}`, { day: '', note: '', reason: '' as Reason | '', replaces: '' });
  const [problem, setProblem] = useState('');
  const now = today();
  const end = facts?.found.contractEnd ?? null;
  const early = answer === 'RETURNED' && end !== null && draft.day !== '' && draft.day < end && facts?.found.stage === 'ABROAD';
  const about = task ? shortName(task.fullName ?? task.title) : (known?.shortName ?? '');
  const send = async () => {
    if (answer === 'RETURNED' && !draft.day) return setProblem(t('chooseReturnDay'));
    if (answer === 'EXTENDED' && !draft.day) return setProblem(t('chooseNewEnd'));
    if (early && !draft.reason) return setProblem(t('chooseEarlyReason'));
    const body: AnswerRequest = {
      answer: answer as AnswerRequest['answer'],
      ...(answer === 'RETURNED' && { happenedOn: draft.day }),
      ...(answer === 'EXTENDED' && { newEnd: draft.day }),
      ...(early && { reason: t(`reason.${draft.reason as Reason}`) }),
      ...(draft.note.trim() && { note: draft.note.trim() }),
    };
    await writeDown({ what: 'answer', alertId: taskId.split('-')[1]!, body, taskId, about }, draft.replaces || undefined);
    forget();
    go('/', { replace: true });
  };
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="quiet">{task?.fullName ?? about}</p>
      <h2>{t(`answer.${answer}` as 'answer.RETURNED')}</h2>
      {answer === 'RETURNED' && (
        <DayField
          label={t('returnDay')}
          value={draft.day}
          max={now}
          usual={[0, -1, -7].map((days) => ({ day: addDays(now, days), word: t(`days.${days}` as 'days.0') }))}
          onChange={(day) => change({ day })}
        />
      )}
      {early && (
        <Chips
          legend={t('earlyReason')}
          name="reason"
          values={REASONS}
          chosen={draft.reason ? [draft.reason] : []}
          label={(reason) => t(`reason.${reason}`)}
          onChange={([reason]) => change({ reason })}
        />
      )}
      {answer === 'EXTENDED' && (
        <DayField
          label={t('newEnd')}
          value={draft.day}
          min={now}
          usual={(end ? [12, 24] : []).map((months) => ({ day: addMonths(end!, months), word: t(`months.${months}` as 'months.12') }))}
          onChange={(day) => change({ day })}
        />
      )}
      <FormFoot
        note={draft.note}
        lines={3}
        problem={problem}
        button={t('send')}
        next={t('savedFirst')}
        onNote={(note) => change({ note })}
      />
    </form>
  );
}

function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
