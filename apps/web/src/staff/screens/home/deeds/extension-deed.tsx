import { useState } from 'react';
import { call } from '../../../../api/call';
import { formatDay } from '../../../../language/format';
import type { ReadDay } from '../../../../language/read-day';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { DayField } from '../../../parts/day-field';
import { DeedButton } from '../../../parts/deed-button';
import { useDeed } from '../../../parts/use-deed';
import type { DeedProps } from './deeds';
import { finishTask } from './finish-deed';

const t = area('queue', vi);
const readGiven = (value: unknown): ReadDay | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { day: value, precision: 'YMD' } : undefined;

/** The commune heard of a longer contract: the new end makes it a fact, and the task is done with it. */
export function ExtensionDeed({ row, onDone }: DeedProps) {
  const [end, setEnd] = useState(readGiven(row.detail.newEnd));
  const [signed, setSigned] = useState<ReadDay>();
  const deed = useDeed(async (endsOn: string, key) => {
    await call('POST /api/v1/cases/{caseId}/milestones', {
      params: { caseId: row.caseId! },
      body: { kind: 'EXTENDED', effectiveOn: signed?.day, contract: { kind: 'extension', endsOn, signedOn: signed?.day } },
      key,
    });
    return finishTask(row.id, t('extensionOutcome', { day: formatDay(endsOn) }), `${key}t`);
  });
  const record = async () => {
    if (end && (await deed.act(end.day))) onDone(t('extensionRecorded', { name: row.fullName ?? '', day: formatDay(end.day) }));
  };
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void record())}>
      <DayField label={t('newEnd')} value={end} onChange={setEnd} required />
      <DayField label={t('signedOn')} value={signed} onChange={setSigned} />
      <DeedButton word={t('recordExtension')} deed={deed} disabled={!end} />
    </form>
  );
}
