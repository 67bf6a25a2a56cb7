import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/loans.json';
import { ListState } from '../../parts/list-state';
import { StageChip } from '../../parts/stage-chip';
import { useDeed } from '../../parts/use-deed';

const t = area('loans', vi);

/** Whose loan is it? People of the borrower's name, none chosen beforehand. */
export function LinkBorrower({ loanId, onDone }: { loanId: string; onDone: () => Promise<unknown> }) {
  const found = useQuery({
    queryKey: ['loan-candidates', loanId],
    queryFn: ({ signal }) => call('GET /api/v1/loans/{loanId}/candidates', { params: { loanId }, signal }),
  });
  const deed = useDeed((caseId: string, key) => call('POST /api/v1/loans/{loanId}/link', { params: { loanId }, body: { caseId }, key }));
  return (
    <section className="sheet card">
      <h2>{t('linkTitle')}</h2>
      <ListState query={found} rows={2} isEmpty={({ candidates }) => candidates.length === 0} empty={<p>{t('noCandidates')}</p>}>
        {({ candidates }) =>
          candidates.map(({ caseId, fullName, birthDate, communeName, stage }) => (
            <div key={caseId} className="suggestion">
              <span>
                {[fullName, formatDay(birthDate), communeName].filter(Boolean).join(' · ')} <StageChip stage={stage} />
              </span>
              <button
                type="button"
                className="plain-button"
                disabled={deed.busy}
                onClick={() => void deed.act(caseId).then((done) => done && onDone())}
              >
                {t('linkHere')}
              </button>
            </div>
          ))
        }
      </ListState>
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
    </section>
  );
}
