import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '../../../api/call';
import type { CommuneAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/fairs.json';
import { CommuneField } from '../../parts/commune-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useDraft } from '../../parts/use-draft';
import { useMe } from '../../session/me';
import { EMPTY_FAIR, type FairDraft, isComplete, requestOf } from './fair-draft';
import { TimeField } from './time-field';

const t = area('fairs', vi);

/** A new fair, or one that is mended: what is typed stays on the device until it is sent. */
export function FairForm({
  fairId,
  initial = EMPTY_FAIR,
  onClose,
  onSaved,
}: {
  fairId?: string;
  initial?: FairDraft;
  onClose: () => void;
  onSaved: (fairId: string) => void;
}) {
  const queries = useQueryClient();
  const province = useMe().provinceCode ?? '';
  const [draft, set, drop] = useDraft<FairDraft>(`fair.${fairId ?? 'new'}`, initial);
  const change = (part: Partial<FairDraft>) => set({ ...draft, ...part });
  const deed = useDeed((_: void, key) =>
    fairId
      ? call('POST /api/v1/fairs/{fairId}/terms', { params: { fairId }, body: requestOf(draft), key })
      : call('POST /api/v1/fairs', { body: requestOf(draft), key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await deed.act();
    if (!saved) return;
    drop();
    await queries.invalidateQueries({ queryKey: ['fairs'] });
    onClose();
    onSaved(saved.fairId);
  };
  const day = (name: 'heldOn' | 'signUpUntil') => (
    <DayField
      label={t(name)}
      value={draft[name] ? { day: draft[name], precision: 'YMD' } : undefined}
      onChange={(read) => change({ [name]: read?.day ?? '' })}
      required
    />
  );
  const digits = (name: 'seats' | 'quota', most: number, required: boolean) => (
    <TextField
      label={t(name)}
      value={draft[name]}
      onChange={(text) => change({ [name]: text.replace(/\D/g, '') })}
      most={most}
      required={required}
      {...(name === 'quota' && { note: t('quotaNote') })}
    />
  );
  return (
    <DialogSheet title={t(fairId ? 'change' : 'open')} onClose={onClose} wide>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <TextField label={t('fairTitle')} value={draft.title} onChange={(title) => change({ title })} required most={200} autoFocus />
        <div className="form-side">
          {day('heldOn')}
          <TimeField label={t('startsAt')} value={draft.startsAt} onChange={(startsAt) => change({ startsAt })} required />
          <TimeField label={t('endsAt')} value={draft.endsAt} onChange={(endsAt) => change({ endsAt })} />
        </div>
        <div className="form-side">
          <TextField label={t('place')} value={draft.place} onChange={(place) => change({ place })} required most={200} />
          <CommuneField
            label={t('heldIn')}
            province={province}
            value={(draft.heldIn as CommuneAnswer | null) ?? undefined}
            onChange={(commune) => change({ heldIn: commune ? { code: commune.code, name: commune.name } : null })}
            required={false}
          />
        </div>
        <TextField label={t('firms')} value={draft.firms} onChange={(firms) => change({ firms })} lines={4} note={t('firmsNote')} />
        <TextField label={t('transport')} value={draft.transport} onChange={(transport) => change({ transport })} most={300} />
        <div className="form-side">
          {day('signUpUntil')}
          {digits('seats', 4, true)}
          {digits('quota', 3, false)}
        </div>
        <AskedCommunes draft={draft} province={province} onChange={(communes) => change({ communes })} />
        <TextField label={t('remark')} value={draft.note} onChange={(note) => change({ note })} lines={2} most={500} />
        <div className="form-deeds">
          <DeedButton word={t(fairId ? 'save' : 'open')} deed={deed} disabled={!isComplete(draft)} />
        </div>
      </form>
    </DialogSheet>
  );
}

function AskedCommunes({
  draft,
  province,
  onChange,
}: {
  draft: FairDraft;
  province: string;
  onChange: (communes: FairDraft['communes']) => void;
}) {
  const chosen = draft.communes;
  return (
    <fieldset className="form-group">
      <legend>{t('communes')}</legend>
      {chosen.length === 0 && <p className="quiet fair-all">{t('allCommunes')}</p>}
      <div className="choice-line">
        {chosen.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            className="plain-button"
            aria-label={t('notAsked', { name })}
            onClick={() => onChange(chosen.filter((one) => one.code !== code))}
          >
            {name} ✕
          </button>
        ))}
      </div>
      <CommuneField
        key={chosen.length}
        label={t('addCommune')}
        province={province}
        value={undefined}
        required={false}
        onChange={(commune) =>
          commune && onChange([...chosen.filter(({ code }) => code !== commune.code), { code: commune.code, name: commune.name }])
        }
      />
    </fieldset>
  );
}
