import { type FormEvent, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { RelativeAnswer, RelativeRequest } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case-people.json';
import { ChoiceField } from '../../parts/choice-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { refreshCase } from './refresh-case';

const t = area('case-people', vi);
const RELATIONS = ['FATHER', 'MOTHER', 'SPOUSE', 'CHILD', 'SIBLING'] as const;

/** Near relatives by name and number, as some host countries ask about them; a number goes in and is never shown. */
export function RelativesCard({ workerId }: { workerId: string }) {
  const [adding, setAdding] = useState(false);
  const relatives = useQuery({
    queryKey: ['worker', workerId, 'relatives'],
    queryFn: async () => (await call('GET /api/v1/workers/{workerId}/relatives', { params: { workerId } })).relatives,
  });
  return (
    <section className="sheet card" aria-labelledby="relatives-title">
      <header className="card-head">
        <h2 id="relatives-title">{t('relatives')}</h2>
        <button type="button" className="plain-button no-print" onClick={() => setAdding(true)}>
          {t('addRelative')}
        </button>
      </header>
      <p className="quiet">{t('relativesNote')}</p>
      <ListState query={relatives} rows={2} isEmpty={(list) => list.length === 0} empty={t('noRelatives')}>
        {(list) => (
          <ul className="contact-list">
            {list.map((one) => (
              <RelativeLine key={`${one.kin} ${one.fullName}`} workerId={workerId} relative={one} />
            ))}
          </ul>
        )}
      </ListState>
      {adding && <RelativeForm workerId={workerId} onClose={() => setAdding(false)} />}
    </section>
  );
}

function RelativeLine({ workerId, relative: { kin, fullName, hasCitizenId } }: { workerId: string; relative: RelativeAnswer }) {
  const queries = useQueryClient();
  const deed = useDeed((_: void, key) =>
    call('DELETE /api/v1/workers/{workerId}/relatives', {
      params: { workerId },
      key,
      body: { kin: kin as RelativeRequest['kin'], fullName },
    }),
  );
  const remove = async () => {
    if (!(await deed.act())) return;
    tellDone(t('relativeRemoved', { name: fullName }));
    await refreshCase(queries);
  };
  return (
    <li>
      <div>
        <strong>{fullName}</strong> <span className="quiet">({t(`relation.${kin as 'FATHER'}`)})</span>
        <p className="quiet small">{t(hasCitizenId ? 'numbered' : 'unnumbered')}</p>
        {deed.problem && (
          <p role="alert" className="fault">
            {deed.problem}
          </p>
        )}
      </div>
      <button
        type="button"
        className="plain-button no-print"
        aria-label={t('removeRelative', { name: fullName })}
        disabled={deed.busy}
        onClick={() => void remove()}
      >
        {t('remove')}
      </button>
    </li>
  );
}

function RelativeForm({ workerId, onClose }: { workerId: string; onClose: () => void }) {
  const queries = useQueryClient();
  const [kin, setKin] = useState('');
  const [fullName, setFullName] = useState('');
  const [citizenId, setCitizenId] = useState('');
  const number = citizenId.replace(/\s/g, '');
  const deed = useDeed((_: void, key) =>
    call('PUT /api/v1/workers/{workerId}/relatives', {
      params: { workerId },
      key,
      body: { kin: kin as RelativeRequest['kin'], fullName: fullName.trim(), ...(number && { citizenId: number }) },
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t('relativeSaved', { name: fullName.trim() }));
    onClose();
    await refreshCase(queries);
  };
  return (
    <DialogSheet title={t('addRelative')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <ChoiceField
          label={t('relation')}
          value={kin}
          onChange={setKin}
          required
          autoFocus
          choices={RELATIONS.map((value) => ({ value, word: t(`relation.${value}`) }))}
        />
        <TextField label={t('fullName')} value={fullName} onChange={setFullName} required most={100} />
        <TextField label={t('citizenId')} value={citizenId} onChange={setCitizenId} most={20} />
        <div className="form-deeds">
          <DeedButton word={t('save')} deed={deed} disabled={!kin || !fullName.trim()} />
        </div>
      </form>
    </DialogSheet>
  );
}
