import { call, newKey } from '../../../../api/call';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { DeedButton } from '../../../parts/deed-button';
import { tellFault } from '../../../parts/notices';
import { problemText } from '../../../parts/problem-text';
import { TextField } from '../../../parts/text-field';
import { useDeed } from '../../../parts/use-deed';
import { useDraft } from '../../../parts/use-draft';
import type { DeedProps } from './deeds';

const t = area('queue', vi);
const MOST = 300;

/** What came of a task, in a sentence. */
export function FinishDeed({ row, onDone }: DeedProps) {
  const [outcome, setOutcome, drop] = useDraft(`task-${row.id}`, '');
  const deed = useDeed((text: string, key) => finishTask(row.id, text, key));
  const finish = async () => {
    if ((await deed.act(outcome.trim())) === undefined) return;
    drop();
    onDone(t('taskFinished', { title: row.title }), () => reopenTask(row.id));
  };
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void finish())}>
      <TextField label={t('outcome')} value={outcome} onChange={setOutcome} lines={3} most={MOST} required note={t('outcomeNote')} />
      <DeedButton word={t('finish')} deed={deed} disabled={outcome.trim() === ''} />
    </form>
  );
}

const reopenTask = (taskId: string) =>
  call('POST /api/v1/tasks/{taskId}/reopen', { params: { taskId }, key: newKey() }).catch((error: unknown) =>
    tellFault(problemText(error)),
  );

/** Ends a task of the desk. Resolves to true. */
export async function finishTask(taskId: string, outcome: string, key: string): Promise<true> {
  await call('POST /api/v1/tasks/{taskId}/finish', { params: { taskId }, body: { outcome }, key });
  return true;
}
