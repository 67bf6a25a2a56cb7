import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { answerName } from '../../../language/codes';
import { area } from '../../../language/words';
import vi from '../../../language/vi/alert.json';
import { ListState } from '../list-state';
import { AlertAnswers } from './alert-answers';
import { AlertClosing } from './alert-closing';
import { AlertHistory } from './alert-history';
import './alert-dialog.css';

const t = area('alert', vi);

/**
 * A question, who was asked and until when, what was answered so far, and the four answers. `asked`: it is this desk's turn; else the answers
 * wait behind one press, for what somebody happens to know.
 */
export function AlertDialog({
  alertId,
  asked,
  onAnswered,
}: {
  alertId: string;
  asked: boolean;
  onAnswered: (text: string, undo?: () => Promise<void>) => void;
}) {
  const query = useQuery({
    queryKey: ['alert', alertId],
    queryFn: ({ signal }) => call('GET /api/v1/alerts/{alertId}', { params: { alertId }, signal }),
  });
  return (
    <ListState query={query} rows={4}>
      {(alert) => {
        const form = (
          <>
            {alert.asksForReturn && (
              <AlertAnswers
                alert={alert}
                onAnswered={(answer, takeBack) => onAnswered(t('answered', { name: alert.fullName, answer: answerName(answer) }), takeBack)}
              />
            )}
            <AlertClosing alert={alert} onClosed={(text) => onAnswered(text)} />
          </>
        );
        return (
          <>
            {alert.state === 'closed' ? (
              <p className="quiet">{t('closed')}</p>
            ) : asked ? (
              form
            ) : (
              <details className="answer-instead">
                <summary>{t('answerInstead')}</summary>
                {form}
              </details>
            )}
            <AlertHistory alert={alert} />
          </>
        );
      }}
    </ListState>
  );
}
