import { call } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/commune.json';
import { WordsForm } from '../../parts/words-form';
import { back } from '../../router';
import { useRead } from '../../use-read';
import { loadDesk } from '../tasks/desk';

const t = area('commune', vi);

/** What a leader asked the commune for, and its answer. */
export function AssignmentDeeds({ assignmentId }: { assignmentId: string }) {
  const params = { assignmentId };
  const read = useRead(`assignment ${assignmentId}`, () => call('GET /api/v1/assignments/{assignmentId}', { params }));
  return (
    <WordsForm
      draft={`assignment ${assignmentId}`}
      label={t('assignmentAnswer')}
      word={t('send')}
      least={2}
      send={(text, key) => call('POST /api/v1/assignments/{assignmentId}/answer', { params, body: { text }, key })}
      onSent={() => {
        void loadDesk();
        back('/');
      }}
    >
      {read.value && <p className="question">{read.value.text}</p>}
    </WordsForm>
  );
}
