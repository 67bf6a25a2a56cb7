import { legalFormName } from '../../../language/codes';
import { formatDay } from '../../../language/format';
import { faultName, returnTypeName } from '../../../language/people';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { useMarkets } from '../../parts/markets';

const t = area('case', vi);
type Detail = Readonly<Record<string, unknown>>;
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What a report said beyond its day, in words; codes nobody reads are left out. */
export function EventDetail({ detail, struck }: { detail: Detail; struck: boolean }) {
  const { nameOf } = useMarkets();
  const parts = partsOf(detail, nameOf);
  const note = text(detail.note);
  if (parts.length === 0 && !note) return null;
  const line = [...parts, note].filter(Boolean).join(' · ');
  return <p className="small">{struck ? <s>{line}</s> : line}</p>;
}

function partsOf(detail: Detail, marketName: (code: string) => string): string[] {
  const contract = (detail.contract ?? {}) as Detail;
  const day = (value: unknown) => formatDay(text(value));
  return [
    detail.market && marketName(text(detail.market)),
    detail.legalForm && legalFormName(text(detail.legalForm)),
    detail.returnType && returnTypeName(text(detail.returnType)),
    detail.reason && t('because', { reason: text(detail.reason) }),
    detail.fault && detail.fault !== 'NONE' && t('faultOf', { who: faultName(text(detail.fault)) }),
    contract.startsOn && t('startsOn', { day: day(contract.startsOn) }),
    contract.endsOn && t('endsOn', { day: day(contract.endsOn) }),
    detail.stayUntil && t('staysUntil', { day: day(detail.stayUntil) }),
    detail.reference && t('numberOf', { number: text(detail.reference) }),
    detail.validUntil && t('goodUntil', { day: day(detail.validUntil) }),
    text(detail.employer),
    text(detail.workplace),
    text(detail.gate),
  ].flatMap((part) => (typeof part === 'string' && part ? [part] : []));
}
