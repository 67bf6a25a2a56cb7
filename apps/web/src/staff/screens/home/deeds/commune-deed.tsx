import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../../api/call';
import type { CommuneAnswer } from '../../../../api/schema';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { CommuneField } from '../../../parts/commune-field';
import { DeedButton } from '../../../parts/deed-button';
import { TextField } from '../../../parts/text-field';
import { useDeed } from '../../../parts/use-deed';
import type { DeedProps } from './deeds';
import { FinishDeed, finishTask } from './finish-deed';

const t = area('queue', vi);

/** Where somebody lives now that the old commune is divided. A relative's place is chosen on the person's page. */
export function CommuneDeed(props: DeedProps) {
  return props.row.detail.relative === true || !props.row.workerId ? (
    <FinishDeed {...props} />
  ) : (
    <OwnCommune {...props} workerId={props.row.workerId} />
  );
}

function OwnCommune({ row, onDone, workerId }: DeedProps & { workerId: string }) {
  const [commune, setCommune] = useState<CommuneAnswer>();
  const [reason, setReason] = useState('');
  const { data: worker } = useQuery({
    queryKey: ['worker', workerId],
    queryFn: ({ signal }) => call('GET /api/v1/workers/{workerId}', { params: { workerId }, signal }),
  });
  const deed = useDeed(async (communeCode: string, key) => {
    await call('PUT /api/v1/workers/{workerId}/residence', {
      params: { workerId },
      body: { communeCode, reason: reason.trim() },
      version: worker!.version,
      key,
    });
    // A question about the family's place stays open until somebody says it is answered; a divided commune's goes by itself.
    return row.code === 'CHOOSE_COMMUNE' ? true : finishTask(row.id, reason.trim(), `${key}t`);
  });
  const choose = async () => {
    if (commune && (await deed.act(commune.code))) onDone(t('communeChosen', { name: row.fullName ?? '', commune: commune.name }));
  };
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void choose())}>
      {worker?.declaredPlace && (
        <p>
          {t('declaredPlace')} <b>{worker.declaredPlace}</b>
        </p>
      )}
      <CommuneField label={t('communeNow')} province={worker?.provinceCode ?? ''} value={commune} onChange={setCommune} />
      <TextField label={t('communeReason')} value={reason} onChange={setReason} most={300} required note={t('communeReasonNote')} />
      <DeedButton word={t('chooseCommune')} deed={deed} disabled={!commune || !worker || reason.trim() === ''} />
    </form>
  );
}
