import type { ImportQuestionAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/sent-file.json';

const t = area('sent-file', vi);

/** What only the sender can know, asked once for the file or a column. Rows that need the answer wait. */
export function QuestionList({
  questions,
  onAnswer,
}: {
  questions: readonly ImportQuestionAnswer[];
  onAnswer: (id: string, answer: string) => void;
}) {
  return (
    <ul className="question-list">
      {questions.map(({ id, question, answer, rows }) => (
        <li key={id} className={answer === null ? 'sheet question-open' : 'sheet'}>
          <p id={`question-${id}`}>{question}</p>
          <p className="quiet small">{t('questionRows', { count: rows.length, rows: rows.slice(0, 8).join(', ') })}</p>
          <div role="group" aria-labelledby={`question-${id}`} className="field-line">
            {(['yes', 'no'] as const).map((choice) => (
              <button
                key={choice}
                type="button"
                className="plain-button choice-button"
                aria-pressed={answer === choice}
                onClick={() => onAnswer(id, choice)}
              >
                {t(`answer.${choice}`)}
              </button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
