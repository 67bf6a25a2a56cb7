import { useQueries } from '@tanstack/react-query';
import { call } from '../../../api/call';
import { guardName, legalFormName, stageName } from '../../../language/codes';
import { formatDay } from '../../../language/format';
import { sexName } from '../../../language/people';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';
import { useMarkets } from '../../parts/markets';
import { FILTER_NAMES, type FilterName, isAbroad, type ListFilter, MANY } from './list-filter';

const t = area('cases', vi);

export interface FilterWord {
  readonly name: FilterName;
  readonly code: string;
  readonly word: string;
}

/** What narrows the list, in words. */
export function useFilterWords(filter: ListFilter, agencyName: (id: string) => string): readonly FilterWord[] {
  const { nameOf } = useMarkets();
  const communes = useCommuneNames(filter.communeCode?.split(',') ?? []);
  const word = (name: FilterName, value: string): string => {
    switch (name) {
      case 'stages':
        return isAbroad(value) ? t('ready.abroad') : stageName(value);
      case 'market':
        return nameOf(value);
      case 'communeCode':
        return communes.get(value) ?? value;
      case 'agencyId':
        return agencyName(value);
      case 'sex':
        return sexName(value);
      case 'legalForm':
        return legalFormName(value);
      case 'unproven':
        return t('filter.unproven', { paper: guardName(value) });
      case 'alerted':
        return t('filter.alerted');
      case 'endIn':
        return value === '0' ? t('endedAlready') : t('endsWithin', { days: value });
      case 'text':
        return t('filter.text', { text: value });
      default:
        return t(`filter.${name}`, { day: formatDay(value) });
    }
  };
  return FILTER_NAMES.filter((name) => filter[name]).flatMap((name) =>
    (isSeveral(name, filter) ? filter[name]!.split(',') : [filter[name]!]).map((code) => ({ name, code, word: word(name, code) })),
  );
}

/** All that is abroad is one thing to people, not seven stages. */
const isSeveral = (name: FilterName, filter: ListFilter) => MANY.has(name) && !(name === 'stages' && isAbroad(filter.stages));

/** Each filter with a way to take it off; the words searched for stand in their own field. */
export function FilterChips({ words, onRemove }: { words: readonly FilterWord[]; onRemove: (name: FilterName, code: string) => void }) {
  return (
    <>
      {words
        .filter(({ name }) => name !== 'text')
        .map(({ name, code, word }) => (
          <button
            key={`${name}-${code}`}
            type="button"
            className="filter-chip"
            aria-label={t('removeFilter', { filter: word })}
            onClick={() => onRemove(name, code)}
          >
            {word} <span aria-hidden="true">×</span>
          </button>
        ))}
    </>
  );
}

function useCommuneNames(codes: readonly string[]): ReadonlyMap<string, string> {
  const found = useQueries({
    queries: codes.map((unitCode) => ({
      queryKey: ['unit', unitCode],
      staleTime: Infinity,
      queryFn: () => call('GET /api/v1/units/{unitCode}', { params: { unitCode } }),
    })),
  });
  return new Map(found.flatMap(({ data }) => (data?.today ? [[data.code, data.today.name] as const] : [])));
}
