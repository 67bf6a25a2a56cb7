import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { DemandLineAnswer } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { MoreButton } from '../../parts/more-button';
import { PageHead } from '../../parts/page-head';
import { PlainTable } from '../../parts/plain-table';
import { StageChip } from '../../parts/stage-chip';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { CounselSheet } from './counsel-sheet';
import { DemandFilters } from './demand-filters';
import { DEMANDS, t } from './demand-words';
import { HandOverSheet } from './hand-over-sheet';
import { ListSheet } from './list-sheet';
import { OffersSheet } from './offers-sheet';
import { ProposeBar } from './propose-bar';
import './demands.css';

/** Who wishes to go and waits for an order: counsel, offer, propose several at once. */
export function Screen() {
  const { role } = useMe();
  const [{ giaidoan, nuoc, nguon, cuatoi, mo, hs }, setAddress] = useAddress();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const demands = useInfiniteQuery({
    queryKey: [...DEMANDS, giaidoan ?? '', nuoc ?? '', nguon ?? '', cuatoi ?? ''],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      call('GET /api/v1/demands', {
        query: {
          limit: 100,
          after: pageParam,
          ...(giaidoan && { stage: giaidoan as 'REGISTERED' }),
          ...(nuoc && { market: nuoc }),
          ...(nguon && { source: nguon as 'SCHOOL' }),
          ...(cuatoi && { mine: 'true' as const }),
        },
      }),
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap((page) => page.demands),
  });
  const mayAct = role === 'centre_staff';
  const open = demands.data?.find(({ caseId }) => caseId === hs);
  const close = () => setAddress({ mo: undefined, hs: undefined });
  return (
    <section>
      <PageHead
        title={t('title')}
        count={demands.data && `${formatNumber(demands.data.length)}${demands.hasNextPage ? '+' : ''}`}
        note={t('note')}
      >
        {mayAct && (
          <>
            <button type="button" className="plain-button" onClick={() => setAddress({ mo: 'ban-giao' })}>
              {t('handOver')}
            </button>
            <button type="button" className="plain-button" onClick={() => setAddress({ mo: 'danh-sach' })}>
              {t('takeList')}
            </button>
          </>
        )}
      </PageHead>
      <DemandFilters />
      {mayAct && chosen.size > 0 && <ProposeBar caseIds={[...chosen]} onDone={() => setChosen(new Set())} />}
      <ListState query={demands} isEmpty={(list) => list.length === 0} empty={t('empty')}>
        {(list) => (
          <PlainTable
            label={t('title')}
            name="demand-table"
            heads={(['person', 'commune', 'wish', 'source', 'stage', 'officer', 'since'] as const).map((column) => t(column))}
            before={mayAct && <th scope="col">{t('choose')}</th>}
            after={mayAct && <th scope="col">{t('deeds')}</th>}
          >
            {list.map((line) => (
              <DemandRow
                key={line.caseId}
                line={line}
                mayAct={mayAct}
                chosen={chosen.has(line.caseId)}
                onChoose={(on) => setChosen(new Set(on ? [...chosen, line.caseId] : [...chosen].filter((id) => id !== line.caseId)))}
                onOpen={(what) => setAddress({ mo: what, hs: line.caseId })}
              />
            ))}
          </PlainTable>
        )}
      </ListState>
      <MoreButton list={demands} />
      {mo === 'tu-van' && open && (
        <DialogSheet title={t('counselOf', { name: open.fullName })} onClose={close}>
          <CounselSheet caseId={open.caseId} onDone={close} />
        </DialogSheet>
      )}
      {mo === 'don-hang' && open && (
        <DialogSheet title={t('offersFor', { name: open.fullName })} onClose={close} wide>
          <OffersSheet caseId={open.caseId} workerId={open.workerId} />
        </DialogSheet>
      )}
      {mo === 'ban-giao' && (
        <DialogSheet title={t('handOver')} onClose={close}>
          <HandOverSheet onDone={close} />
        </DialogSheet>
      )}
      {mo === 'danh-sach' && (
        <DialogSheet title={t('takeList')} onClose={close} wide>
          <ListSheet />
        </DialogSheet>
      )}
    </section>
  );
}

function DemandRow({
  line,
  mayAct,
  chosen,
  onChoose,
  onOpen,
}: {
  line: DemandLineAnswer;
  mayAct: boolean;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  onOpen: (what: 'tu-van' | 'don-hang') => void;
}) {
  const { nameOf } = useMarkets();
  const { caseId, fullName, birthDate, communeName, markets, occupations, stage, source, event, officerName, registeredOn, proposals } =
    line;
  const wish = [markets.map(nameOf).join(', ') || t('anywhere'), ...occupations].join(' · ');
  return (
    <tr>
      {mayAct && (
        <td>
          <input
            type="checkbox"
            checked={chosen}
            aria-label={t('chooseOne', { name: fullName })}
            onChange={(change) => onChoose(change.target.checked)}
          />
        </td>
      )}
      <th scope="row">
        <Link to="/ho-so/$caseId" params={{ caseId } as never}>
          {fullName}
        </Link>
        <span className="quiet small"> {birthDate?.slice(0, 4)}</span>
      </th>
      <td>{communeName ?? '—'}</td>
      <td>{wish}</td>
      <td>
        {source && t(`source.${source as 'SCHOOL'}`)}
        {event && <span className="quiet small"> {event}</span>}
      </td>
      <td>
        <StageChip stage={stage} />
        {proposals > 0 && <span className="quiet small"> {t('proposedTo', { orders: formatNumber(proposals) })}</span>}
      </td>
      <td>{officerName ?? '—'}</td>
      <td className="number">{formatDay(registeredOn)}</td>
      {mayAct && (
        <td className="number">
          <button type="button" className="plain-button" onClick={() => onOpen('tu-van')}>
            {t('counsel')}
          </button>{' '}
          <button type="button" className="plain-button" onClick={() => onOpen('don-hang')}>
            {t('offers')}
          </button>
        </td>
      )}
    </tr>
  );
}
