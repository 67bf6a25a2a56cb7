import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { PolicyAnswer, PolicyProposalAnswer } from '../../../api/schema';
import { formatDay, formatMoment } from '../../../language/format';
import { tellDone, tellFault } from '../../parts/notices';
import { problemText } from '../../parts/problem-text';
import { useMe } from '../../session/me';
import { inForce, POLICIES } from './policy-rules';
import { t, wordOf } from './policy-words';
import { ValueInWords } from './value-in-words';

const PROPOSALS = ['policies', 'proposals'];
const READERS = ['department_officer', 'administrator'];

/** What one person proposed and a second one has to decide: now beside proposed. */
export function ProposalsWaiting({ rules, onlyKey }: { rules: readonly PolicyAnswer[]; onlyKey?: string }) {
  const me = useMe();
  const { data } = useQuery({
    queryKey: PROPOSALS,
    enabled: READERS.includes(me.role),
    queryFn: () => call('GET /api/v1/policies/proposals'),
  });
  const shown = (data?.proposals ?? []).filter(
    (proposal) => !proposal.approvedAt && (!onlyKey || proposal.rules.some(({ key }) => key === onlyKey)),
  );
  if (!shown.length) return null;
  return (
    <section className="sheet proposals" aria-label={t('waiting')}>
      <h2>{t('waiting')}</h2>
      {shown.map((proposal) => (
        <Proposal key={proposal.id} proposal={proposal} rules={rules} own={proposal.proposedBy === me.login} />
      ))}
    </section>
  );
}

function Proposal({ proposal, rules, own }: { proposal: PolicyProposalAnswer; rules: readonly PolicyAnswer[]; own: boolean }) {
  const queries = useQueryClient();
  const approval = useMutation({
    mutationFn: () => call('POST /api/v1/policies/proposals/{policyProposalId}/approval', { params: { policyProposalId: proposal.id } }),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: POLICIES });
      tellDone(t('approved', { rules: answer.rules }));
    },
    onError: (error) => tellFault(problemText(error)),
  });
  return (
    <article className="proposal">
      <p className="quiet small">{t('waitingBy', { name: proposal.proposedBy, at: formatMoment(proposal.proposedAt) })}</p>
      {proposal.rules.map((rule) => {
        const now = rules.find((one) => one.key === rule.key && one.market === rule.market && inForce(one));
        return (
          <div key={`${rule.key} ${rule.market}`} className="proposal-rule">
            <h3>
              {wordOf('rule', rule.key)} {rule.market !== '*' && rule.market}
            </h3>
            <div className="before-after">
              <div>
                <h4>{t('before')}</h4>
                {now ? <ValueInWords value={now.value} /> : <p className="quiet">{t('newRule')}</p>}
              </div>
              <div>
                <h4>
                  {t('after')}, {t('from', { day: formatDay(rule.from) })}
                </h4>
                <ValueInWords value={rule.value} />
                <p className="quiet small">{rule.basis}</p>
              </div>
            </div>
          </div>
        );
      })}
      {own ? (
        <p className="quiet">{t('ownProposal')}</p>
      ) : (
        <button type="button" className="main-button" disabled={approval.isPending} onClick={() => approval.mutate()}>
          {approval.isPending ? t('approving') : t('approve')}
        </button>
      )}
    </article>
  );
}
