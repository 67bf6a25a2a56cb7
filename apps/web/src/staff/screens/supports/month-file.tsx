import { useState } from 'react';
import { call } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { MonthChoice } from '../../parts/month-choice';
import { download } from '../../parts/sent-file/download';
import { useDeed } from '../../parts/use-deed';
import { businessToday } from '../../session/business-day';

const t = area('support', vi);

/** What was approved in a month, as a workbook for the treasury. */
export function MonthFile() {
  const [month, setMonth] = useState(businessToday().slice(0, 7));
  const deed = useDeed<void, void>(async () => {
    const file = await call('GET /api/v1/support-claims/workbook', { query: { month } });
    download(file as unknown as Blob, `ho-tro-${month}.xlsx`);
  });
  return (
    <>
      <MonthChoice label={t('month')} word={(one) => t('approvedIn', { month: one })} value={month} onChange={setMonth} />
      <button type="button" className="plain-button" disabled={deed.busy} onClick={() => void deed.act()}>
        {t('workbook')}
      </button>
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
    </>
  );
}
