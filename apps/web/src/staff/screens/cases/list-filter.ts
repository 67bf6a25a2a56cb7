import { addDays } from '../../../language/read-day';

/** What the address of the list may say; the same names as the API, so that a link from anywhere fits. */
export const FILTER_NAMES = [
  'text',
  'stages',
  'market',
  'communeCode',
  'agencyId',
  'endFrom',
  'endTo',
  'endIn',
  'departedFrom',
  'departedTo',
  'sex',
  'legalForm',
  'alerted',
  'unproven',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type ListFilter = Readonly<Partial<Record<FilterName, string>>>;
export type ListOrder = { readonly sort: 'end' | 'name'; readonly order: 'asc' | 'desc' };

/** Filters that hold several codes, parted by commas. */
export const MANY: ReadonlySet<FilterName> = new Set<FilterName>(['stages', 'market', 'communeCode']);

type Address = Readonly<Record<string, string | undefined>>;

/** Everybody who left and is not known to be back: what the list shows to somebody who asked for nothing. */
export const ABROAD = 'ABROAD,ABROAD_GRACE,SUSPECTED_OVERSTAY,LAWFUL_STAY,ABSCONDED,OVERSTAYING,MISSING';
/** In the address, when the whole list is wanted. */
export const EVERYBODY = 'tatca';

const inOrder = (codes: string): string => codes.split(',').sort().join();

export const isAbroad = (stages: string | undefined): boolean => stages !== undefined && inOrder(stages) === inOrder(ABROAD);

export function filterOf(address: Address): ListFilter {
  const asked = Object.fromEntries(FILTER_NAMES.flatMap((name) => (address[name] ? [[name, address[name]]] : [])));
  return Object.keys(asked).length === 0 && address[EVERYBODY] !== '1' ? { stages: ABROAD } : asked;
}

/** The address after a change: a list that nothing narrows any more is asked for by name. */
export function changed(filter: ListFilter, part: ListFilter): Record<string, string | undefined> {
  const next = { ...filter, ...part };
  return { ...next, [EVERYBODY]: Object.values(next).some(Boolean) ? undefined : '1' };
}

export const orderOf = ({ sort, order }: Address): ListOrder => ({
  sort: sort === 'name' ? 'name' : 'end',
  order: order === 'desc' ? 'desc' : 'asc',
});

/** One code more in a filter of several. */
export function added(filter: ListFilter, name: FilterName, code: string): string {
  const codes = filter[name]?.split(',') ?? [];
  return codes.includes(code) ? codes.join(',') : [...codes, code].join(',');
}

/** Undefined when nothing is left. */
export function without(filter: ListFilter, name: FilterName, code: string): string | undefined {
  if (!MANY.has(name) || code === filter[name]) return undefined;
  const codes = filter[name]?.split(',').filter((one) => one !== code) ?? [];
  return codes.length > 0 ? codes.join(',') : undefined;
}

/**
 * The question to the API. `endIn` is a distance in days and moves with the calendar, so that a saved "ends within 90 days" means the same
 * tomorrow: 90 = from today until then; 0 = already over.
 */
export function questionOf({ endIn, ...filter }: ListFilter, order: ListOrder, today: string): Record<string, string> {
  const days = endIn && /^\d{1,3}$/.test(endIn) ? Number(endIn) : undefined;
  return {
    ...filter,
    ...(days !== undefined && (days === 0 ? { endTo: addDays(today, -1) } : { endFrom: today, endTo: addDays(today, days) })),
    ...(order.sort === 'name' && { sort: 'name' }),
    ...(order.order === 'desc' && { order: 'desc' }),
  };
}

/** The address of a filter, for saving and sharing. */
export function addressText(filter: ListFilter, { sort, order }: ListOrder): string {
  return new URLSearchParams({
    ...filter,
    ...(Object.keys(filter).length === 0 && { [EVERYBODY]: '1' }),
    ...(sort === 'name' && { sort }),
    ...(order === 'desc' && { order }),
  }).toString();
}
