import { useState } from 'react';
import type { CaseResponse, WorkerResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { ethnicName, householdName, sexName } from '../../../language/people';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { PhoneLink } from '../../parts/phone-link';
import { StageChip } from '../../parts/stage-chip';
import { useMarkets } from '../../parts/markets';
import { RevealNumber } from './reveal-number';

const t = area('case', vi);

/** Who the case is about, on every tab: enough to be sure on the telephone, protected numbers hidden. */
export function IdentityBar({ file, worker, mayReveal }: { file: CaseResponse; worker: WorkerResponse; mayReveal: boolean }) {
  const [copied, setCopied] = useState(false);
  const { nameOf } = useMarkets();
  const copy = () => void navigator.clipboard?.writeText(file.code).then(() => setCopied(true));
  const facts = [
    sexName(worker.sex),
    worker.birthDate && formatDay(worker.birthDate, worker.birthPrecision),
    ethnicName(worker.ethnicCode),
    worker.householdClass !== 'NONE' && householdName(worker.householdClass),
  ].flatMap((fact) => fact || []);
  const declared = declaredOf(worker);
  return (
    <div className="identity sheet">
      <p className="identity-line">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <button type="button" className="code-button" onClick={copy} aria-label={t('copyCode', { code: file.code })}>
          {t('caseCode', { code: file.code })} {copied && '✓'}
        </button>
        <span className="visually-hidden" role="status">
          {copied && t('copied')}
        </span>
        {worker.hasCitizenId && <RevealNumber workerId={worker.id} field="citizenId" allowed={mayReveal} />}
        {worker.hasPassport && <RevealNumber workerId={worker.id} field="passport" allowed={mayReveal} />}
      </p>
      <p className="identity-line">
        <span>
          {[worker.hamlet, worker.communeName ?? t('communeUnknown'), worker.provinceName].filter(Boolean).join(', ')}
          {declared && <span className="quiet"> {t('declared', { place: declared })}</span>}
        </span>
        {worker.phones.map((phone) => (
          <PhoneLink key={phone} phone={phone} whose={worker.fullName} />
        ))}
        {worker.phones.length === 0 && <span className="quiet">{t('noPhone')}</span>}
      </p>
      <p className="identity-line">
        <StageChip stage={file.stage} />
        {file.market && <span>{nameOf(file.market)}</span>}
        <span>{file.agencyName ?? t('noAgency')}</span>
      </p>
    </div>
  );
}

/** The place of the papers, where it is told otherwise than today. */
function declaredOf({ declaredUnitName, declaredPlace, communeName }: WorkerResponse): string | null {
  if (declaredUnitName) return declaredUnitName;
  return declaredPlace && !(communeName && declaredPlace.includes(communeName)) ? declaredPlace : null;
}
