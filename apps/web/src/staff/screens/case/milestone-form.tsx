import { type FormEvent, useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { CaseResponse, MilestoneRequest, OfferAnswer } from '../../../api/schema';
import { stageName } from '../../../language/codes';
import { formatDay } from '../../../language/format';
import { PEOPLE_CODES, faultName, returnTypeName } from '../../../language/people';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { useAgencies } from '../../parts/agencies';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useUndo } from '../../parts/use-undo';
import { useMarkets } from '../../parts/markets';
import { type Way, WayField } from '../../parts/way-field';
import { ContractFields, contractOf, NO_CONTRACT, type WrittenContract } from './contract-fields';
import { refreshCase } from './refresh-case';

const t = area('case', vi);
const CONTRACT_KIND: Readonly<Record<string, 'sending' | 'employment' | 'extension' | 'transfer'>> = {
  CONTRACT_SIGNED: 'sending',
  EMPLOYMENT_CONTRACT_SIGNED: 'employment',
  DEPARTED: 'employment',
  EXTENDED: 'extension',
  TRANSFERRED: 'transfer',
};

/** The fact, if the case takes it now, that tells the terms of the contract a paper stands for. */
export const contractFact = (offers: readonly OfferAnswer[], guard: string): string | undefined =>
  offers.find(({ kind, proves }) => proves === guard && CONTRACT_KIND[kind])?.kind;

/** Facts whose day lies ahead. */
const PLANS: Readonly<Record<string, 'plannedOn' | 'plannedExit'>> = { RETURN_PLANNED: 'plannedOn', EXIT_PLANNED: 'plannedExit' };

