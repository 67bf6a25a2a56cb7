import type { FoundAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/palette.json';
import { StageChip } from '../../parts/stage-chip';

const t = area('palette', vi);

/** The record of somebody found: the case that runs, else the person. */
export const pathOf = ({ caseId, workerId }: FoundAnswer): string => (caseId ? `/ho-so/${caseId}` : `/nguoi/${workerId}`);

/** Enough to know on the telephone whether it is the right person. */
export function FoundPerson({ person }: { person: FoundAnswer }) {
  const { fullName, birthDate, birthPrecision, communeName, declaredName, agencyName, stage, openAlerts, caseCode } = person;
  const place = [communeName, declaredName && declaredName !== communeName && t('once', { name: declaredName })].filter(Boolean).join(' ');
  const facts = [formatDay(birthDate, birthPrecision), place, agencyName, caseCode].filter(Boolean).join(' · ');
  return (
    <span className="found">
      <span className="found-line">
        <b>{fullName}</b>
        {stage && <StageChip stage={stage} />}
        {openAlerts > 0 && <span className="chip chip-soon">{t('alerts', { alerts: openAlerts })}</span>}
      </span>
      <span className="quiet small">{facts}</span>
    </span>
  );
}
