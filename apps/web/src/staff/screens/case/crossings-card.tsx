import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { CaseResponse, CrossingAnswer, StatementRequest } from '../../../api/schema';
import { ownerName } from '../../../language/codes';
import { formatDay } from '../../../language/format';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/crossings.json';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useMe } from '../../session/me';
import { useCrossings } from './case-reads';
import { refreshCase } from './refresh-case';

const t = area('crossings', vi);
const VOICES = ['AGENCY', 'FAMILY', 'PAPER'] as const;
/** Whose word an account may write down; the server decides again. */
const OWN: Readonly<Record<string, readonly string[]>> = { agency_clerk: ['AGENCY'], department_officer: ['PAPER'], centre_staff: VOICES };

/** Exit and return as agency, family and paper say them, and who must answer where they do not agree. */
export function CrossingsCard({ file }: { file: CaseResponse }) {
  const { role } = useMe();
  const { data = [] } = useCrossings(file.id);
  const [saying, setSaying] = useState(false);
  if (data.length === 0 && !file.departedOn && !file.plannedExitOn) return null;
  return (
    <section className="sheet card" aria-labelledby="crossings-title">
      <h2 id="crossings-title">{t('title')}</h2>
      {data.length === 0 && <p className="quiet">{t('nobody')}</p>}
      {data.map((one) => (
        <CrossingLines key={one.crossing} one={one} />
      ))}
      {OWN[role] && (
        <button type="button" className="plain-button no-print" onClick={() => setSaying(true)}>
          {t('say')}
        </button>
      )}
      {saying && <SayForm file={file} voices={OWN[role] ?? []} onClose={() => setSaying(false)} />}
    </section>
  );
}

function CrossingLines({ one }: { one: CrossingAnswer }) {
  const { state, rule, owner } = one.verdict;
  return (
    <>
      <h3>{t(`crossing.${one.crossing as 'EXIT'}`)}</h3>
      <dl className="facts">
        {VOICES.map((voice) => {
          const word = one.statements.filter((said) => said.voice === voice).at(-1);
          return (
            <div key={voice} className="facts-line">
              <dt>{t(`voice.${voice}`)}</dt>
              <dd>{word ? word.happened ? formatDay(word.on) || t('yes') : t('no') : <span className="quiet">{t('silent')}</span>}</dd>
            </div>
          );
        })}
      </dl>
      <p className={state === 'differs' ? 'tone-soon' : 'quiet'}>
        {state === 'differs'
          ? t('differs', { rule: t(`rule.${rule as 'ONE_SILENT'}`), owner: ownerName(owner ?? '') })
          : t(`state.${state as 'agreed'}`)}
      </p>
    </>
  );
}

function SayForm({ file, voices, onClose }: { file: CaseResponse; voices: readonly string[]; onClose: () => void }) {
  const queries = useQueryClient();
  const [crossing, setCrossing] = useState(file.departedOn ? 'RETURN' : 'EXIT');
  const [voice, setVoice] = useState(voices.length === 1 ? voices[0]! : '');
  const [happened, setHappened] = useState('yes');
  const [on, setOn] = useState<ReadDay>();
  const [note, setNote] = useState('');
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/cases/{caseId}/crossings', {
      params: { caseId: file.id },
      body: {
        crossing: crossing as StatementRequest['crossing'],
        voice: voice as StatementRequest['voice'],
        happened: happened === 'yes',
        ...(on && { on: on.day }),
        ...(note.trim() && { note: note.trim() }),
      },
      key,
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t('said'));
    onClose();
    await refreshCase(queries);
  };
  return (
    <DialogSheet title={t('say')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <div className="form-side">
          <ChoiceField
            label={t('about')}
            value={crossing}
            onChange={setCrossing}
            required
            choices={(['EXIT', 'RETURN'] as const).map((value) => ({ value, word: t(`crossing.${value}`) }))}
          />
          <ChoiceField
            label={t('who')}
            value={voice}
            onChange={setVoice}
            required
            choices={VOICES.filter((one) => voices.includes(one)).map((value) => ({ value, word: t(`voice.${value}`) }))}
          />
        </div>
        <div className="form-side">
          <ChoiceField
            label={t('what')}
            value={happened}
            onChange={setHappened}
            required
            choices={(['yes', 'no'] as const).map((value) => ({ value, word: t(value) }))}
          />
          {happened === 'yes' && <DayField label={t('on')} value={on} onChange={setOn} today={file.today} />}
        </div>
        <TextField label={t('note')} value={note} onChange={setNote} most={500} lines={2} />
        <div className="form-deeds">
          <DeedButton word={t('save')} deed={deed} disabled={!voice} />
        </div>
      </form>
    </DialogSheet>
  );
}
