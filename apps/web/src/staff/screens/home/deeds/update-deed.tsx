import { useState } from 'react';
import { call } from '../../../../api/call';
import { formatDay } from '../../../../language/format';
import { addDays, type ReadDay } from '../../../../language/read-day';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { DayField } from '../../../parts/day-field';
import { DeedButton } from '../../../parts/deed-button';
import { useDeed } from '../../../parts/use-deed';
import { businessToday } from '../../../session/business-day';
import { useMe } from '../../../session/me';
import type { DeedProps } from './deeds';

const t = area('queue', vi);

/** The day on which the agency brought the ministry's system up to date: the fact that ends the question, wherever it lies. */
export function UpdateDeed({ row, onDone }: DeedProps) {
  const { role } = useMe();
  const today = businessToday();
  const [day, setDay] = useState<ReadDay | undefined>({ day: today, precision: 'YMD' });
  const deed = useDeed(async (updatedOn: string, key) => {
    const organisationId = String(row.detail.agencyId);
    if (role === 'agency_clerk') await call('POST /api/v1/agency/updates', { body: { updatedOn }, key });
    else await call('POST /api/v1/agencies/{organisationId}/updates', { params: { organisationId }, body: { updatedOn }, key });
    return true;
  });
  const report = async () => {
    if (day && (await deed.act(day.day))) onDone(t('updateReported', { day: formatDay(day.day) }));
  };
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void report())}>
      <DayField
        label={t('updatedOn')}
        value={day}
        onChange={setDay}
        required
        choices={[
          { day: today, word: t('today') },
          { day: addDays(today, -1), word: t('yesterday') },
        ]}
      />
      <DeedButton word={t('reportUpdate')} deed={deed} disabled={!day} />
    </form>
  );
}
