import { useState } from 'react';
import { call } from '../../../../api/call';
import { formatDay } from '../../../../language/format';
import { addDays, type ReadDay } from '../../../../language/read-day';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { DayField } from '../../../parts/day-field';
import { DeedButton } from '../../../parts/deed-button';
import { TextField } from '../../../parts/text-field';
import { useDeed } from '../../../parts/use-deed';
import { VisitPictures } from '../../../parts/visit-pictures';
import type { DeedProps } from './deeds';
import { finishTask } from './finish-deed';
import { businessToday } from '../../../session/business-day';

const t = area('queue', vi);
const TYPES = ['COMPLETED', 'EARLY', 'SICK_OR_INJURED', 'DEPORTED', 'VOLUNTARY_AFTER_OVERSTAY', 'AFTER_ABSCONDING'] as const;

/** The family said the person is home: the day of entry makes it a fact, and the task is done with it. */
export function ReturnDeed({ row, onDone }: DeedProps) {
  const [day, setDay] = useState<ReadDay>();
  const [returnType, setReturnType] = useState<(typeof TYPES)[number]>('COMPLETED');
  const [reason, setReason] = useState('');
  const early = returnType === 'EARLY';
  const deed = useDeed(async (on: string, key) => {
    await call('POST /api/v1/cases/{caseId}/milestones', {
      params: { caseId: row.caseId! },
      body: { kind: 'RETURNED', effectiveOn: on, detail: { returnType, reason: early ? reason.trim() : undefined } },
      key,
    });
    return finishTask(row.id, t('returnOutcome', { day: formatDay(on) }), `${key}t`);
  });
  const record = async () => {
    if (day && (await deed.act(day.day))) onDone(t('returnRecorded', { name: row.fullName ?? '', day: formatDay(day.day) }));
  };
  const today = businessToday();
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void record())}>
      {row.caseId && typeof row.detail.visitId === 'string' && <VisitPictures caseId={row.caseId} visitId={row.detail.visitId} />}
      <DayField
        label={t('entryDay')}
        value={day}
        onChange={setDay}
        required
        choices={[
          { day: today, word: t('today') },
          { day: addDays(today, -1), word: t('yesterday') },
        ]}
      />
      <label className="field">
        {t('returnType')}
        <select className="field-input" value={returnType} onChange={(event) => setReturnType(event.target.value as typeof returnType)}>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`return.${type}`)}
            </option>
          ))}
        </select>
      </label>
      {early && <TextField label={t('earlyReason')} value={reason} onChange={setReason} most={60} required />}
      <DeedButton word={t('recordReturn')} deed={deed} disabled={!day || (early && reason.trim() === '')} />
    </form>
  );
}
