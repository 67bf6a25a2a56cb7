import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '../../../api/call';
import type { ClassResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/training.json';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';

const t = area('training', vi);

/** A class that taught is ended, one that never was is cancelled. */
export const endOf = (one: ClassResponse) =>
  one.certified > 0 || one.sessions.some(({ taken }) => taken) ? ('closed' as const) : ('cancelled' as const);

/** Ends the class: its people are free for another one, and nothing more is written to it. */
export function EndForm({ one, onClose }: { one: ClassResponse; onClose: () => void }) {
  const queries = useQueryClient();
  const state = endOf(one);
  const unserved = one.people.filter(({ state: seat, certificateNumber }) => seat === 'seated' && !certificateNumber).length;
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/training/classes/{classId}/closing', { params: { classId: one.id }, body: { state }, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t(`ended.${state}`));
    onClose();
    await queries.invalidateQueries({ queryKey: ['classes'] });
  };
  return (
    <DialogSheet title={t(`end.${state}`)} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p>{t('endText')}</p>
        {unserved > 0 && <p className="tone-soon">{t('endUnserved', { people: unserved })}</p>}
        <div className="form-deeds">
          <DeedButton word={t(`end.${state}`)} deed={deed} />
        </div>
      </form>
    </DialogSheet>
  );
}
