import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { call } from '../../../api/call';
import type { FileOrderRequest, OrderTermsAnswer, OrderTermsRequest } from '../../../api/schema';
import { CODES, legalFormName } from '../../../language/codes';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { useMarkets } from '../../parts/markets';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useDraft } from '../../parts/use-draft';
import { useMe } from '../../session/me';
import { draftOf, EMPTY_ORDER, type OrderDraft, termsOf } from './order-draft';
import { ORDERS, t } from './order-words';

const EDUCATION = ['PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL', 'COLLEGE', 'UNIVERSITY'] as const;

/** One form for a new order and for a change of one: what is left empty is not asked of anybody. */
export function OrderForm({ orderId, terms, onDone }: { orderId?: string; terms?: OrderTermsAnswer; onDone: () => void }) {
  const { organisation, provinceCode, role } = useMe();
  const markets = useMarkets();
  const queries = useQueryClient();
  const [draft, setDraft, forget] = useDraft<OrderDraft>(`order.${orderId ?? 'new'}`, terms ? draftOf(terms) : EMPTY_ORDER);
  const change = (part: Partial<OrderDraft>) => setDraft({ ...draft, ...part });
  const isAgency = role === 'agency_clerk';
  const provinces = useOwnProvinces(isAgency ? organisation?.id : undefined);
  const contracts = useQuery({
    queryKey: ['recruiting', organisation?.id, 'contracts'],
    enabled: isAgency,
    queryFn: async () =>
      (await call('GET /api/v1/agencies/{organisationId}/contracts', { params: { organisationId: organisation!.id } })).contracts,
  });
  const deed = useDeed(async (body: OrderTermsRequest, key: string) =>
    orderId
      ? call('POST /api/v1/orders/{orderId}/versions', { params: { orderId }, body, key })
      : call('POST /api/v1/orders', {
          body: { provinceCode: (isAgency ? draft.province || provinces[0]?.code : provinceCode) ?? '', terms: body } as FileOrderRequest,
          key,
        }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act(termsOf(draft) as OrderTermsRequest))) return;
    forget();
    tellDone(t('filed'));
    await queries.invalidateQueries({ queryKey: ORDERS });
    onDone();
  };
  const usable =
    contracts.data?.filter(({ state, market }) => ['filed', 'registered'].includes(state) && (!draft.market || market === draft.market)) ??
    [];
  return (
    <form className="form-rows" onSubmit={(event) => void submit(event)}>
      <TextField label={t('field.title')} value={draft.title} onChange={(title) => change({ title })} required most={200} autoFocus />
      <div className="form-side">
        <ChoiceField
          label={t('market')}
          value={draft.market}
          onChange={(market) => change({ market })}
          required
          choices={markets.list.map(({ code, name }) => ({ value: code, word: name }))}
        />
        <ChoiceField
          label={t('field.legalForm')}
          value={draft.legalForm}
          onChange={(legalForm) => change({ legalForm })}
          required
          choices={CODES.form.map((value) => ({ value, word: legalFormName(value) }))}
        />
        {!orderId && isAgency && provinces.length > 1 && (
          <ChoiceField
            label={t('field.province')}
            value={draft.province || provinces[0]!.code}
            onChange={(province) => change({ province })}
            required
            choices={provinces.map(({ code, name }) => ({ value: code, word: name }))}
          />
        )}
        {isAgency && (
          <ChoiceField
            label={t('field.contract')}
            value={draft.contractId}
            onChange={(contractId) => change({ contractId })}
            choices={usable.map(({ id, number, partnerName, quota }) => ({
              value: id,
              word: t('contractChoice', { number, partner: partnerName, quota }),
            }))}
          />
        )}
      </div>
      <div className="form-side">
        <TextField
          label={t('field.occupation')}
          value={draft.occupation}
          onChange={(occupation) => change({ occupation })}
          required
          most={200}
        />
        <TextField label={t('field.employer')} value={draft.employer} onChange={(employer) => change({ employer })} required most={200} />
        <TextField label={t('field.workplace')} value={draft.workplace} onChange={(workplace) => change({ workplace })} most={200} />
      </div>
      <div className="form-side">
        <TextField label={t('places')} value={draft.places} onChange={(places) => change({ places })} required most={6} />
        <TextField label={t('field.wage')} value={draft.wage} onChange={(wage) => change({ wage })} most={16} />
        <TextField
          label={t('field.wageCurrency')}
          value={draft.wageCurrency}
          onChange={(code) => change({ wageCurrency: code.toUpperCase() })}
          most={3}
        />
        <TextField label={t('field.termMonths')} value={draft.termMonths} onChange={(termMonths) => change({ termMonths })} most={3} />
        <TextField
          label={t('field.hoursPerWeek')}
          value={draft.hoursPerWeek}
          onChange={(hoursPerWeek) => change({ hoursPerWeek })}
          most={3}
        />
      </div>
      <fieldset className="form-group">
        <legend>{t('asked')}</legend>
        <div className="form-side">
          <TextField label={t('field.ageFrom')} value={draft.ageFrom} onChange={(ageFrom) => change({ ageFrom })} most={2} />
          <TextField label={t('field.ageTo')} value={draft.ageTo} onChange={(ageTo) => change({ ageTo })} most={2} />
          <ChoiceField
            label={t('field.sex')}
            value={draft.sex}
            onChange={(sex) => change({ sex })}
            none={t('sex.any')}
            choices={(['M', 'F'] as const).map((value) => ({ value, word: t(`sex.${value}`) }))}
          />
          <ChoiceField
            label={t('field.education')}
            value={draft.education}
            onChange={(education) => change({ education })}
            none={t('education.any')}
            choices={EDUCATION.map((value) => ({ value, word: t(`education.${value}`) }))}
          />
          <TextField label={t('field.language')} value={draft.language} onChange={(language) => change({ language })} most={60} />
        </div>
      </fieldset>
      <div className="form-side">
        <DayField label={t('closes')} value={draft.closesOn} onChange={(closesOn) => change({ closesOn })} />
        <DayField label={t('field.exitOn')} value={draft.exitOn} onChange={(exitOn) => change({ exitOn })} />
      </div>
      <TextField
        label={t('field.conditions')}
        value={draft.conditions}
        onChange={(conditions) => change({ conditions })}
        lines={3}
        most={2000}
      />
      <div className="form-deeds">
        <DeedButton
          word={t(orderId ? 'sendChange' : 'sendNew')}
          deed={deed}
          disabled={
            !draft.title.trim() ||
            !draft.market ||
            !draft.legalForm ||
            !draft.occupation.trim() ||
            !draft.employer.trim() ||
            !/^\d+$/.test(draft.places)
          }
        />
      </div>
    </form>
  );
}

/** Provinces where the agency has a permission, whenever it holds: the server judges the day. */
function useOwnProvinces(organisationId: string | undefined): readonly { code: string; name: string }[] {
  const { data = [] } = useQuery({
    queryKey: ['recruiting', organisationId, 'provinces'],
    enabled: organisationId !== undefined,
    queryFn: async () => {
      const [{ permissions }, { provinces }] = await Promise.all([
        call('GET /api/v1/agencies/{organisationId}/permissions', { params: { organisationId: organisationId! } }),
        call('GET /api/v1/units/provinces'),
      ]);
      return provinces.filter(({ code }) => permissions.some(({ provinceCode }) => provinceCode === code));
    },
  });
  return data;
}
