import { type FormEvent, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { AgencyOverviewAnswer, LicenceRequest } from '../../../api/schema';
import { formatDay, formatPhone } from '../../../language/format';
import { addDays, type ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/agencies.json';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('agencies', vi);
const STATES = ['valid', 'suspended', 'withdrawn'] as const;

/** The licence over time; the department records what a decision changed, the past stays. */
export function AgencyLicence({ agency, mayChange }: { agency: AgencyOverviewAnswer; mayChange: boolean }) {
  const history = useQuery({
    queryKey: ['agencies', agency.organisationId, 'licence'],
    queryFn: async () =>
      (await call('GET /api/v1/agencies/{organisationId}/licence', { params: { organisationId: agency.organisationId } })).periods,
  });
  return (
    <div className="form-rows">
      <p className="quiet">{[agency.phone && formatPhone(agency.phone), agency.email].filter(Boolean).join(' · ')}</p>
      <section aria-labelledby="licence-history">
        <h3 id="licence-history">{t('history')}</h3>
        <ListState query={history} rows={2} isEmpty={(list) => list.length === 0} empty={t('noLicence')}>
          {(list) => (
            <ol className="plain-list">
              {[...list].reverse().map(({ number, state, from, until, basis }) => (
                <li key={`${number}-${from}`}>
                  <strong>{t(`licence.${state as 'valid'}`)}</strong> {number} ·{' '}
                  {t('period', { from: formatDay(from) || '…', until: until ? formatDay(addDays(until, -1)) : '…' })}
                  {basis && <span className="quiet"> · {basis}</span>}
                </li>
              ))}
            </ol>
          )}
        </ListState>
      </section>
      {mayChange && <LicenceForm agency={agency} />}
    </div>
  );
}

function LicenceForm({ agency }: { agency: AgencyOverviewAnswer }) {
  const queries = useQueryClient();
  const [state, setState] = useState('');
  const [number, setNumber] = useState(agency.licenceNumber ?? '');
  const [from, setFrom] = useState<ReadDay>();
  const [lastDay, setLastDay] = useState<ReadDay>();
  const [basis, setBasis] = useState('');
  const deed = useDeed(async (body: LicenceRequest, key) => {
    await call('POST /api/v1/agencies/{organisationId}/licence', { params: { organisationId: agency.organisationId }, body, key });
    return true;
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const ends = state === 'valid' && lastDay ? { lastDay: lastDay.day } : {};
    if (!(await deed.act({ state: state as 'valid', number: number.trim(), from: from!.day, ...ends, basis: basis.trim() }))) return;
    tellDone(t('changed', { name: agency.name }));
    setState('');
    setBasis('');
    await queries.invalidateQueries({ queryKey: ['agencies'] });
  };
  return (
    <form className="form-group" onSubmit={(event) => void submit(event)} aria-label={t('change')}>
      <h3>{t('change')}</h3>
      <div className="form-side">
        <ChoiceField
          label={t('newState')}
          value={state}
          onChange={setState}
          required
          choices={STATES.map((value) => ({ value, word: t(`licence.${value}`) }))}
        />
        <TextField label={t('number')} value={number} onChange={setNumber} required most={60} />
        <DayField label={t('from')} value={from} onChange={setFrom} required />
        {state === 'valid' && <DayField label={t('lastDay')} value={lastDay} onChange={setLastDay} />}
      </div>
      <TextField label={t('basis')} value={basis} onChange={setBasis} required most={300} note={t('basisNote')} />
      <div className="form-deeds">
        <DeedButton word={t('save')} deed={deed} disabled={!state || !number.trim() || !from || !basis.trim()} />
      </div>
    </form>
  );
}
