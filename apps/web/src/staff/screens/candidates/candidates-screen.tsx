import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { OrderProposalAnswer } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/candidates.json';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { MoreButton } from '../../parts/more-button';
import { PageHead } from '../../parts/page-head';
import { PlainTable } from '../../parts/plain-table';
import { useAddress } from '../../parts/use-address';
import { useDeed } from '../../parts/use-deed';
import '../demands/demands.css';

const t = area('candidates', vi);
const CANDIDATES = ['candidates'] as const;
const STATES = ['proposed', 'accepted', 'declined'] as const;
const REASONS = ['FULL', 'AGE', 'EDUCATION', 'LANGUAGE', 'HEALTH', 'SKILL', 'NOT_REACHED', 'CHANGED_MIND', 'OTHER'] as const;

/** People the centre offers: taken or declined in the list, several at once; the file opens once somebody is taken. */
export function Screen() {
  const queries = useQueryClient();
  const [{ trangthai }, setAddress] = useAddress();
  const state = STATES.find((one) => one === trangthai) ?? 'proposed';
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const list = useInfiniteQuery({
    queryKey: [...CANDIDATES, state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => call('GET /api/v1/proposals', { query: { state, limit: 100, after: pageParam } }),
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap((page) => page.proposals),
  });
  const deed = useDeed((answer: 'accept' | 'decline', key: string) =>
    call('POST /api/v1/agency/proposals/answers', {
      key,
      body: {
        answers: [...chosen].map((proposalId) => ({ proposalId, answer, ...(answer === 'decline' && { reason: reason as 'AGE' }) })),
      },
    }),
  );
  const answer = async (what: 'accept' | 'decline') => {
    const told = await deed.act(what);
    if (!told) return;
    const no = told.results.filter((one) => one.state === 'refused');
    tellDone(t(what === 'accept' ? 'accepted' : 'declined', { count: formatNumber(told.results.length - no.length) }));
    setRefused([...new Set(no.map(({ message }) => message ?? ''))]);
    setChosen(new Set());
    await queries.invalidateQueries({ queryKey: CANDIDATES });
  };
  return (
    <section>
      <PageHead
        title={t('title')}
        count={list.data && `${formatNumber(list.data.length)}${list.hasNextPage ? '+' : ''}`}
        note={t('note')}
      />
      <div className="demand-filters no-print" role="group" aria-label={t('state')}>
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            className="plain-button"
            aria-pressed={one === state}
            onClick={() => setAddress({ trangthai: one })}
          >
            {t(`state.${one}`)}
          </button>
        ))}
      </div>
      {state === 'proposed' && chosen.size > 0 && (
        <div className="sheet card propose-bar no-print">
          <button type="button" className="main-button" disabled={deed.busy} onClick={() => void answer('accept')}>
            {t('accept', { count: formatNumber(chosen.size) })}
          </button>
          <select className="plain-input" aria-label={t('reason')} value={reason} onChange={(event) => setReason(event.target.value)}>
            <option value="">{t('chooseReason')}</option>
            {REASONS.map((one) => (
              <option key={one} value={one}>
                {t(`why.${one}`)}
              </option>
            ))}
          </select>
          <button type="button" className="plain-button" disabled={deed.busy || !reason} onClick={() => void answer('decline')}>
            {t('decline', { count: formatNumber(chosen.size) })}
          </button>
        </div>
      )}
      {[deed.problem, ...refused].filter(Boolean).map((message) => (
        <p key={message} role="alert" className="fault">
          {message}
        </p>
      ))}
      <ListState query={list} isEmpty={(proposals) => proposals.length === 0} empty={t(state === 'proposed' ? 'empty' : 'emptyState')}>
        {(proposals) => (
          <PlainTable
            label={t('title')}
            name="demand-table"
            heads={(['person', 'about', 'commune', 'order', 'day'] as const).map((column) => t(column))}
            before={state === 'proposed' && <th scope="col">{t('choose')}</th>}
          >
            {proposals.map((one) => (
              <CandidateRow
                key={one.id}
                proposal={one}
                chosen={chosen.has(one.id)}
                onChoose={
                  state === 'proposed'
                    ? (on) => setChosen(new Set(on ? [...chosen, one.id] : [...chosen].filter((id) => id !== one.id)))
                    : undefined
                }
              />
            ))}
          </PlainTable>
        )}
      </ListState>
      <MoreButton list={list} />
    </section>
  );
}

function CandidateRow({
  proposal: { profile, caseId, state, orderTitle, orderCode, proposedAt, reason },
  chosen,
  onChoose,
}: {
  proposal: OrderProposalAnswer;
  chosen: boolean;
  onChoose?: (on: boolean) => void;
}) {
  const { fullName, birthYear, sex, education, skill, language, communeName } = profile;
  return (
    <tr>
      {onChoose && (
        <td>
          <input
            type="checkbox"
            checked={chosen}
            aria-label={t('chooseOne', { name: fullName ?? '' })}
            onChange={(event) => onChoose(event.target.checked)}
          />
        </td>
      )}
      <th scope="row">
        {state === 'accepted' && fullName ? (
          <Link to="/ho-so/$caseId" params={{ caseId } as never}>
            {fullName}
          </Link>
        ) : (
          (fullName ?? t('forgotten'))
        )}
      </th>
      <td>{[birthYear, sex && t(`sex.${sex as 'M'}`), education, skill, language].filter(Boolean).join(' · ')}</td>
      <td>{communeName ?? '—'}</td>
      <td>
        {orderTitle} <span className="quiet small">{orderCode}</span>
        {reason && <span className="quiet small"> · {t(`why.${reason as 'AGE'}`)}</span>}
      </td>
      <td className="number">{formatDay(proposedAt.slice(0, 10))}</td>
    </tr>
  );
}
