import type { LeadCommuneAnswer, LeadOverviewResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { type Level, levelOf, t } from './overview-words';

const LEVELS: readonly Level[] = ['full', 'half', 'low', 'none'];

/** One tile a commune, in clusters of the former districts. Deliberately no map: an empty mountain must not shout. */
export function TileGrid({ page, onCommune }: { page: LeadOverviewResponse; onCommune: (code: string) => void }) {
  return (
    <section className="sheet overview-part">
      <h2>{t('tiles')}</h2>
      <p className="quiet small">{t('tilesNote')}</p>
      <div className="clusters">
        {clustersOf(page.communes).map(([cluster, communes]) => (
          <div key={cluster} className="cluster">
            <h3>{cluster || t('otherCluster')}</h3>
            <ul>
              {communes.map((commune) => (
                <li key={commune.communeCode}>
                  <button type="button" className={`tile level-${levelOf(commune)}`} onClick={() => onCommune(commune.communeCode)}>
                    <span className="tile-name">{shortName(commune.name)}</span>
                    <span className="tile-count">
                      {formatNumber(commune.actual)}/{commune.target === null ? '–' : formatNumber(commune.target)}
                    </span>
                    <span className="visually-hidden">{t(`level.${levelOf(commune)}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <ul className="tile-legend">
        {LEVELS.map((level) => (
          <li key={level}>
            <span className={`legend-mark level-${level}`} aria-hidden="true" /> {t(`level.${level}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Communes by name within their cluster, clusters by name. */
function clustersOf(communes: readonly LeadCommuneAnswer[]): readonly (readonly [string, readonly LeadCommuneAnswer[]])[] {
  const clusters = new Map<string, LeadCommuneAnswer[]>();
  for (const commune of communes) clusters.set(commune.cluster ?? '', [...(clusters.get(commune.cluster ?? '') ?? []), commune]);
  const byName = (a: string, b: string) => a.localeCompare(b, 'vi');
  return [...clusters]
    .map(([name, list]) => [name, list.sort((a, b) => byName(a.name, b.name))] as const)
    .sort(([a], [b]) => Number(!a) - Number(!b) || byName(a, b));
}

/** A tile has no room for the type word. */
const shortName = (name: string) => name.replace(/^(Xã|Phường|Đặc khu) /, '');
