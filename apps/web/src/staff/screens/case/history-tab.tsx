import { Link } from '@tanstack/react-router';
import type { CaseResponse } from '../../../api/schema';
import { formatMoment } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { ListState } from '../../parts/list-state';
import { StageChip } from '../../parts/stage-chip';
import { useReads } from './case-reads';
import { Timeline } from './timeline';

const t = area('case', vi);

/** The whole timeline, the person's other cases, and who looked at protected numbers. */
export function HistoryTab({
  file,
  rights,
}: {
  file: CaseResponse;
  rights: { mayCorrect: boolean; maySeeVisits: boolean; maySeeReads: boolean };
}) {
  return (
    <>
      <div className="sheet card">
        <Timeline caseId={file.id} version={file.version} rights={rights} whole />
      </div>
      <OtherCases file={file} />
      {rights.maySeeReads && <Reads workerId={file.workerId} />}
    </>
  );
}

export function OtherCases({ file }: { file: CaseResponse }) {
  if (file.otherCases.length === 0) return null;
  return (
    <section className="sheet card" aria-labelledby="other-cases">
      <h2 id="other-cases">{t('otherCases')}</h2>
      <ul className="plain-list">
        {file.otherCases.map(({ id, code, stage }) => (
          <li key={id}>
            <Link to={`/ho-so/${id}`}>{code}</Link> <StageChip stage={stage} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reads({ workerId }: { workerId: string }) {
  const reads = useReads(workerId, true);
  return (
    <section className="sheet card no-print" aria-labelledby="reads-title">
      <h2 id="reads-title">{t('reads')}</h2>
      <ListState query={reads} rows={2} isEmpty={(list) => list.length === 0} empty={t('noReads')}>
        {(list) => (
          <ul className="plain-list">
            {list.map(({ at, accountName, organisationName, fields, purpose, reason }, row) => (
              <li key={row}>
                {formatMoment(at)} · {[accountName, organisationName].filter(Boolean).join(', ') || t('somebody')} ·{' '}
                {fields in FIELDS ? t(FIELDS[fields]!) : fields}
                <span className="quiet"> · {reason ?? purpose}</span>
              </li>
            ))}
          </ul>
        )}
      </ListState>
    </section>
  );
}

const FIELDS: Readonly<Record<string, 'citizenId' | 'passport'>> = { citizenId: 'citizenId', passport: 'passport' };
