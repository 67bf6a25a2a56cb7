import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { ClassResponse, SessionRequest } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/training.json';
import { ChoiceField } from '../../parts/choice-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('training', vi);
const DAY_MS = 86_400_000;

/** Working days of the class, both ends included; Sunday is free. */
function daysOf({ startsOn, endsOn }: ClassResponse): string[] {
  const days: string[] = [];
  for (let at = Date.parse(startsOn); at <= Date.parse(endsOn); at += DAY_MS)
    if (new Date(at).getUTCDay() !== 0) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** Plans every working day of the class at once: the same half days, periods and topic; single ones are changed by planning again. */
export function SessionsForm({ one, onClose }: { one: ClassResponse; onClose: () => void }) {
  const queries = useQueryClient();
  const [part, setPart] = useState('both');
  const [periods, setPeriods] = useState('4');
  const [topic, setTopic] = useState(t('topicDefault'));
  const days = daysOf(one);
  const deed = useDeed((_: void, key) => {
    const parts = part === 'both' ? (['MORNING', 'AFTERNOON'] as const) : [part as SessionRequest['part']];
    const sessions = days.flatMap((heldOn) => parts.map((each) => ({ heldOn, part: each, periods: Number(periods), topic: topic.trim() })));
    return call('POST /api/v1/training/classes/{classId}/sessions', { params: { classId: one.id }, body: { sessions }, key });
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await deed.act();
    if (!answer) return;
    tellDone(t('planned', { sessions: answer.sessions.length }));
    onClose();
    await queries.invalidateQueries({ queryKey: ['classes'] });
  };
  return (
    <DialogSheet title={t('planSessions')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p className="quiet">{t('planText', { days: days.length })}</p>
        <div className="form-side">
          <ChoiceField
            label={t('parts')}
            value={part}
            onChange={setPart}
            required
            choices={[
              { value: 'both', word: t('part.both') },
              { value: 'MORNING', word: t('part.MORNING') },
              { value: 'AFTERNOON', word: t('part.AFTERNOON') },
              { value: 'EVENING', word: t('part.EVENING') },
            ]}
          />
          <TextField label={t('periodsEach')} value={periods} onChange={(text) => setPeriods(text.replace(/\D/g, ''))} required most={2} />
        </div>
        <TextField label={t('topic')} value={topic} onChange={setTopic} required most={300} />
        <div className="form-deeds">
          <DeedButton word={t('planSessions')} deed={deed} disabled={!periods || !topic.trim() || days.length === 0} />
        </div>
      </form>
    </DialogSheet>
  );
}
