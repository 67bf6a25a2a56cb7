import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { t } from './monthly-report-words';

/** Sends a report back: what is missing is what its unit reads. */
export function ReturnSheet({ reportId, name, onClose }: { reportId: string; name: string; onClose: () => void }) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const deed = useDeed((text: string, key) =>
    call('POST /api/v1/monthly-reports/{reportId}/return', { params: { reportId }, body: { note: text }, key }),
  );
  const send = async () => {
    if (!(await deed.act(note.trim()))) return;
    await queries.invalidateQueries({ queryKey: ['monthly-report'] });
    tellDone(t('wasGivenBack', { name }));
    onClose();
  };
  return (
    <DialogSheet title={t('giveBackTo', { name })} onClose={onClose}>
      <form className="deed" onSubmit={(event) => (event.preventDefault(), void send())}>
        <TextField label={t('missing')} value={note} onChange={setNote} lines={4} most={1000} required autoFocus />
        <div className="form-deeds">
          <DeedButton word={t('giveBack')} deed={deed} disabled={note.trim().length < 3} />
        </div>
      </form>
    </DialogSheet>
  );
}
