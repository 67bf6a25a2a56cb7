import type { OrganisationAnswer } from '../../../api/schema';
import { CODES, legalFormName, stageName } from '../../../language/codes';
import { PEOPLE_CODES, sexName } from '../../../language/people';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';
import { ChoiceField } from '../../parts/choice-field';
import { CommuneField } from '../../parts/commune-field';
import { DayField } from '../../parts/day-field';
import { useMarkets } from '../../parts/markets';
import { added, type FilterName, type ListFilter } from './list-filter';

const t = area('cases', vi);
const WITHIN = ['0', '30', '60', '90'] as const;
const read = (day: string | undefined): ReadDay | undefined => (day ? { day, precision: 'YMD' } : undefined);

/** Everything the list can be narrowed by; each choice narrows at once and becomes a chip. */
export function FilterPanel({
  filter,
  province,
  agencies,
  onChange,
}: {
  filter: ListFilter;
  province: string | null;
  agencies: readonly OrganisationAnswer[];
  onChange: (part: ListFilter) => void;
}) {
  const { list: markets } = useMarkets();
  const add = (name: FilterName) => (code: string) => code && onChange({ [name]: added(filter, name, code) });
  const day = (name: FilterName) => (value: ReadDay | undefined) =>
    value?.precision === 'YMD'
      ? onChange({ [name]: value.day, ...(name.startsWith('end') && { endIn: undefined }) })
      : onChange({ [name]: undefined });
  return (
    <div className="filter-panel sheet" id="filter-panel">
      <ChoiceField
        label={t('column.stage')}
        value=""
        none={t('add')}
        onChange={add('stages')}
        choices={CODES.stage.map((value) => ({ value, word: stageName(value) }))}
      />
      <ChoiceField
        label={t('column.market')}
        value=""
        none={t('add')}
        onChange={add('market')}
        choices={markets.map(({ code, name }) => ({ value: code, word: name }))}
      />
      {province && (
        <CommuneField
          key={filter.communeCode}
          label={t('column.communeName')}
          province={province}
          value={undefined}
          required={false}
          onChange={(commune) => commune && add('communeCode')(commune.code)}
        />
      )}
      {agencies.length > 0 && (
        <ChoiceField
          label={t('column.agencyName')}
          value={filter.agencyId ?? ''}
          none={t('all')}
          onChange={(agencyId) => onChange({ agencyId })}
          choices={agencies.map(({ id, name }) => ({ value: id, word: name }))}
        />
      )}
      <fieldset className="filter-range">
        <legend>{t('column.contractEnd')}</legend>
        <div className="choice-line">
          {WITHIN.map((days) => (
            <button
              key={days}
              type="button"
              className="plain-button"
              aria-pressed={filter.endIn === days}
              onClick={() => onChange({ endIn: filter.endIn === days ? undefined : days, endFrom: undefined, endTo: undefined })}
            >
              {days === '0' ? t('endedAlready') : t('endsWithin', { days })}
            </button>
          ))}
        </div>
        <div className="form-side">
          <DayField label={t('from')} value={read(filter.endFrom)} onChange={day('endFrom')} />
          <DayField label={t('to')} value={read(filter.endTo)} onChange={day('endTo')} />
        </div>
      </fieldset>
      <fieldset className="filter-range">
        <legend>{t('column.departedOn')}</legend>
        <div className="form-side">
          <DayField label={t('from')} value={read(filter.departedFrom)} onChange={day('departedFrom')} />
          <DayField label={t('to')} value={read(filter.departedTo)} onChange={day('departedTo')} />
        </div>
      </fieldset>
      <ChoiceField
        label={t('column.sex')}
        value={filter.sex ?? ''}
        none={t('all')}
        onChange={(sex) => onChange({ sex })}
        choices={PEOPLE_CODES.sex.map((value) => ({ value, word: sexName(value) }))}
      />
      <ChoiceField
        label={t('column.legalForm')}
        value={filter.legalForm ?? ''}
        none={t('all')}
        onChange={(legalForm) => onChange({ legalForm })}
        choices={CODES.form.map((value) => ({ value, word: legalFormName(value) }))}
      />
      <label className="form-tick">
        <input
          type="checkbox"
          checked={filter.alerted === 'true'}
          onChange={(event) => onChange({ alerted: event.target.checked ? 'true' : undefined })}
        />
        {t('filter.alerted')}
      </label>
    </div>
  );
}
