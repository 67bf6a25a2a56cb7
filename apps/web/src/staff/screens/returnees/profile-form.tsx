import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { ReturneeResponse, ReturnProfileRequest } from '../../../api/schema';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/placement.json';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useDraft } from '../../parts/use-draft';
import { businessToday } from '../../session/business-day';

const t = area('placement', vi);
const LANGUAGES = ['KO', 'JA', 'ZH', 'EN', 'DE'] as const;
const WISHES = ['LOCAL_JOB', 'OWN_BUSINESS', 'GO_AGAIN', 'LEARN', 'REST'] as const;
const SAVINGS = ['BUSINESS', 'FARM', 'HOUSE', 'EDUCATION', 'DEBT', 'SAVE', 'NONE'] as const;

/** What somebody says on coming home, asked in one minute: the trade, the language, the wish, what the savings are for. */
export function ProfileForm({ desk: { person, profiles }, onClose }: { desk: ReturneeResponse; onClose: () => void }) {
  const queries = useQueryClient();
  const before = profiles[0];
  const [draft, set, drop] = useDraft(`profile.${person.workerId}`, {
    occupation: before?.occupation ?? person.occupations[0] ?? '',
    language: before?.language ?? '',
    languageLevel: before?.languageLevel ?? '',
    wish: before?.wish ?? '',
    savings: before?.savings ?? '',
    note: '',
  });
  const change = (part: Partial<typeof draft>) => set({ ...draft, ...part });
  const [day, setDay] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/placement/returnees/{workerId}/profile', {
      params: { workerId: person.workerId },
      body: {
        recordedOn: day!.day,
        occupation: draft.occupation.trim(),
        wish: draft.wish as ReturnProfileRequest['wish'],
        ...(draft.language && { language: draft.language as 'KO' }),
        ...(draft.language && draft.languageLevel.trim() && { languageLevel: draft.languageLevel.trim() }),
        ...(draft.savings && { savings: draft.savings as 'SAVE' }),
        ...(draft.note.trim() && { note: draft.note.trim() }),
      },
      key,
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    drop();
    tellDone(t('kept', { name: person.fullName }));
    onClose();
    await queries.invalidateQueries({ queryKey: ['placement'] });
  };
  return (
    <DialogSheet title={t('askTitle', { name: person.fullName })} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('trade')}
          value={draft.occupation}
          onChange={(occupation) => change({ occupation })}
          required
          most={200}
          autoFocus
          note={t('tradeNote')}
        />
        <div className="form-side">
          <ChoiceField
            label={t('language')}
            value={draft.language}
            onChange={(language) => change({ language })}
            none={t('noLanguage')}
            choices={LANGUAGES.map((value) => ({ value, word: t(`language.${value}`) }))}
          />
          <TextField label={t('level')} value={draft.languageLevel} onChange={(languageLevel) => change({ languageLevel })} most={60} />
        </div>
        <div className="form-side">
          <ChoiceField
            label={t('wish')}
            value={draft.wish}
            onChange={(wish) => change({ wish })}
            required
            choices={WISHES.map((value) => ({ value, word: t(`wish.${value}`) }))}
          />
          <ChoiceField
            label={t('savings')}
            value={draft.savings}
            onChange={(savings) => change({ savings })}
            none={t('notTold')}
            choices={SAVINGS.map((value) => ({ value, word: t(`savings.${value}`) }))}
          />
        </div>
        <DayField label={t('askedOn')} value={day} onChange={setDay} required />
        <TextField label={t('remark')} value={draft.note} onChange={(note) => change({ note })} lines={2} most={500} />
        <div className="form-deeds">
          <DeedButton word={t('keep')} deed={deed} disabled={!day || !draft.occupation.trim() || !draft.wish} />
        </div>
      </form>
    </DialogSheet>
  );
}
