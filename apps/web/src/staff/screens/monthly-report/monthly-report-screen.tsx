import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { ReportBoardResponse } from '../../../api/schema';
import { formatDay, formatMoment } from '../../../language/format';
import { ListState } from '../../parts/list-state';
import { MonthChoice, monthsFrom } from '../../parts/month-choice';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { businessToday } from '../../session/business-day';
import { FigureTable } from './figure-table';
import './monthly-report.css';
import { monthText, t } from './monthly-report-words';
import { PaperButtons } from './paper-buttons';
import { Remark } from './remark';
import { BehindSheet, type RowsWanted } from './behind-sheet';
import { UnitTable } from './unit-table';
import { Warnings } from './warnings';

/** The month of the whole province: who has sent, what to check, the numbers beside the month before, and what goes up. */
export function Screen() {
  const [{ thang }, change] = useAddress();
  const month = thang && /^\d{4}-\d{2}$/.test(thang) ? thang : monthsFrom(businessToday().slice(0, 7), -1);
  const query = useQuery({
    queryKey: ['monthly-report', month],
    queryFn: () => call('GET /api/v1/monthly-reports', { query: { month: `${month}-01` } }),
  });
  const board = query.data;
  return (
    <section className="monthly-report">
      <PageHead title={t('title', { month: monthText(month) })} note={board ? noteOf(board) : ' '}>
        <MonthChoice
          label={t('month')}
          word={(one) => t('ofMonth', { month: one })}
          value={month}
          onChange={(thang) => change({ thang })}
        />
        {board && <PaperButtons board={board} />}
      </PageHead>
      <ListState query={query} rows={14}>
        {(data) => <Body key={`${data.month} ${data.version} ${data.state}`} board={data} />}
      </ListState>
    </section>
  );
}

function Body({ board }: { board: ReportBoardResponse }) {
  const seesPeople = ['centre_staff', 'department_officer'].includes(useMe().role);
  const [rows, setRows] = useState<RowsWanted>();
  const open = seesPeople ? setRows : undefined;
  return (
    <div className="report-columns">
      <div>
        {board.decisionNote && (
          <p className="sheet report-note" role="status">
            <strong>{t('givenBack')}</strong> {board.decisionNote}
          </p>
        )}
        <Remark board={board} />
        <FigureTable board={board} onRows={open} />
      </div>
      <div>
        <Warnings board={board} onRows={open} />
        <UnitTable board={board} onRows={open} />
      </div>
      {rows && <BehindSheet wanted={rows} board={board} onClose={() => setRows(undefined)} />}
    </div>
  );
}

function noteOf({ from, to, dueOn, takenAt, state, version, frozen }: ReportBoardResponse): string {
  const window = t('window', { from: formatDay(from), to: formatDay(to), due: formatDay(dueOn) });
  const taken = t(frozen ? 'frozenAt' : 'runningAt', { at: formatMoment(takenAt), version });
  return `${window} · ${taken} · ${t(`state.${state as 'draft'}`)}`;
}
