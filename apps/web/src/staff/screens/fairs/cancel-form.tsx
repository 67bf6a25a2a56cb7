import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { FairResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fairs.json';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('fairs', vi);

/** Calls a fair off; who signed up stays on the list, to be told. */
export function CancelForm({ fair, onClose }: { fair: FairResponse; onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/fairs/{fairId}/cancelling', { params: { fairId: fair.id }, body: { reason: reason.trim() }, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t('cancelled'));
    onClose();
    await queries.invalidateQueries({ queryKey: ['fairs'] });
  };
  return (
    <DialogSheet title={t('cancel')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p>{t('cancelText', { n: fair.people.length })}</p>
        <TextField label={t('reason')} value={reason} onChange={setReason} required most={300} autoFocus />
        <div className="form-deeds">
          <DeedButton word={t('cancel')} deed={deed} disabled={reason.trim().length < 5} />
        </div>
      </form>
    </DialogSheet>
  );
}
