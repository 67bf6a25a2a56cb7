import { call } from '../../../api/call';
import type { AlertResponse, AnswerRequest } from '../../../api/schema';
import { answerName } from '../../../language/codes';
import { addDays, type ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/alert.json';
import { DayField } from '../day-field';
import { DeedButton } from '../deed-button';
import { useHotkeys } from '../hotkeys';
import { TextField } from '../text-field';
import { useDeed } from '../use-deed';
import { useDraft } from '../use-draft';
import { useTakeBack } from './use-take-back';
import { businessToday } from '../../session/business-day';

const t = area('alert', vi);
const ANSWERS = ['RETURNED', 'EXTENDED', 'NOT_RETURNED_IN_CONTACT', 'NO_CONTACT'] as const;
type Answer = (typeof ANSWERS)[number];

interface Draft {
  readonly answer?: Answer;
  readonly day?: ReadDay;
  readonly note: string;
  readonly reason: string;
}

/** Four answers and the one date each needs. Keys 1 to 4 choose. */
export function AlertAnswers({
  alert,
  onAnswered,
}: {
  alert: AlertResponse;
  onAnswered: (answer: Answer, takeBack: () => Promise<void>) => void;
}) {
  const [draft, setDraft, drop] = useDraft<Draft>(`alert-${alert.id}`, { note: '', reason: '' });
  const { answer, day, note, reason } = draft;
  const choose = (next: Answer) => setDraft({ ...draft, answer: next, day: undefined });
  useHotkeys(Object.fromEntries(ANSWERS.map((one, at) => [String(at + 1), { says: answerName(one), act: () => choose(one) }])));
  const takeBack = useTakeBack(alert.id);
  const deed = useDeed(async (body: AnswerRequest, key) => {
    await call('POST /api/v1/alerts/{alertId}/answers', { params: { alertId: String(alert.id) }, body, key });
    return key;
  });
  const early = answer === 'RETURNED' && alert.family.endsWith('EXPIRY') && day !== undefined && day.day < alert.targetDate;
  const ready = answer && (answer === 'RETURNED' || answer === 'EXTENDED' ? day : true) && (!early || reason.trim() !== '');
  const send = async () => {
    if (!answer || !ready) return;
    const key = await deed.act({
      answer,
      ...(answer === 'RETURNED' && { happenedOn: day?.day, reason: early ? reason.trim() : undefined }),
      ...(answer === 'EXTENDED' && { newEnd: day?.day }),
      note: note.trim() || undefined,
    });
    if (!key) return;
    drop();
    onAnswered(answer, () => takeBack(key));
  };
  const today = businessToday();
  return (
    <form
      className="deed"
      onSubmit={(event) => (event.preventDefault(), void send())}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.currentTarget.requestSubmit()}
    >
      <fieldset className="choices">
        <legend>{t('question')}</legend>
        {ANSWERS.map((one, at) => (
          <label key={one} className="choice">
            <input type="radio" name={`answer-${alert.id}`} checked={answer === one} onChange={() => choose(one)} />
            <span>{answerName(one)}</span>
            <kbd aria-hidden="true">{at + 1}</kbd>
          </label>
        ))}
      </fieldset>
      {answer === 'RETURNED' && (
        <DayField
          key={answer}
          label={t('returnedOn')}
          value={day}
          onChange={(next) => setDraft({ ...draft, day: next })}
          required
          autoFocus
          choices={[
            { day: today, word: t('today') },
            { day: addDays(today, -1), word: t('yesterday') },
          ]}
        />
      )}
      {early && (
        <TextField label={t('earlyReason')} value={reason} onChange={(next) => setDraft({ ...draft, reason: next })} most={60} required />
      )}
      {answer === 'EXTENDED' && (
        <DayField key={answer} label={t('newEnd')} value={day} onChange={(next) => setDraft({ ...draft, day: next })} required autoFocus />
      )}
      {answer && <TextField label={t('note')} value={note} onChange={(next) => setDraft({ ...draft, note: next })} lines={2} most={1000} />}
      {answer === 'NO_CONTACT' && <p className="quiet small">{t('noContactNote')}</p>}
      <DeedButton word={t('send')} deed={deed} disabled={!ready} />
    </form>
  );
}
