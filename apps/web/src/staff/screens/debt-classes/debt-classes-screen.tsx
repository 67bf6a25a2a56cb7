import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import type { DebtYearResponse } from '../../../api/schema';
import { formatDay, formatNumber, formatPercent } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/debt-classes.json';
import { DeedButton } from '../../parts/deed-button';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { PageHead } from '../../parts/page-head';
import { PlainTable, TableHead } from '../../parts/plain-table';
import { download } from '../../parts/sent-file/download';
import { useAddress } from '../../parts/use-address';
import { useDeed } from '../../parts/use-deed';
import { businessToday } from '../../session/business-day';
import './debt-classes.css';

const t = area('debt-classes', vi);
const YEARS_BACK = 6;
const CLASSES = ['CURRENT', 'OVERDUE', 'FROZEN'] as const;

/** The groups of debt on a 31 December: one press writes them, the table prints and goes along as a workbook. */
export function Screen() {
  const [{ nam }, setAddress] = useAddress();
  const last = Number(businessToday().slice(0, 4)) - 1;
  const year = nam ?? String(last);
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['debt-classes', year],
    queryFn: ({ signal }) => call('GET /api/v1/loans/classifications', { query: { year }, signal }),
  });
  const classify = useDeed((_: void, key) => call('POST /api/v1/loans/classifications', { body: { year: Number(year) }, key }));
  const write = async () => {
    const done = await classify.act();
    if (!done) return;
    tellDone(t('written', { added: done.added }));
    await queries.invalidateQueries({ queryKey: ['debt-classes', year] });
  };
  const workbook = useDeed(async () => {
    const bytes = await call('GET /api/v1/loans/classifications/workbook', { query: { year } });
    download(bytes as unknown as Blob, t('fileName', { year }));
  });
  const years = Array.from({ length: YEARS_BACK }, (_, i) => String(last - i));
  return (
    <section>
      <PageHead title={t('title', { year })} note={t('note')}>
        <button type="button" className="plain-button" disabled={workbook.busy} onClick={() => void workbook.act(undefined)}>
          {t('workbook')}
        </button>
        <button type="button" className="plain-button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </PageHead>
      <p className="choice-line no-print" role="group" aria-label={t('year')}>
        {years.map((one) => (
          <button key={one} type="button" className="plain-button" aria-pressed={one === year} onClick={() => setAddress({ nam: one })}>
            {one}
          </button>
        ))}
      </p>
      {workbook.problem && (
        <p role="alert" className="fault">
          {workbook.problem}
        </p>
      )}
      <ListState query={query}>
        {(debts) => (
          <div className="debt-classes">
            {debts.waiting > 0 && (
              <form
                className="sheet card form-rows no-print"
                onSubmit={(event) => {
                  event.preventDefault();
                  void write();
                }}
              >
                <p>{t('waiting', { loans: formatNumber(debts.waiting), year })}</p>
                <div className="form-deeds">
                  <DeedButton word={t('classify', { year })} deed={classify} />
                </div>
              </form>
            )}
            <ClassTable debts={debts} />
            {debts.loans.length > 0 && <Loans debts={debts} />}
          </div>
        )}
      </ListState>
    </section>
  );
}

function ClassTable({ debts: { classes, year, waiting } }: { debts: DebtYearResponse }) {
  if (classes.length === 0) return waiting > 0 ? null : <div className="list-empty">{t('nothing', { year })}</div>;
  const sum = (pick: (one: DebtYearResponse['classes'][number]) => number) => classes.reduce((all, one) => all + pick(one), 0);
  const total = { loans: sum((one) => one.loans), principal: sum((one) => one.principal), overdue: sum((one) => one.overduePrincipal) };
  const share = (principal: number) => (total.principal > 0 ? formatPercent(principal / total.principal) : '');
  return (
    <PlainTable
      label={t('title', { year })}
      heads={(['class', 'loans', 'principal', 'share', 'overdue'] as const).map((column) => t(column))}
    >
      {CLASSES.map((kind) => {
        const one = classes.find((found) => found.class === kind);
        return (
          <tr key={kind} className="figure-row">
            <th scope="row">{t(`class.${kind}`)}</th>
            <Figures loans={one?.loans ?? 0} principal={one?.principal ?? 0} overdue={one?.overduePrincipal ?? 0} share={share} />
          </tr>
        );
      })}
      <tr className="figure-row">
        <th scope="row">{t('total')}</th>
        <Figures {...total} share={share} />
      </tr>
    </PlainTable>
  );
}

function Figures(figures: { loans: number; principal: number; overdue: number; share: (principal: number) => string }) {
  const { loans, principal, overdue, share } = figures;
  return (
    <>
      <td data-head={t('loans')}>{formatNumber(loans)}</td>
      <td data-head={t('principal')}>{formatNumber(principal)}</td>
      <td data-head={t('share')}>{share(principal)}</td>
      <td data-head={t('overdue')}>{formatNumber(overdue)}</td>
    </>
  );
}

/** The loans behind the table, the worst first. */
function Loans({ debts: { loans, classes } }: { debts: DebtYearResponse }) {
  const all = classes.reduce((sum, one) => sum + one.loans, 0);
  return (
    <div className="sheet card table-scroll" tabIndex={0} role="region" aria-label={t('behind')}>
      <h2>{t('behind')}</h2>
      <table className="plain-table">
        <TableHead heads={(['name', 'loanNo', 'group', 'class', 'principal', 'overdue', 'ends'] as const).map((column) => t(column))} />
        <tbody>
          {loans.map((loan) => (
            <tr key={loan.loanId}>
              <th scope="row">
                <Link to="/von-vay/$loanId" params={{ loanId: loan.loanId } as never}>
                  {loan.fullName ?? loan.loanNo ?? t('unnamed')}
                </Link>
              </th>
              <td>{loan.loanNo}</td>
              <td>{loan.creditGroup}</td>
              <td>{t(`class.${loan.class as 'CURRENT'}`)}</td>
              <td data-head={t('principal')}>{formatNumber(loan.principal)}</td>
              <td data-head={t('overdue')}>{formatNumber(loan.overduePrincipal)}</td>
              <td>{formatDay(loan.endsOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > loans.length && <p className="quiet">{t('rest', { rest: formatNumber(all - loans.length) })}</p>}
    </div>
  );
}
