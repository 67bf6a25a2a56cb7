import { area } from '../../../language/words';
import vi from '../../../language/vi/units.json';

export const t = area('units', vi);
