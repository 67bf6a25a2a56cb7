import { type FormEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { CommuneAnswer, WorkerResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { CommuneField } from '../../parts/commune-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { refreshCase } from './refresh-case';

const t = area('case', vi);

/** Where the person lives today: a move, or the choice where an old commune was divided. Cases and questions follow. */
export function ResidenceForm({ worker, onClose }: { worker: WorkerResponse; onClose: () => void }) {
  const queries = useQueryClient();
  const [commune, setCommune] = useState<CommuneAnswer>();
  const [hamlet, setHamlet] = useState('');
  const [reason, setReason] = useState('');
  const deed = useDeed((_: void, key) =>
    call('PUT /api/v1/workers/{workerId}/residence', {
      params: { workerId: worker.id },
      body: { communeCode: commune!.code, reason: reason.trim(), ...(hamlet.trim() && { hamlet: hamlet.trim() }) },
      key,
      version: worker.version,
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t('residenceSaved', { place: commune!.name }));
    onClose();
    await refreshCase(queries);
  };
  return (
    <DialogSheet title={t('residence')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p className="quiet">
          {t('residenceNow', { place: worker.communeName ?? t('communeUnknown') })}
          {worker.declaredUnitName && ` ${t('declared', { place: worker.declaredUnitName })}`}
        </p>
        <CommuneField label={t('commune')} province={worker.provinceCode} value={commune} onChange={setCommune} />
        <TextField label={t('hamlet')} value={hamlet} onChange={setHamlet} most={120} />
        <TextField label={t('reason')} value={reason} onChange={setReason} required most={300} note={t('residenceReason')} />
        <div className="form-deeds">
          <DeedButton word={t('save')} deed={deed} disabled={!commune || reason.trim().length < 5} />
        </div>
      </form>
    </DialogSheet>
  );
}
