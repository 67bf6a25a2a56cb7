import { area } from '../../../language/words';
import vi from '../../../language/vi/demands.json';

export const t = area('demands', vi);
export const DEMANDS = ['demands'] as const;
export const SOURCES = ['COMMUNE', 'SCHOOL', 'ARMY', 'FAIR', 'CENTRE', 'AGENCY'] as const;
