import { Link } from '@tanstack/react-router';
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

/** What a leader asked for on a number, the people behind it, and the answer that goes back. */
export function AssignmentDeed({ row, onDone }: DeedProps) {
  const assignmentId = String(row.detail.assignmentId);
  const [text, setText, drop] = useDraft(`assignment-${row.id}`, '');
  const { data } = useQuery({
    queryKey: ['assignment', assignmentId],
    queryFn: ({ signal }) => call('GET /api/v1/assignments/{assignmentId}', { params: { assignmentId }, signal }),
  });
  const deed = useDeed(async (answer: string, key) => {
    await call('POST /api/v1/assignments/{assignmentId}/answer', { params: { assignmentId }, body: { text: answer }, key });
    return true;
  });
  const send = async () => {
    if (!(await deed.act(text.trim()))) return;
    drop();
    onDone(t('assignmentAnswered'));
  };
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void send())}>
      {data && <blockquote>{data.text}</blockquote>}
      {data && (
        <p>
          <Link to="/lao-dong" search={Object.fromEntries(new URLSearchParams(data.rows)) as never} className="rows-link">
            {t('assignmentRows', { shown: data.shown })}
          </Link>
        </p>
      )}
      <TextField label={t('assignmentResult')} value={text} onChange={setText} lines={4} most={1000} required />
      <DeedButton word={t('sendResult')} deed={deed} disabled={text.trim().length < 2} />
    </form>
  );
}
