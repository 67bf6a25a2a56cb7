import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call';
import type { HouseholdLineAnswer } from '../../api/schema';
import { formatDay, formatMoment } from '../../language/format';
import { householdName } from '../../language/people';
import { area } from '../../language/words';
import vi from '../../language/vi/household.json';
import { ListState } from './list-state';
import { tellDone } from './notices';
import { useDeed } from './use-deed';

const t = area('household', vi);

/** The household class a loan is judged by: what the commune confirmed from its list, or that nobody has yet. */
export function HouseholdCard({ caseId }: { caseId: string }) {
  const queries = useQueryClient();
  const queryKey = ['case', caseId, 'household'];
  const household = useQuery({ queryKey, queryFn: () => call('GET /api/v1/cases/{caseId}/household', { params: { caseId } }) });
  const deed = useDeed(async (_: void, key) => {
    await call('POST /api/v1/cases/{caseId}/household-question', { params: { caseId }, key });
    return true;
  });
  const waits = household.data?.questions.some(({ answer }) => answer === null) ?? true;
  const ask = async () => {
    if (!(await deed.act())) return;
    tellDone(t('asked'));
    await queries.invalidateQueries({ queryKey });
  };
  return (
    <section className="sheet card" aria-labelledby="household-title">
      <header className="card-head">
        <h2 id="household-title">{t('title')}</h2>
        {!waits && (
          <button type="button" className="plain-button no-print" disabled={deed.busy} onClick={() => void ask()}>
            {t('ask')}
          </button>
        )}
      </header>
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      <ListState query={household} rows={1}>
        {({ proven, unproven, questions }) => (
          <>
            <p>
              {proven
                ? t('proven', { name: householdName(proven) })
                : unproven
                  ? t('unproven', { name: householdName(unproven) })
                  : t('none')}
            </p>
            {questions.length > 0 && (
              <ul className="plain-list">
                {questions.map((one) => (
                  <Question key={one.id} one={one} />
                ))}
              </ul>
            )}
          </>
        )}
      </ListState>
    </section>
  );
}

function Question({ one }: { one: HouseholdLineAnswer }) {
  if (one.answer === null) return <li className="quiet">{t('waiting', { moment: formatMoment(one.askedAt) })}</li>;
  return (
    <li>
      {householdName(one.answer)}{' '}
      <span className="quiet small">
        {t('answered', { office: one.answeredOffice ?? '', day: formatDay(one.checkedOn), list: one.list ?? '' })}
      </span>
    </li>
  );
}
