import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { CommuneAnswer, OpeningAnswer, OpeningRequest } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { formatDay, formatMoment, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/placement.json';
import { ChoiceField } from '../../parts/choice-field';
import { CommuneField } from '../../parts/commune-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { wageText } from '../../parts/placement/wage-text';
import { dongOf } from '../../parts/money/dong';
import { DongField } from '../../parts/money/dong-field';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useDraft } from '../../parts/use-draft';
import { useMe } from '../../session/me';

const t = area('placement', vi);
const LANGUAGES = ['KO', 'JA', 'ZH', 'EN', 'DE'] as const;
const EMPTY = { firm: '', occupation: '', place: '', places: '', wageFrom: '', wageTo: '', language: '', contact: '', note: '' };

/** What a firm offers, as it tells the centre on the telephone; of a `known` opening, what it offers now. */
export function OpeningForm({ known, onClose }: { known?: OpeningAnswer; onClose: () => void }) {
  const queries = useQueryClient();
  const province = useMe().provinceCode ?? '';
  const [draft, set, drop] = useDraft(known ? `opening.${known.id}` : 'opening', known ? writtenOf(known) : EMPTY);
  const change = (part: Partial<typeof EMPTY>) => set({ ...draft, ...part });
  const [commune, setCommune] = useState(known && communeOf(known, province));
  const [until, setUntil] = useState<ReadDay | undefined>(known && { day: known.until, precision: 'YMD' });
  const deed = useDeed((_: void, key) => {
    const body: OpeningRequest = {
      firm: draft.firm.trim(),
      occupation: draft.occupation.trim(),
      place: draft.place.trim(),
      places: Number(draft.places),
      wageFrom: dongOf(draft.wageFrom),
      until: until!.day,
      ...(draft.wageTo && { wageTo: dongOf(draft.wageTo) }),
      ...(commune && { workCommune: commune.code }),
      ...(draft.language && { language: draft.language as 'KO' }),
      ...(draft.contact.trim() && { contact: draft.contact.trim() }),
      ...(draft.note.trim() && { note: draft.note.trim() }),
    };
    return known
      ? call('PUT /api/v1/placement/openings/{openingId}', { params: { openingId: known.id }, body, key })
      : call('POST /api/v1/placement/openings', { body, key });
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    drop();
    tellDone(t(known ? 'openingChanged' : 'openingAdded', { firm: draft.firm.trim() }));
    onClose();
    await queries.invalidateQueries({ queryKey: ['placement'] });
  };
  const text = (name: 'firm' | 'occupation' | 'place' | 'contact', required: boolean, autoFocus = false) => (
    <TextField
      label={t(name)}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
      required={required}
      most={200}
      autoFocus={autoFocus}
    />
  );
  const wage = (name: 'wageFrom' | 'wageTo') => (
    <DongField
      label={t(name)}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
      required={name === 'wageFrom'}
      most={13}
    />
  );
  const complete =
    draft.firm.trim() && draft.occupation.trim() && draft.place.trim() && Number(draft.places) > 0 && draft.wageFrom && until;
  return (
    <DialogSheet title={t(known ? 'changeOpening' : 'addOpening')} onClose={onClose} wide>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <div className="form-side">
          {text('firm', true, true)}
          {text('occupation', true)}
        </div>
        <div className="form-side">
          {text('place', true)}
          <CommuneField label={t('workCommune')} province={province} value={commune} onChange={setCommune} required={false} />
        </div>
        <div className="form-side">
          {wage('wageFrom')}
          {wage('wageTo')}
          <TextField
            label={t('places')}
            value={draft.places}
            onChange={(places) => change({ places: places.replace(/\D/g, '') })}
            required
            most={4}
          />
        </div>
        <div className="form-side">
          <ChoiceField
            label={t('languageAsked')}
            value={draft.language}
            onChange={(language) => change({ language })}
            none={t('noLanguageAsked')}
            choices={LANGUAGES.map((value) => ({ value, word: t(`language.${value}`) }))}
          />
          <DayField label={t('untilField')} value={until} onChange={setUntil} required />
        </div>
        {text('contact', false)}
        <TextField label={t('remark')} value={draft.note} onChange={(note) => change({ note })} lines={2} most={500} />
        <div className="form-deeds">
          <DeedButton word={t(known ? 'saveOpening' : 'addOpening')} deed={deed} disabled={!complete} />
        </div>
        {known && <FormerTerms openingId={known.id} />}
      </form>
    </DialogSheet>
  );
}

const wageOf = (amount: number | null): string => (amount === null ? '' : formatNumber(amount));
const writtenOf = (known: OpeningAnswer): typeof EMPTY => ({
  firm: known.firm,
  occupation: known.occupation,
  place: known.place,
  places: String(known.places),
  wageFrom: wageOf(known.wageFrom),
  wageTo: wageOf(known.wageTo),
  language: known.language ?? '',
  contact: known.contact ?? '',
  note: known.note ?? '',
});
const communeOf = ({ communeCode, communeName }: OpeningAnswer, province: string): CommuneAnswer | undefined =>
  communeCode === null ? undefined : { unitId: 0, code: communeCode, name: communeName ?? communeCode, type: '', province };

/** What stood before, the newest change first. */
function FormerTerms({ openingId }: { openingId: string }) {
  const { data = [] } = useQuery({
    queryKey: ['placement', 'versions', openingId],
    queryFn: async () => (await call('GET /api/v1/placement/openings/{openingId}/versions', { params: { openingId } })).versions,
  });
  if (data.length === 0) return null;
  return (
    <section aria-label={t('formerTerms')}>
      <h3>{t('formerTerms')}</h3>
      <ul className="plain-list">
        {data.map(({ terms, changedAt, by }) => (
          <li key={changedAt}>
            {t('formerLine', {
              at: formatMoment(changedAt),
              occupation: terms.occupation,
              wage: wageText(terms),
              places: terms.places,
              until: formatDay(terms.until),
            })}
            {by && <span className="quiet small"> · {by}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
