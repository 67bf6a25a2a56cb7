import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { ContractDecisionRequest, PermitRequest, SupplyContractResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { businessToday } from '../../session/business-day';
import type { ReadDay } from '../../../language/read-day';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { ContractLine } from '../orders/contract-line';
import { t } from '../orders/order-words';

/** Where the agency may recruit, and its supply contracts; the department permits, ends and registers. */
export function AgencyRecruiting({ organisationId, mayChange }: { organisationId: string; mayChange: boolean }) {
  const queries = useQueryClient();
  const params = { organisationId };
  const key = ['recruiting', organisationId];
  const permissions = useQuery({
    queryKey: [...key, 'permissions'],
    queryFn: async () => (await call('GET /api/v1/agencies/{organisationId}/permissions', { params })).permissions,
  });
  const papers = useQuery({
    queryKey: [...key, 'contracts'],
    queryFn: async () => (await call('GET /api/v1/agencies/{organisationId}/contracts', { params })).contracts,
  });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const ending = useDeed(async (permissionId: string, requestKey: string) => {
    await call('POST /api/v1/permissions/{permissionId}/end', {
      params: { permissionId },
      key: requestKey,
      body: { lastDay: businessToday() },
    });
    tellDone(t('ended'));
    await again();
    return true;
  });
  const holds = (until: string | null) => until === null || until > businessToday();
  return (
    <>
      <section aria-labelledby="permissions">
        <h3 id="permissions">{t('permissions')}</h3>
        <ListState query={permissions} rows={2} isEmpty={(list) => list.length === 0} empty={t('noPermission')}>
          {(list) => (
            <ul className="plain-list">
              {list.map(({ id, communeCode, from, until, basis }) => (
                <li key={id}>
                  <strong>{communeCode ?? t('wholeProvince')}</strong>{' '}
                  {t('permissionLine', { from: formatDay(from), until: formatDay(until) || '…' })}
                  <span className="quiet"> · {basis}</span>{' '}
                  {mayChange && holds(until) && (
                    <button type="button" className="link-button" disabled={ending.busy} onClick={() => void ending.act(id)}>
                      {t('endToday')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </ListState>
        {ending.problem && (
          <p role="alert" className="fault">
            {ending.problem}
          </p>
        )}
      </section>
      {mayChange && <PermitForm organisationId={organisationId} onDone={again} />}
      <section aria-labelledby="supply-contracts">
        <h3 id="supply-contracts">{t('papers')}</h3>
        <ListState query={papers} rows={2} isEmpty={(list) => list.length === 0} empty="—">
          {(list) => (
            <ul className="plain-list contract-list">
              {list.map((contract) => (
                <ContractLine key={contract.id} contract={contract}>
                  {mayChange && contract.state === 'filed' && <RegisterForm contract={contract} onDone={again} />}
                </ContractLine>
              ))}
            </ul>
          )}
        </ListState>
      </section>
    </>
  );
}

function PermitForm({ organisationId, onDone }: { organisationId: string; onDone: () => Promise<void> }) {
  const [communes, setCommunes] = useState('');
  const [from, setFrom] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const [lastDay, setLastDay] = useState<ReadDay>();
  const [basis, setBasis] = useState('');
  const deed = useDeed((body: PermitRequest, key: string) =>
    call('POST /api/v1/agencies/{organisationId}/permissions', { params: { organisationId }, body, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const codes = communes.split(/[^0-9]+/).filter(Boolean);
    const made = await deed.act({
      ...(codes.length > 0 && { communes: codes }),
      from: from!.day,
      ...(lastDay && { lastDay: lastDay.day }),
      basis: basis.trim(),
    });
    if (!made) return;
    setBasis('');
    tellDone(t('permitted'));
    await onDone();
  };
  return (
    <form className="form-group" onSubmit={(event) => void submit(event)} aria-label={t('permit')}>
      <div className="form-side">
        <TextField label={t('permitCommunes')} value={communes} onChange={setCommunes} most={300} />
        <DayField label={t('permitFrom')} value={from} onChange={setFrom} required />
        <DayField label={t('permitUntil')} value={lastDay} onChange={setLastDay} />
      </div>
      <TextField label={t('basis')} value={basis} onChange={setBasis} required most={300} />
      <div className="form-deeds">
        <DeedButton word={t('permit')} deed={deed} disabled={!from || !basis.trim()} />
      </div>
    </form>
  );
}

function RegisterForm({ contract, onDone }: { contract: SupplyContractResponse; onDone: () => Promise<void> }) {
  const [registrationNumber, setNumber] = useState('');
  const [registeredOn, setDay] = useState<ReadDay>();
  const deed = useDeed((body: ContractDecisionRequest, key: string) =>
    call('POST /api/v1/contracts/{contractId}/decision', { params: { contractId: contract.id }, body, key }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act({ state: 'registered', registrationNumber: registrationNumber.trim(), registeredOn: registeredOn!.day }))) return;
    tellDone(t('registered'));
    await onDone();
  };
  return (
    <form className="form-side" onSubmit={(event) => void submit(event)} aria-label={`${t('register')} ${contract.number}`}>
      <TextField label={t('registrationNumber')} value={registrationNumber} onChange={setNumber} required most={60} />
      <DayField label={t('registeredOn')} value={registeredOn} onChange={setDay} required />
      <div className="form-deeds">
        <DeedButton word={t('register')} deed={deed} disabled={!registrationNumber.trim() || !registeredOn} />
      </div>
    </form>
  );
}
