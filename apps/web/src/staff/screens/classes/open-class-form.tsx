import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { OpenClassRequest } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/training.json';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { useMarkets } from '../../parts/markets';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('training', vi);
const KINDS = ['ORIENTATION', 'LANGUAGE', 'VOCATION'] as const;
const EMPTY = { kind: 'ORIENTATION', title: '', market: '', occupation: '', place: '', seats: '40', trainers: '' };

/** A new class of one's own organisation; goes straight to its page. */
export function OpenClassForm({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const markets = useMarkets();
  const [form, setForm] = useState(EMPTY);
  const [startsOn, setStartsOn] = useState<ReadDay>();
  const [endsOn, setEndsOn] = useState<ReadDay>();
  const change = (part: Partial<typeof EMPTY>) => setForm((now) => ({ ...now, ...part }));
  const deed = useDeed((_: void, key) => call('POST /api/v1/training/classes', { key, body: requestOf(form, startsOn!, endsOn!) }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const opened = await deed.act();
    if (opened) await navigate({ to: `/lop-hoc/${opened.classId}` as never });
  };
  return (
    <DialogSheet title={t('openClass')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <TextField label={t('classTitle')} value={form.title} onChange={(title) => change({ title })} required most={200} autoFocus />
        <div className="form-side">
          <ChoiceField
            label={t('kind')}
            value={form.kind}
            onChange={(kind) => change({ kind })}
            required
            choices={KINDS.map((value) => ({ value, word: t(`kind.${value}`) }))}
          />
          <ChoiceField
            label={t('market')}
            value={form.market}
            onChange={(market) => change({ market })}
            none={t('anyMarket')}
            choices={markets.list.map(({ code, name }) => ({ value: code, word: name }))}
          />
        </div>
        <div className="form-side">
          <DayField label={t('startsOn')} value={startsOn} onChange={setStartsOn} required />
          <DayField label={t('endsOn')} value={endsOn} onChange={setEndsOn} required />
        </div>
        <TextField label={t('occupation')} value={form.occupation} onChange={(occupation) => change({ occupation })} most={200} />
        <TextField label={t('place')} value={form.place} onChange={(place) => change({ place })} required most={200} />
        <div className="form-side">
          <TextField
            label={t('seats')}
            value={form.seats}
            onChange={(seats) => change({ seats: seats.replace(/\D/g, '') })}
            required
            most={3}
          />
          <TextField
            label={t('trainers')}
            value={form.trainers}
            onChange={(trainers) => change({ trainers })}
            most={400}
            note={t('trainersNote')}
          />
        </div>
        <div className="form-deeds">
          <DeedButton
            word={t('openClass')}
            deed={deed}
            disabled={!startsOn || !endsOn || !form.title.trim() || !form.place.trim() || !form.seats}
          />
        </div>
      </form>
    </DialogSheet>
  );
}

function requestOf(form: typeof EMPTY, startsOn: ReadDay, endsOn: ReadDay): OpenClassRequest {
  return {
    kind: form.kind as OpenClassRequest['kind'],
    title: form.title.trim(),
    place: form.place.trim(),
    startsOn: startsOn.day,
    endsOn: endsOn.day,
    seats: Number(form.seats),
    trainers: form.trainers
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    ...(form.market && { market: form.market }),
    ...(form.occupation.trim() && { occupation: form.occupation.trim() }),
  };
}
