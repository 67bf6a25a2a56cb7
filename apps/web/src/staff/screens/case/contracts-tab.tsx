import type { CaseResponse } from '../../../api/schema';
import { formatDay, formatMoment, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';

const t = area('case', vi);

/** Every version of the contract, the newest first; one that a correction took back is struck through. */
export function ContractsTab({ file }: { file: CaseResponse }) {
  if (file.contracts.length === 0) return <p className="sheet list-empty">{t('noContracts')}</p>;
  return (
    <ol className="card-list">
      {[...file.contracts].reverse().map((version, at) => (
        <li key={version.id} className="sheet card">
          <h3>
            {version.voided ? <s>{t(`contract.${version.kind as 'sending'}`)}</s> : t(`contract.${version.kind as 'sending'}`)}
            {at === 0 && !version.voided && <span className="chip chip-brand"> {t('newestVersion')}</span>}
            {version.voided && <span className="chip"> {t('voided')}</span>}
          </h3>
          <dl className="facts">
            {(
              [
                ['contractNumber', version.number],
                ['signedOn', formatDay(version.signedOn)],
                ['contractStart', formatDay(version.startsOn)],
                ['contractEnd', formatDay(version.endsOn)],
                ['term', version.termMonths ? t('months', { months: version.termMonths }) : ''],
                ['employer', version.employer],
                ['workplace', version.workplace],
                ['occupation', version.occupation],
                ['wage', version.wage ? `${formatNumber(Number(version.wage))} ${version.wageCurrency ?? ''}` : ''],
              ] as const
            ).map(
              ([word, value]) =>
                value && (
                  <div key={word}>
                    <dt>{t(word)}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
          </dl>
          <p className="quiet small">{t('recordedAt', { moment: formatMoment(version.recordedAt) })}</p>
        </li>
      ))}
    </ol>
  );
}
