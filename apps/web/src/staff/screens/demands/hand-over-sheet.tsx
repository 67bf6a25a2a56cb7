import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import { formatNumber } from '../../../language/format';
import { ChoiceField } from '../../parts/choice-field';
import { DeedButton } from '../../parts/deed-button';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { DEMANDS, t } from './demand-words';

const LEAST_REASON = 5;

/** Everything that an officer accompanies goes to a colleague, also of somebody who has left. */
export function HandOverSheet({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const { data: colleagues = [] } = useQuery({
    queryKey: ['officers'],
    queryFn: async () => (await call('GET /api/v1/officers')).officers,
  });
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const choices = (those: typeof colleagues) =>
    those.map(({ accountId: value, name, cases }) => ({ value, word: t('colleague', { name, cases: formatNumber(cases) }) }));
  const deed = useDeed((_: void, key: string) =>
    call('POST /api/v1/officers/hand-over', { key, body: { fromAccountId: from, accountId: to, reason: reason.trim() } }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const told = await deed.act();
    if (!told) return;
    tellDone(t('handedOver', { count: formatNumber(told.cases) }));
    onDone();
    await Promise.all([['officers'], DEMANDS, ['case']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  return (
    <form className="form-rows" onSubmit={(event) => void submit(event)}>
      <p className="quiet">{t('handOverNote')}</p>
      <ChoiceField
        label={t('handOverFrom')}
        value={from}
        onChange={setFrom}
        required
        autoFocus
        choices={choices(colleagues.filter(({ cases }) => cases > 0))}
      />
      <ChoiceField
        label={t('handOverTo')}
        value={to}
        onChange={setTo}
        required
        choices={choices(colleagues.filter(({ accountId, active }) => active && accountId !== from))}
      />
      <TextField label={t('reason')} value={reason} onChange={setReason} required most={300} />
      <div className="form-deeds">
        <DeedButton word={t('handOver')} deed={deed} disabled={!from || !to || from === to || reason.trim().length < LEAST_REASON} />
      </div>
    </form>
  );
}
