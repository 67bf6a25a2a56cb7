import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { CounsellingRequest } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { businessToday } from '../../session/business-day';
import type { ReadDay } from '../../../language/read-day';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { useMarkets } from '../../parts/markets';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { type Way, WayField } from '../../parts/way-field';
import { DEMANDS, t } from './demand-words';

const CHANNELS = ['MEETING', 'PHONE', 'HOME', 'FAIR', 'ONLINE'] as const;
const OUTCOMES = ['AGREED', 'THINKING', 'OTHER_MARKET', 'REFUSED'] as const;

/** One talk: where, about what, what the person thinks; earlier ones below. */
export function CounselSheet({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const markets = useMarkets();
  const queries = useQueryClient();
  const [heldOn, setHeldOn] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const [channel, setChannel] = useState('MEETING');
  const [market, setMarket] = useState('');
  const [sheet, setSheet] = useState('');
  const [outcome, setOutcome] = useState('');
  const [note, setNote] = useState('');
  const [way, setWay] = useState<Way>();
  const talks = useQuery({
    queryKey: [...DEMANDS, caseId, 'talks'],
    queryFn: async () => (await call('GET /api/v1/cases/{caseId}/counsellings', { params: { caseId } })).counsellings,
  });
  const deed = useDeed((body: CounsellingRequest, key: string) =>
    call('POST /api/v1/cases/{caseId}/counsellings', { params: { caseId }, body, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = await deed.act({
      heldOn: heldOn!.day,
      channel: channel as 'MEETING',
      outcome: outcome as 'AGREED',
      ...(market && { market }),
      ...(outcome === 'AGREED' && way),
      ...(sheet.trim() && { sheet: sheet.trim() }),
      ...(note.trim() && { note: note.trim() }),
    });
    if (!made) return;
    tellDone(t('counselled'));
    await queries.invalidateQueries({ queryKey: DEMANDS });
    onDone();
  };
  return (
    <form className="form-rows" onSubmit={(event) => void submit(event)}>
      <div className="form-side">
        <DayField label={t('heldOn')} value={heldOn} onChange={setHeldOn} required />
        <ChoiceField
          label={t('channel')}
          value={channel}
          onChange={setChannel}
          required
          choices={CHANNELS.map((value) => ({ value, word: t(`channel.${value}`) }))}
        />
      </div>
      <div className="form-side">
        <ChoiceField
          label={t('market')}
          value={market}
          onChange={setMarket}
          choices={markets.list.map(({ code, name }) => ({ value: code, word: name }))}
        />
        <TextField label={t('sheet')} value={sheet} onChange={setSheet} most={60} note={t('sheetNote')} />
      </div>
      <ChoiceField
        label={t('outcome')}
        value={outcome}
        onChange={setOutcome}
        required
        choices={OUTCOMES.map((value) => ({ value, word: t(`outcome.${value}`) }))}
      />
      {outcome === 'AGREED' && <WayField value={way} onChange={setWay} />}
      <TextField label={t('remark')} value={note} onChange={setNote} lines={3} most={1000} />
      <div className="form-deeds">
        <DeedButton word={t('saveTalk')} deed={deed} disabled={!heldOn || !outcome} />
      </div>
      {talks.data && talks.data.length > 0 && (
        <ul className="plain-list">
          {talks.data.map((talk, i) => (
            <li key={i}>
              {formatDay(talk.heldOn)} · {t(`channel.${talk.channel as 'MEETING'}`)} · {t(`outcome.${talk.outcome as 'AGREED'}`)}
              <span className="quiet small">
                {[markets.nameOf(talk.market), talk.sheet, talk.note, talk.by].filter(Boolean).map((word) => ` · ${word}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
