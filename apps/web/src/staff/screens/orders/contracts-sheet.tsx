import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { SupplyContractRequest } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import type { ReadDay } from '../../../language/read-day';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useMe } from '../../session/me';
import { ContractLine } from './contract-line';
import { t } from './order-words';

const EMPTY = { partner: '', number: '', market: '', occupation: '', employer: '', quota: '' };

/** The agency's own supply contracts: what is registered, what waits, and a new one. It opens when the list came: it would push the form down. */
export function ContractsSheet({ onClose }: { onClose: () => void }) {
  const { organisation } = useMe();
  const queries = useQueryClient();
  const queryKey = ['recruiting', organisation?.id];
  const papers = useQuery({
    queryKey: [...queryKey, 'papers'],
    queryFn: () => call('GET /api/v1/agencies/{organisationId}/contracts', { params: { organisationId: organisation!.id } }),
  });
  if (papers.isPending) return null;
  return (
    <DialogSheet title={t('contracts')} onClose={onClose} wide>
      <div className="form-rows">
        <ListState query={papers} rows={3} isEmpty={({ contracts }) => contracts.length === 0} empty={t('noContracts')}>
          {({ contracts }) => (
            <ul className="plain-list contract-list">
              {contracts.map((contract) => (
                <ContractLine key={contract.id} contract={contract} />
              ))}
            </ul>
          )}
        </ListState>
        <ContractForm onDone={() => queries.invalidateQueries({ queryKey })} />
      </div>
    </DialogSheet>
  );
}

function ContractForm({ onDone }: { onDone: () => Promise<void> }) {
  const markets = useMarkets();
  const [fields, setFields] = useState(EMPTY);
  const [signedOn, setSignedOn] = useState<ReadDay>();
  const [validUntil, setValidUntil] = useState<ReadDay>();
  const change = (part: Partial<typeof EMPTY>) => setFields({ ...fields, ...part });
  const deed = useDeed((body: SupplyContractRequest, key: string) => call('POST /api/v1/agency/contracts', { body, key }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { partner, quota, ...same } = fields;
    const made = await deed.act({
      ...same,
      partner: { name: partner.trim() },
      quota: Number(quota),
      signedOn: signedOn!.day,
      ...(validUntil && { validUntil: validUntil.day }),
      terms: {},
    });
    if (!made) return;
    setFields(EMPTY);
    tellDone(t('contractFiled', { number: made.number, quota: formatNumber(made.quota) }));
    await onDone();
  };
  return (
    <form className="form-group" onSubmit={(event) => void submit(event)} aria-label={t('newContract')}>
      <h3>{t('newContract')}</h3>
      <div className="form-side">
        <TextField label={t('field.number')} value={fields.number} onChange={(number) => change({ number })} required most={60} />
        <TextField label={t('field.partner')} value={fields.partner} onChange={(partner) => change({ partner })} required most={200} />
        <ChoiceField
          label={t('market')}
          value={fields.market}
          onChange={(market) => change({ market })}
          required
          choices={markets.list.map(({ code, name }) => ({ value: code, word: name }))}
        />
      </div>
      <div className="form-side">
        <TextField
          label={t('field.occupation')}
          value={fields.occupation}
          onChange={(occupation) => change({ occupation })}
          required
          most={200}
        />
        <TextField label={t('field.employer')} value={fields.employer} onChange={(employer) => change({ employer })} required most={200} />
        <TextField label={t('field.quota')} value={fields.quota} onChange={(quota) => change({ quota })} required most={6} />
      </div>
      <div className="form-side">
        <DayField label={t('field.signedOn')} value={signedOn} onChange={setSignedOn} required />
        <DayField label={t('field.validUntil')} value={validUntil} onChange={setValidUntil} />
      </div>
      <div className="form-deeds">
        <DeedButton
          word={t('sendContract')}
          deed={deed}
          disabled={
            !fields.partner.trim() ||
            !fields.number.trim() ||
            !fields.market ||
            !fields.occupation.trim() ||
            !fields.employer.trim() ||
            !/^\d+$/.test(fields.quota) ||
            !signedOn
          }
        />
      </div>
    </form>
  );
}
