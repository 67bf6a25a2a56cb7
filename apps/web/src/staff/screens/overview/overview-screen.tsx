import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { LeadOverviewResponse } from '../../../api/schema';
import { formatDay, formatMoment } from '../../../language/format';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import { AgencyTable } from './agency-table';
import { AssignmentsGiven } from './assignments-given';
import { CommuneBars } from './commune-bars';
import { CommuneSheet } from './commune-sheet';
import { Figures } from './figures';
import { Funnel } from './funnel';
import { MarketTable } from './market-table';
import { MonthChart } from './month-chart';
import './overview.css';
import './overview-print.css';
import { t } from './overview-words';
import { TileGrid } from './tile-grid';
import { businessToday } from '../../session/business-day';

const YEARS_BACK = 3;

/** A leader's one page: one request, the same page on paper. Year, comparison and the opened commune stand in the address. */
export function Screen() {
  const [{ nam, soSanh, xa }, change] = useAddress();
  const thisYear = Number(businessToday().slice(0, 4));
  const year = nam && /^\d{4}$/.test(nam) ? Number(nam) : thisYear;
  const query = useQuery({
    queryKey: ['overview', year],
    staleTime: 60_000,
    queryFn: () => call('GET /api/v1/lead/overview', { query: { year } }),
  });
  const page = query.data;
  return (
    <section className="overview">
      <PageHead title={t('title', { year })} note={page ? <Stamps page={page} /> : ' '}>
        <label className="form-tick">
          <input
            type="checkbox"
            checked={soSanh === '1'}
            onChange={(event) => change({ soSanh: event.target.checked ? '1' : undefined })}
          />
          {t('compare')}
        </label>
        <select className="plain-button" aria-label={t('year')} value={year} onChange={(event) => change({ nam: event.target.value })}>
          {Array.from({ length: YEARS_BACK }, (_, i) => thisYear - i).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
        <Link to="/chi-tieu" search={{ nam: String(year) } as never} className="plain-button">
          {t('targets')}
        </Link>
        <button type="button" className="main-button" onClick={() => print()}>
          {t('print')}
        </button>
      </PageHead>
      <ListState query={query} rows={14}>
        {(data) => <Body page={data} compare={soSanh === '1'} onCommune={(code) => change({ xa: code })} />}
      </ListState>
      {page && xa && <CommuneSheet page={page} code={xa} onClose={() => change({ xa: undefined })} />}
    </section>
  );
}

function Stamps({ page }: { page: LeadOverviewResponse }) {
  const { communes, agencies, days } = page.freshness;
  return (
    <>
      {t('asOf', { day: formatDay(page.until), at: formatMoment(page.asOf) })}.{' '}
      {t('fresh', { part: communes.part, of: communes.of, agencyPart: agencies.part, agencyOf: agencies.of, days })}.
    </>
  );
}

function Body({ page, compare, onCommune }: { page: LeadOverviewResponse; compare: boolean; onCommune: (code: string) => void }) {
  const isEmpty = !page.exits.actual && page.exits.target === null && !page.funnel.some(({ people }) => people > 0);
  if (isEmpty) return <p className="list-empty sheet">{t('empty', { year: page.year })}</p>;
  return (
    <>
      <Figures page={page} compare={compare} />
      <AssignmentsGiven assignments={page.assignments} />
      <div className="overview-two">
        <CommuneBars page={page} compare={compare} onCommune={onCommune} />
        <TileGrid page={page} onCommune={onCommune} />
      </div>
      <div className="overview-two">
        <MonthChart page={page} />
        <Funnel page={page} />
      </div>
      <div className="overview-two">
        <MarketTable page={page} />
        <AgencyTable page={page} />
      </div>
    </>
  );
}
