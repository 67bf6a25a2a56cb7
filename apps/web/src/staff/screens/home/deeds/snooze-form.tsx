import { useState } from 'react';
import { call, newKey } from '../../../../api/call';
import { formatDay } from '../../../../language/format';
import { addDays, type ReadDay } from '../../../../language/read-day';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { DayField } from '../../../parts/day-field';
import { DeedButton } from '../../../parts/deed-button';
import { TextField } from '../../../parts/text-field';
import { useDeed } from '../../../parts/use-deed';
import type { DeedProps } from './deeds';
import { businessToday } from '../../../session/business-day';

const t = area('queue', vi);
const SHORTEST_REASON = 5;

/** Puts a row off for the office, with a reason; what is due today cannot be put off, and the row says so. A hidden row is shown again. */
export function SnoozeForm({ row, opened, onDone }: DeedProps & { opened: boolean }) {
  const today = businessToday();
  const latest = row.dueOn && row.dueOn < addDays(today, 30) ? row.dueOn : addDays(today, 30);
  const [until, setUntil] = useState<ReadDay>();
  const [reason, setReason] = useState('');
  const path = { workKind: row.kind, workId: row.id };
  const show = (key = newKey()) => call('DELETE /api/v1/work/{workKind}/{workId}/snooze', { params: path, key });
  const hiding = useDeed((day: string, key) =>
    call('POST /api/v1/work/{workKind}/{workId}/snooze', { params: path, body: { until: day, reason: reason.trim() }, key }),
  );
  const showing = useDeed(async (_: undefined, key) => {
    await show(key);
    return true;
  });
  const hide = async () => {
    if (until && (await hiding.act(until.day))) onDone(t('hiddenUntil', { day: formatDay(until.day) }), show);
  };
  if (row.hiddenUntil)
    return (
      <form
        className="deed"
        onSubmit={(event) => (event.preventDefault(), void showing.act(undefined).then((ok) => ok && onDone(t('shownAgain'))))}
      >
        <p>{t('hiddenUntil', { day: formatDay(row.hiddenUntil) })}</p>
        <DeedButton word={t('showAgain')} deed={showing} />
      </form>
    );
  if (row.dueOn && row.dueOn <= today) return <p className="quiet small">{t('snoozeTooLate')}</p>;
  const choices = [3, 7, 14].map((days) => addDays(today, days)).filter((day) => day <= latest);
  return (
    <details open={opened}>
      <summary>{t('snooze')}</summary>
      <form className="deed" onSubmit={(event) => (event.preventDefault(), void hide())}>
        <DayField
          label={t('snoozeUntil')}
          value={until}
          onChange={setUntil}
          required
          choices={choices.map((day, at) => ({ day, word: t('inDays', { days: [3, 7, 14][at]! }) }))}
        />
        <TextField
          label={t('snoozeReason')}
          value={reason}
          onChange={setReason}
          most={300}
          required
          note={t('snoozeNote', { day: formatDay(latest) })}
        />
        <DeedButton word={t('snoozeDo')} deed={hiding} disabled={!until || reason.trim().length < SHORTEST_REASON} />
      </form>
    </details>
  );
}
