import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DifferencesResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/differences.json';
import { StageChip } from '../../parts/stage-chip';

const t = area('differences', vi);
/** A longer list is opened by whoever wants it. */
const MOST_OPEN = 12;

/** What has nothing to stand beside: lines without a case, lines nobody can read, cases that the list does not name. */
export function ApartLists({ found: { unknown, unread, missing, missingTotal } }: { found: DifferencesResponse }) {
  return (
    <div className="differences-apart">
      {unknown.length > 0 && (
        <Apart title={t('unknownTitle', { lines: formatNumber(unknown.length) })} what={t('unknownWhat')} rows={unknown.length}>
          {unknown.map(({ sheet, row, key, fullName }) => (
            <li key={`${sheet} ${row}`}>
              {[fullName, key].filter(Boolean).join(' · ')} <span className="quiet small">{t('row', { row })}</span>
            </li>
          ))}
        </Apart>
      )}
      {unread.length > 0 && (
        <Apart title={t('unreadTitle', { lines: formatNumber(unread.length) })} what={t('unreadWhat')} rows={unread.length}>
          {unread.map(({ sheet, row, message }) => (
            <li key={`${sheet} ${row}`}>{message}</li>
          ))}
        </Apart>
      )}
      {missing.length > 0 && (
        <Apart title={t('missingTitle', { cases: formatNumber(missingTotal) })} what={t('missingWhat')} rows={missing.length}>
          {missing.map(({ caseId, code, fullName, stage, departedOn }) => (
            <li key={caseId}>
              <Link to="/ho-so/$caseId" params={{ caseId } as never}>
                {fullName}
              </Link>{' '}
              <StageChip stage={stage} />{' '}
              <span className="quiet small">
                {[code, departedOn && t('leftOn', { day: formatDay(departedOn) })].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
          {missingTotal > missing.length && (
            <li className="quiet">{t('missingMore', { cases: formatNumber(missingTotal - missing.length) })}</li>
          )}
        </Apart>
      )}
    </div>
  );
}

function Apart({ title, what, rows, children }: { title: string; what: string; rows: number; children: ReactNode }) {
  return (
    <details className="sheet card" open={rows <= MOST_OPEN}>
      <summary>{title}</summary>
      <p className="quiet small">{what}</p>
      <ul className="plain-list">{children}</ul>
    </details>
  );
}
