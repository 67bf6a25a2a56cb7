import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import type { SupportClaimAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { ClaimScans } from '../../parts/money/claim-scans';
import { dong, t as money } from '../../parts/money/dong';
import { PlainTable } from '../../parts/plain-table';
import { TakeBack } from '../../parts/take-back';
import { useDeed } from '../../parts/use-deed';

const t = area('support', vi);

/** Claims with their receipts; where a deed waits, each can be chosen. */
export function ClaimTable({
  claims,
  state,
  chosen,
  onChoose,
  onDone,
}: {
  claims: readonly SupportClaimAnswer[];
  state: string;
  /** Undefined: nothing is chosen here. */
  chosen?: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
  onDone: () => Promise<void>;
}) {
  const toggle = (id: string, on: boolean) => onChoose(new Set(on ? [...chosen!, id] : [...chosen!].filter((one) => one !== id)));
  return (
    <PlainTable
      label={t('title')}
      name="demand-table"
      heads={(['person', 'cost', 'paper', 'amount', state === 'PENDING' ? 'by' : 'decided'] as const).map((column) => t(column))}
      before={
        chosen && (
          <th scope="col">
            <input
              type="checkbox"
              aria-label={t('chooseAll')}
              checked={chosen.size > 0 && chosen.size === claims.length}
              onChange={(event) => onChoose(new Set(event.target.checked ? claims.map(({ id }) => id) : []))}
            />
          </th>
        )
      }
    >
      {claims.map((claim) => (
        <tr key={claim.id}>
          {chosen && (
            <td>
              <input
                type="checkbox"
                checked={chosen.has(claim.id)}
                aria-label={t('chooseOne', { name: claim.fullName, item: claim.title })}
                onChange={(event) => toggle(claim.id, event.target.checked)}
              />
            </td>
          )}
          <th scope="row">
            <Link to="/ho-so/$caseId" params={{ caseId: claim.caseId }} search={{ muc: 'tien' } as never}>
              {claim.fullName}
            </Link>
            <div className="quiet small">{[claim.communeName, money(`group.${claim.group as 'POOR'}`)].filter(Boolean).join(' · ')}</div>
          </th>
          <td>
            {claim.title}
            <Held claim={claim} />
          </td>
          <td>
            {claim.receiptNo}
            <div className="quiet small">{formatDay(claim.spentOn)}</div>
            <ClaimScans claim={claim} />
          </td>
          <td className="number">{dong(claim.amount)}</td>
          <td>{state === 'PENDING' ? <By claim={claim} /> : <Decided claim={claim} onDone={onDone} />}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

function Held({ claim: { ceiling, basis, units } }: { claim: SupportClaimAnswer }) {
  const most = ceiling === null ? t('asBilled') : t('most.person', { most: dong(ceiling) });
  return <div className="quiet small">{[units > 1 ? `× ${units}` : '', most, basis].filter(Boolean).join(' · ')}</div>;
}

function By({ claim: { claimedBy, claimedOn } }: { claim: SupportClaimAnswer }) {
  return (
    <>
      {claimedBy}
      <div className="quiet small">{formatDay(claimedOn)}</div>
    </>
  );
}

function Decided({ claim, onDone }: { claim: SupportClaimAnswer; onDone: () => Promise<void> }) {
  const deed = useDeed((reason: string, key) =>
    call('POST /api/v1/support-claims/{claimId}/reversals', { params: { claimId: claim.id }, body: { reason }, key }),
  );
  return (
    <>
      {claim.fundTitle}
      <div className="quiet small">{[claim.decidedOn && formatDay(claim.decidedOn), claim.note].filter(Boolean).join(' · ')}</div>
      <TakeBack word={t('takeBack')} deed={deed} onDone={onDone} />
    </>
  );
}
