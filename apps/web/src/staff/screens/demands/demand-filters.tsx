import { stageName } from '../../../language/codes';
import { useMarkets } from '../../parts/markets';
import { useAddress } from '../../parts/use-address';
import { SOURCES, t } from './demand-words';

const STAGES = ['REGISTERED', 'COUNSELLED', 'SOURCED'] as const;

/** What the list shows, kept in the address. */
export function DemandFilters() {
  const markets = useMarkets();
  const [{ giaidoan, nuoc, nguon, cuatoi }, setAddress] = useAddress();
  const choice = (name: string, label: string, value: string | undefined, any: string, options: readonly (readonly [string, string])[]) => (
    <select
      className="plain-input"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => setAddress({ [name]: event.target.value || undefined })}
    >
      <option value="">{any}</option>
      {options.map(([code, word]) => (
        <option key={code} value={code}>
          {word}
        </option>
      ))}
    </select>
  );
  return (
    <div className="demand-filters no-print" role="search">
      {choice(
        'giaidoan',
        t('stage'),
        giaidoan,
        t('anyStage'),
        STAGES.map((code) => [code, stageName(code)] as const),
      )}
      {choice(
        'nuoc',
        t('wish'),
        nuoc,
        t('anyMarket'),
        markets.list.map(({ code, name }) => [code, name] as const),
      )}
      {choice(
        'nguon',
        t('source'),
        nguon,
        t('anySource'),
        SOURCES.map((code) => [code, t(`source.${code}`)] as const),
      )}
      <label className="toggle">
        <input
          type="checkbox"
          checked={cuatoi === '1'}
          onChange={(event) => setAddress({ cuatoi: event.target.checked ? '1' : undefined })}
        />
        {t('mine')}
      </label>
    </div>
  );
}
