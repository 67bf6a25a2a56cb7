import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fees.json';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { MoreButton } from '../../parts/more-button';
import { PageHead } from '../../parts/page-head';
import { PlainTable } from '../../parts/plain-table';
import { useAddress } from '../../parts/use-address';
import { businessToday } from '../../session/business-day';
import { useMe } from '../../session/me';
import { FeeForm } from './fee-form';
import { FeeSheet } from './fee-sheet';
import './fees.css';

const t = area('fees', vi);

/** What agencies ask: the sheets in force or to come; an agency publishes here, the State reads. */
export function Screen() {
  const { role } = useMe();
  const markets = useMarkets();
  const [{ nuoc, bang, mo, nghe, thang }, setAddress] = useAddress();
  const agency = role === 'agency_clerk';
  const list = useInfiniteQuery({
    queryKey: ['fee-sheets', 'list', nuoc ?? ''],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/v1/fee-sheets', { query: { limit: 100, after: pageParam, ...(nuoc && { market: nuoc }) }, signal }),
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap((page) => page.sheets),
  });
  const before = useQuery({
    queryKey: ['fee-sheets', 'one', bang],
    enabled: bang !== undefined,
    queryFn: ({ signal }) => call('GET /api/v1/fee-sheets/{sheetId}', { params: { sheetId: bang! }, signal }),
  });
  const shownTitle = before.data?.sheet.occupation ?? t('title');
  const form = mo === 'moi' && (bang === undefined || before.data !== undefined);
  return (
    <section>
      <PageHead
        title={t('title')}
        count={list.data && `${formatNumber(list.data.length)}${list.hasNextPage ? '+' : ''}`}
        note={t(agency ? 'note' : 'noteOffice')}
      >
        {agency && (
          <button type="button" className="main-button" onClick={() => setAddress({ mo: 'moi', bang: undefined })}>
            {t('publish')}
          </button>
        )}
      </PageHead>
      <div className="fee-filters no-print" role="search">
        <select
          className="plain-input"
          aria-label={t('market')}
          value={nuoc ?? ''}
          onChange={(event) => setAddress({ nuoc: event.target.value || undefined })}
        >
          <option value="">{t('anyMarket')}</option>
          {markets.list.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <ListState query={list} isEmpty={(sheets) => sheets.length === 0} empty={t(agency ? 'emptyAgency' : 'empty')}>
        {(sheets) => (
          <PlainTable label={t('title')} heads={(agency ? COLUMNS.filter((one) => one !== 'agency') : COLUMNS).map((column) => t(column))}>
            {sheets.map((sheet) => (
              <tr key={sheet.id}>
                <th scope="row">
                  <button type="button" className="link-button" onClick={() => setAddress({ bang: sheet.id })}>
                    {sheet.occupation}
                  </button>
                </th>
                {!agency && <td>{sheet.agencyName}</td>}
                <td>{markets.nameOf(sheet.market)}</td>
                <td>{t('months', { months: sheet.months })}</td>
                <td className="number">{t('dong', { amount: formatNumber(sheet.monthlyWage) })}</td>
                <td className="number">{t('dong', { amount: formatNumber(sheet.workerPays) })}</td>
                <td>
                  {formatDay(sheet.validFrom)}
                  {sheet.validFrom > businessToday() && <div className="tone-soon small">{t('notYet')}</div>}
                </td>
              </tr>
            ))}
          </PlainTable>
        )}
      </ListState>
      <MoreButton list={list} />
      {bang && mo !== 'moi' && (
        <DialogSheet title={shownTitle} onClose={() => setAddress({ bang: undefined })} wide>
          <FeeSheet
            sheetId={bang}
            onVersion={(id) => setAddress({ bang: id })}
            onNext={agency ? () => setAddress({ mo: 'moi' }) : undefined}
          />
        </DialogSheet>
      )}
      {agency && form && (
        <DialogSheet
          title={t(bang ? 'formNext' : 'formTitle')}
          onClose={() => setAddress({ mo: undefined, nghe: undefined, thang: undefined })}
          wide
        >
          <FeeForm
            name={bang ?? `new ${nghe ?? ''}`.trim()}
            from={before.data?.sheet ?? { market: nuoc ?? '', occupation: nghe ?? '', months: Number(thang) || 0 }}
            onDone={(id) => setAddress({ mo: undefined, bang: id, nuoc: undefined, nghe: undefined, thang: undefined })}
          />
        </DialogSheet>
      )}
    </section>
  );
}

const COLUMNS = ['occupation', 'agency', 'market', 'term', 'wage', 'total', 'validFrom'] as const;
