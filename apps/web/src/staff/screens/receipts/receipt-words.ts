import { area } from '../../../language/words';
import vi from '../../../language/vi/receipts.json';
import '../../parts/sent-file/sent-file.css';

const t = area('receipts', vi);

const named = (kind: 'kind' | 'state') => (code: string) => (`${kind}.${code}` in vi ? t(`${kind}.${code}` as 'kind.register') : code);
export const kindName = named('kind');
export const stateName = named('state');
