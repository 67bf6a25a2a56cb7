import { useState } from 'react';
import { call } from '../../../../api/call';
import type { ProveGuardRequest } from '../../../../api/schema';
import { guardName } from '../../../../language/codes';
import type { ReadDay } from '../../../../language/read-day';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { DayField } from '../../../parts/day-field';
import { DeedButton } from '../../../parts/deed-button';
import { tellDone } from '../../../parts/notices';
import { TextField } from '../../../parts/text-field';
import { useDeed } from '../../../parts/use-deed';
import type { DeedProps } from './deeds';

const t = area('queue', vi);
type Guard = ProveGuardRequest['guard'];

/** Papers that were missing when somebody left: number and day of each. The task goes with the last of them. */
export function GuardsDeed({ row, onDone }: DeedProps) {
  const asked = Array.isArray(row.detail.guards) ? (row.detail.guards as Guard[]) : [];
  const [proven, setProven] = useState<readonly Guard[]>([]);
  const open = asked.filter((guard) => !proven.includes(guard));
  const prove = (guard: Guard) => {
    if (open.length === 1) return onDone(t('guardsProven', { name: row.fullName ?? '' }));
    tellDone(t('guardProven', { guard: guardName(guard) }));
    setProven([...proven, guard]);
  };
  return (
    <>
      {open.map((guard, at) => (
        <details key={guard} className="guard" open={at === 0}>
          <summary>{guardName(guard)}</summary>
          <GuardForm caseId={row.caseId!} guard={guard} onProven={() => prove(guard)} />
        </details>
      ))}
    </>
  );
}

function GuardForm({ caseId, guard, onProven }: { caseId: string; guard: Guard; onProven: () => void }) {
  const [reference, setReference] = useState('');
  const [day, setDay] = useState<ReadDay>();
  const [until, setUntil] = useState<ReadDay>();
  const deed = useDeed((body: ProveGuardRequest, key) => call('POST /api/v1/cases/{caseId}/guards', { params: { caseId }, body, key }));
  const save = async () => {
    if (day && (await deed.act({ guard, reference: reference.trim(), on: day.day, validUntil: until?.day }))) onProven();
  };
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={t('paperNumber')} value={reference} onChange={setReference} most={200} required />
      <DayField label={t('paperDay')} value={day} onChange={setDay} required />
      <DayField label={t('paperUntil')} value={until} onChange={setUntil} />
      <DeedButton word={t('prove')} deed={deed} disabled={!day || reference.trim() === ''} />
    </form>
  );
}
