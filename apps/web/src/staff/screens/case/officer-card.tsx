import { type FormEvent, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { formatMoment, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case-people.json';
import { ChoiceField } from '../../parts/choice-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useMe } from '../../session/me';

const t = area('case-people', vi);

/** Who accompanies the case and who stands in, and who did before. */
export function OfficerCard({ caseId }: { caseId: string }) {
  const { role } = useMe();
  const [open, setOpen] = useState(false);
  const officers = useQuery({
    queryKey: ['case', caseId, 'officers'],
    queryFn: async () => (await call('GET /api/v1/cases/{caseId}/officers', { params: { caseId } })).officers,
  });
  return (
    <section className="sheet card" aria-labelledby="officer-title">
      <header className="card-head">
        <h2 id="officer-title">{t('officer')}</h2>
        {role !== 'department_officer' && (
          <button type="button" className="plain-button no-print" onClick={() => setOpen(true)}>
            {t('assign')}
          </button>
        )}
      </header>
      <ListState query={officers} rows={1} isEmpty={(list) => list.length === 0} empty={t('noOfficer')}>
        {(list) => (
          <ul className="plain-list">
            {list.map(({ accountId, name, deputyName, since, endedAt, reason }) => (
              <li key={`${accountId} ${since}`}>
                {endedAt && <span className="quiet">{t('before')}: </span>}
                {name} <span className="quiet small">{t('since', { day: formatMoment(since) })}</span>
                {!endedAt && deputyName && <p className="quiet small">{t('deputy', { name: deputyName })}</p>}
                {endedAt && reason && <p className="quiet small">{reason}</p>}
              </li>
            ))}
          </ul>
        )}
      </ListState>
      {open && <AssignForm caseId={caseId} onClose={() => setOpen(false)} />}
    </section>
  );
}

function AssignForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const queries = useQueryClient();
  const { data: colleagues = [] } = useQuery({
    queryKey: ['officers'],
    queryFn: async () => (await call('GET /api/v1/officers')).officers,
  });
  const [accountId, setAccount] = useState('');
  const [deputyId, setDeputy] = useState('');
  const [reason, setReason] = useState('');
  const choices = colleagues
    .filter(({ active }) => active)
    .map(({ accountId: value, name, cases }) => ({
      value,
      word: t('colleague', { name, cases: formatNumber(cases) }),
    }));
  const deed = useDeed((_: void, key) =>
    call('PUT /api/v1/cases/{caseId}/officers', {
      params: { caseId },
      key,
      body: { accountId, ...(deputyId && { deputyId }), ...(reason.trim() && { reason: reason.trim() }) },
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t('assigned', { name: colleagues.find((one) => one.accountId === accountId)?.name ?? '' }));
    onClose();
    await Promise.all([['case', caseId, 'officers'], ['officers'], ['demands']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  return (
    <DialogSheet title={t('assignTitle')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <ChoiceField label={t('account')} value={accountId} onChange={setAccount} required autoFocus choices={choices} />
        <ChoiceField
          label={t('deputyOf')}
          value={deputyId}
          onChange={setDeputy}
          choices={choices.filter(({ value }) => value !== accountId)}
        />
        <TextField label={t('reason')} value={reason} onChange={setReason} most={300} />
        <div className="form-deeds">
          <DeedButton word={t('save')} deed={deed} disabled={!accountId || deputyId === accountId} />
        </div>
      </form>
    </DialogSheet>
  );
}
