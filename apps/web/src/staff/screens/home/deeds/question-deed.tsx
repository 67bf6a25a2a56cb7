import { useQuery } from '@tanstack/react-query';
import { call } from '../../../../api/call';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { DeedButton } from '../../../parts/deed-button';
import { TextField } from '../../../parts/text-field';
import { useDeed } from '../../../parts/use-deed';
import { useDraft } from '../../../parts/use-draft';
import type { DeedProps } from './deeds';

const t = area('queue', vi);

/** What a commune asks about a case; the answer goes back to it as a task. */
export function QuestionDeed({ row, onDone }: DeedProps) {
  const questionId = String(row.detail.questionId);
  const caseId = row.caseId ?? '';
  const [text, setText, drop] = useDraft(`question-${row.id}`, '');
  const { data } = useQuery({
    queryKey: ['case', caseId, 'questions'],
    queryFn: ({ signal }) => call('GET /api/v1/cases/{caseId}/questions', { params: { caseId }, signal }),
  });
  const asked = data?.questions.find(({ id }) => id === questionId);
  const deed = useDeed((answer: string, key) =>
    call('POST /api/v1/questions/{questionId}/answer', { params: { questionId }, body: { text: answer }, key }),
  );
  const send = async () => {
    if ((await deed.act(text.trim())) === undefined) return;
    drop();
    onDone(t('questionAnswered'));
  };
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void send())}>
      {asked && <blockquote>{asked.text}</blockquote>}
      <TextField label={t('answerText')} value={text} onChange={setText} lines={4} most={1000} required />
      <DeedButton word={t('sendAnswer')} deed={deed} disabled={text.trim().length < 2} />
    </form>
  );
}
