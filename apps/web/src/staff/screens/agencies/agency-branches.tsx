import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { BranchAnswer, BranchRequest } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/agencies.json';
import type { ReadDay } from '../../../language/read-day';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { businessToday } from '../../session/business-day';
import { useMe } from '../../session/me';

const t = area('agencies', vi);

/** Branches of the agency by date, closed ones too; the department records those of its own province. */
export function AgencyBranches({ organisationId, mayChange }: { organisationId: string; mayChange: boolean }) {
  const queries = useQueryClient();
  const { provinceCode } = useMe();
  const key = ['branches', organisationId];
  const [adding, setAdding] = useState(false);
  const [closing, setClosing] = useState('');
  const branches = useQuery({
    queryKey: key,
    queryFn: async () => (await call('GET /api/v1/agencies/{organisationId}/branches', { params: { organisationId } })).branches,
  });
  const again = async (told: string) => {
    setAdding(false);
    setClosing('');
    tellDone(told);
    await queries.invalidateQueries({ queryKey: key });
  };
  return (
    <section aria-labelledby="branches">
      <h3 id="branches">{t('branches')}</h3>
      <ListState query={branches} rows={2} isEmpty={(list) => list.length === 0} empty={t('noBranch')}>
        {(list) => (
          <ul className="plain-list branch-list">
            {list.map((branch) => (
              <li key={branch.id} className={isOpen(branch) ? '' : 'quiet'}>
                <strong>{branch.name}</strong>, {branch.address}
                <span className="quiet">
                  {' '}
                  · {t(branch.until ? 'branchWas' : 'branchSince', { from: formatDay(branch.from), until: lastDayOf(branch) })} ·{' '}
                  {branch.basis}
                </span>{' '}
                {mayChange && branch.provinceCode === provinceCode && !branch.until && closing !== branch.id && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={t('closeBranchOf', { name: branch.name })}
                    onClick={() => setClosing(branch.id)}
                  >
                    {t('closeBranch')}
                  </button>
                )}
                {closing === branch.id && <CloseForm branch={branch} onDone={() => again(t('branchClosed'))} />}
              </li>
            ))}
          </ul>
        )}
      </ListState>
      {mayChange && !adding && (
        <button type="button" className="plain-button" onClick={() => setAdding(true)}>
          {t('addBranch')}
        </button>
      )}
      {adding && <AddForm organisationId={organisationId} onDone={() => again(t('branchAdded'))} />}
    </section>
  );
}

const isOpen = ({ until }: BranchAnswer) => until === null || until > businessToday();

/** `until` is the first day without the branch; people name the last one with it. */
function lastDayOf({ until }: BranchAnswer): string {
  if (!until) return '';
  const day = new Date(`${until}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return formatDay(day.toISOString().slice(0, 10));
}

function CloseForm({ branch, onDone }: { branch: BranchAnswer; onDone: () => Promise<void> }) {
  const [lastDay, setLastDay] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const deed = useDeed((day: string, key: string) =>
    call('POST /api/v1/branches/{branchId}/closing', { params: { branchId: branch.id }, body: { lastDay: day }, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await deed.act(lastDay!.day)) await onDone();
  };
  return (
    <form className="form-side" onSubmit={(event) => void submit(event)} aria-label={t('closeBranchOf', { name: branch.name })}>
      <DayField label={t('branchLastDay')} value={lastDay} onChange={setLastDay} required />
      <div className="form-deeds">
        <DeedButton word={t('closeBranch')} deed={deed} disabled={!lastDay} />
      </div>
    </form>
  );
}

function AddForm({ organisationId, onDone }: { organisationId: string; onDone: () => Promise<void> }) {
  const [fields, setFields] = useState({ name: '', address: '', basis: '' });
  const [from, setFrom] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const change = (part: Partial<typeof fields>) => setFields((now) => ({ ...now, ...part }));
  const deed = useDeed((body: BranchRequest, key: string) =>
    call('POST /api/v1/agencies/{organisationId}/branches', { params: { organisationId }, body, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { name, address, basis } = fields;
    if (await deed.act({ name: name.trim(), address: address.trim(), basis: basis.trim(), from: from!.day })) await onDone();
  };
  const whole = from && fields.name.trim() && fields.address.trim() && fields.basis.trim();
  return (
    <form className="form-group" onSubmit={(event) => void submit(event)} aria-label={t('addBranch')}>
      <div className="form-side">
        <TextField label={t('branchName')} value={fields.name} onChange={(name) => change({ name })} required most={200} autoFocus />
        <TextField label={t('branchAddress')} value={fields.address} onChange={(address) => change({ address })} required most={300} />
        <DayField label={t('branchFrom')} value={from} onChange={setFrom} required />
        <TextField label={t('branchBasis')} value={fields.basis} onChange={(basis) => change({ basis })} required most={300} />
      </div>
      <div className="form-deeds">
        <DeedButton word={t('addBranch')} deed={deed} disabled={!whole} />
      </div>
    </form>
  );
}