/** Records a fact the case takes now: the list and what each needs come from the lifecycle, by way of the API. */
export function MilestoneForm({ file, first, onClose }: { file: CaseResponse; first?: string; onClose: () => void }) {
  const queries = useQueryClient();
  const [kind, setKind] = useState(first ?? '');
  const offer = file.offers.find((one) => one.kind === kind);
  const [form, setForm] = useState(EMPTY);
  const [contract, setContract] = useState<WrittenContract>(NO_CONTRACT);
  const change = (part: Partial<Written>) => setForm((now) => ({ ...now, ...part }));
  const undo = useUndo();
  const deed = useDeed(async (_: void, key) => {
    const body = requestOf(offer!, form, contract);
    await call('POST /api/v1/cases/{caseId}/milestones', { params: { caseId: file.id }, body, key, version: file.version });
    return key;
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const key = await deed.act();
    if (!key) return;
    tellDone(t('recorded', { title: offer!.title }), () => undo(key));
    onClose();
    await refreshCase(queries);
  };
  return (
    <DialogSheet title={t('record')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <OfferChoice offers={file.offers} value={kind} onChange={setKind} />
        {offer && <FactFields offer={offer} file={file} form={form} change={change} />}
        {offer && CONTRACT_KIND[offer.kind] && (
          <ContractFields
            kind={CONTRACT_KIND[offer.kind]!}
            value={contract}
            onChange={setContract}
            needsEnd={offer.needs.includes('contractEnd') || (offer.kind === 'EMPLOYMENT_CONTRACT_SIGNED' && !file.contractEnd)}
          />
        )}
        {offer && <TextField label={t('note')} value={form.note} onChange={(note) => change({ note })} lines={2} most={1000} />}
        <div className="form-deeds">
          <DeedButton word={t('save')} deed={deed} disabled={!offer} />
          {offer?.to && <span className="quiet">{t('movesTo', { stage: stageName(offer.to) })}</span>}
          {offer?.late && <span className="quiet">{t('lateFact')}</span>}
        </div>
      </form>
    </DialogSheet>
  );
}

function OfferChoice({ offers, value, onChange }: { offers: readonly OfferAnswer[]; value: string; onChange: (kind: string) => void }) {
  const groups = useMemo(() => {
    const of = (test: (offer: OfferAnswer) => boolean) => offers.filter(test);
    return [
      ['offers.steps', of(({ to }) => to !== null)],
      ['offers.papers', of(({ to, proves }) => to === null && proves !== null)],
      ['offers.other', of(({ to, proves }) => to === null && proves === null)],
    ] as const;
  }, [offers]);
  return (
    <label className="field">
      <span>{t('whatHappened')}</span>
      <select className="field-input" value={value} required autoFocus onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('choose')}</option>
        {groups.map(
          ([word, list]) =>
            list.length > 0 && (
              <optgroup key={word} label={t(word)}>
                {list.map(({ kind, title }) => (
                  <option key={kind} value={kind}>
                    {title}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </label>
  );
}

interface Written {
  readonly on: ReadDay | undefined;
  readonly reason: string;
  readonly returnType: string;
  readonly fault: string;
  readonly stayUntil: ReadDay | undefined;
  readonly validUntil: ReadDay | undefined;
  readonly reference: string;
  readonly guard: string;
  readonly agencyId: string;
  readonly note: string;
  /** How and where the person is going to leave, as agreed in a talk. */
  readonly way: Way | undefined;
  readonly market: string;
}

const EMPTY: Written = {
  on: undefined,
  reason: '',
  returnType: '',
  fault: '',
  stayUntil: undefined,
  validUntil: undefined,
  reference: '',
  guard: '',
  agencyId: '',
  note: '',
  way: undefined,
  market: '',
};

function FactFields({
  offer,
  file,
  form,
  change,
}: {
  offer: OfferAnswer;
  file: CaseResponse;
  form: Written;
  change: (part: Partial<Written>) => void;
}) {
  const needs = (need: string) => offer.needs.includes(need);
  const agencies = useAgencies(needs('agency'));
  // The number of a contract is one of its terms.
  const paper = (offer.proves !== null && !CONTRACT_KIND[offer.kind]) || needs('document') || needs('guard');
  const early = offer.kind === 'RETURNED' && form.returnType === 'EARLY';
  return (
    <>
      <DayField
        label={t(PLANS[offer.kind] ?? 'happenedOn')}
        value={form.on}
        onChange={(on) => change({ on })}
        required={needs('date')}
        today={file.today}
        choices={PLANS[offer.kind] ? [] : [{ day: file.today, word: t('today') }]}
      />
      {offer.kind === 'COUNSELLED' && !file.departedOn && <AgreedWay form={form} change={change} />}
      {needs('returnType') && (
        <ChoiceField
          label={t('returnType')}
          value={form.returnType}
          onChange={(returnType) => change({ returnType })}
          required
          choices={PEOPLE_CODES.returnType.map((value) => ({ value, word: returnTypeName(value) }))}
        />
      )}
      {(needs('reason') || early) && (
        <TextField label={t('reason')} value={form.reason} onChange={(reason) => change({ reason })} required most={60} />
      )}
      {early && (
        <ChoiceField
          label={t('fault')}
          value={form.fault}
          onChange={(fault) => change({ fault })}
          choices={PEOPLE_CODES.fault.map((value) => ({ value, word: faultName(value) }))}
        />
      )}
      {needs('guard') && (
        <ChoiceField
          label={t('paper')}
          value={form.guard}
          onChange={(guard) => change({ guard })}
          required
          choices={file.papers
            .filter(({ state }) => state !== 'proven' && state !== 'extra')
            .map(({ guard, title }) => ({ value: guard, word: title }))}
        />
      )}
      {needs('stayUntil') && (
        <DayField
          label={t('stayUntil')}
          value={form.stayUntil}
          onChange={(stayUntil) => change({ stayUntil })}
          required
          today={file.today}
        />
      )}
      {needs('agency') && (
        <ChoiceField
          label={t('newAgency')}
          value={form.agencyId}
          onChange={(agencyId) => change({ agencyId })}
          required
          choices={agencies.map(({ id, name }) => ({ value: id, word: name }))}
        />
      )}
      {paper && (
        <div className="form-side">
          <TextField
            label={t('reference')}
            value={form.reference}
            onChange={(reference) => change({ reference })}
            required={needs('document')}
            most={60}
          />
          {!needs('document') && (
            <DayField
              label={t('validUntil')}
              value={form.validUntil}
              onChange={(validUntil) => change({ validUntil })}
              required={offer.kind === 'PASSPORT_RECORDED'}
              today={file.today}
            />
          )}
        </div>
      )}
      {file.contractEnd && offer.kind === 'EXTENDED' && <p className="quiet">{t('endsNow', { day: formatDay(file.contractEnd) })}</p>}
    </>
  );
}

/** What the talk agreed on decides which papers are asked for. */
function AgreedWay({ form: { way, market }, change }: { form: Written; change: (part: Partial<Written>) => void }) {
  const { list } = useMarkets();
  return (
    <>
      <WayField value={way} onChange={(agreed) => change({ way: agreed, market: agreed?.market ?? market })} />
      <ChoiceField
        label={t('market')}
        value={market}
        onChange={(one) => change({ market: one })}
        choices={list.map(({ code, name }) => ({ value: code, word: name }))}
      />
    </>
  );
}

function requestOf(offer: OfferAnswer, form: Written, written: WrittenContract): MilestoneRequest {
  const kind = CONTRACT_KIND[offer.kind];
  const detail = Object.fromEntries(
    Object.entries({
      reason: form.reason.trim(),
      returnType: form.returnType,
      fault: form.fault,
      stayUntil: form.stayUntil?.day,
      validUntil: form.validUntil?.day,
      reference: form.reference.trim() || (kind && offer.proves ? written.number.trim() : ''),
      guard: form.guard,
      agencyId: form.agencyId,
      note: form.note.trim(),
      ...form.way,
      market: form.market,
    }).filter(([, value]) => value),
  );
  const contract = kind && contractOf(kind, written, form.on?.day);
  return {
    kind: offer.kind as MilestoneRequest['kind'],
    ...(form.on && { effectiveOn: form.on.day }),
    ...(Object.keys(detail).length > 0 && { detail }),
    ...(contract && { contract }),
  };
}
