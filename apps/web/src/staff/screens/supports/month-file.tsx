import { useId, useState } from 'react';
import { call } from '../../../api/call';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { download } from '../../parts/sent-file/download';
import { useDeed } from '../../parts/use-deed';
import { businessToday } from '../../session/business-day';

const t = area('support', vi);

/** What was approved in a month, as a workbook for the treasury. */
export function MonthFile() {
  const id = useId();
  const [month, setMonth] = useState(businessToday().slice(0, 7));
  const deed = useDeed<void, void>(async () => {
    const file = await call('GET /api/v1/support-claims/workbook', { query: { month } });
    download(file as unknown as Blob, `ho-tro-${month}.xlsx`);
  });
  return (
    <>
      <label className="small quiet month-word" htmlFor={id}>
        {t('month')}
      </label>
      <input id={id} type="month" className="plain-input month-input" value={month} onChange={(event) => setMonth(event.target.value)} />
      <button type="button" className="plain-button" disabled={deed.busy || !month} onClick={() => void deed.act()}>
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
