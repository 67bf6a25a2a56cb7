import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { AssignmentRequest, LeadOverviewResponse } from '../../../api/schema';
import { addDays, type ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/assignments.json';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { businessToday } from '../../session/business-day';
import { useMe } from '../../session/me';

const t = area('assignments', vi);
const USUAL_DAYS = 7;

/** The number a task is given on, as it stands on the page. */
export interface AssignedNumber {
  readonly figure: AssignmentRequest['figure'];
  readonly shown: string;
  readonly rows: string;
  /** Commune that the number is of: first choice of who must answer. */
  readonly communeCode?: string;
}

/** "Giao việc" beside a number, for those who lead. */
export function AssignButton({ page, number }: { page: LeadOverviewResponse; number: AssignedNumber }) {
  const [open, setOpen] = useState(false);
  if (!['leader', 'department_officer'].includes(useMe().role)) return null;
  return (
    <>
      <button type="button" className="plain-button no-print" onClick={() => setOpen(true)}>
        {t('assign')}
      </button>
      {open && <AssignForm page={page} number={number} onClose={() => setOpen(false)} />}
    </>
  );
}

function AssignForm({ page, number, onClose }: { page: LeadOverviewResponse; number: AssignedNumber; onClose: () => void }) {
  const queries = useQueryClient();
  const [owner, setOwner] = useState(number.communeCode ? `commune ${number.communeCode}` : 'centre');
  const [dueOn, setDueOn] = useState<ReadDay | undefined>({ day: addDays(businessToday(), USUAL_DAYS), precision: 'YMD' });
  const [text, setText] = useState('');
  const choices = [
    { value: 'centre', word: t('desk.centre') },
    { value: 'department', word: t('desk.department') },
    ...page.communes.map(({ communeCode, name }) => ({ value: `commune ${communeCode}`, word: name })),
    ...page.agencies.map(({ agencyId, name }) => ({ value: `agency ${agencyId}`, word: name })),
  ];
  const deed = useDeed((body: AssignmentRequest, key) => call('POST /api/v1/lead/assignments', { body, key }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const [desk, named] = owner.split(' ') as [AssignmentRequest['desk'], string?];
    const { figure, shown, rows } = number;
    const told = await deed.act({
      figure,
      shown,
      rows,
      desk,
      ...(desk === 'commune' && { ownerCommune: named }),
      ...(desk === 'agency' && { ownerAgency: named }),
      text: text.trim(),
      dueOn: dueOn!.day,
    });
    if (!told) return;
    tellDone(t('assigned', { owner: choices.find(({ value }) => value === owner)?.word ?? '' }));
    onClose();
    await queries.invalidateQueries({ queryKey: ['overview'] });
  };
  return (
    <DialogSheet title={t('assign')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p>
          {t(`figure.${number.figure as 'EXITS'}`)}: <strong>{number.shown}</strong>
        </p>
        <TextField label={t('text')} value={text} onChange={setText} lines={3} most={1000} required autoFocus />
        <ChoiceField label={t('owner')} value={owner} onChange={setOwner} required choices={choices} />
        <DayField label={t('dueOn')} value={dueOn} onChange={setDueOn} required />
        <div className="form-deeds">
          <DeedButton word={t('assign')} deed={deed} disabled={text.trim().length < 3 || !owner || !dueOn} />
        </div>
      </form>
    </DialogSheet>
  );
}
