import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { CaseResponse, WorkerResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { useHotkeys } from '../../parts/hotkeys';
import { placeInList } from '../../parts/list-memory';

const t = area('case', vi);

/** Name, way back, way on through the list somebody came from, and the deeds of the page. */
export function CaseHead({
  file,
  worker,
  onRecord,
  onEdit,
  onResidence,
  onReceipt,
}: {
  file: CaseResponse;
  worker: WorkerResponse;
  onRecord: () => void;
  /** Absent: this office only reads the person. */
  onEdit?: () => void;
  onResidence?: () => void;
  onReceipt?: () => void;
}) {
  const navigate = useNavigate();
  const place = placeInList(file.id);
  const go = (caseId: string | undefined) => caseId && void navigate({ to: `/ho-so/${caseId}`, search: (now: object) => now as never });
  useEffect(() => {
    document.title = `${worker.fullName} – Bến Về`;
  }, [worker.fullName]);
  useHotkeys({
    j: { says: t('nextCase'), act: () => go(place?.next) },
    k: { says: t('previousCase'), act: () => go(place?.previous) },
    s: { says: t('record'), act: onRecord },
    e: onEdit && { says: t('editWorker'), act: onEdit },
  });
  return (
    <header className="page-head case-head">
      <nav className="crumbs small no-print" aria-label={t('wayBack')}>
        <Link to={place?.back ?? '/lao-dong'}>{t('backToList')}</Link>
        {worker.communeName && <span className="quiet"> › {worker.communeName}</span>}
      </nav>
      <h1>{worker.fullName}</h1>
      <div className="page-deeds no-print">
        {place && (
          <span className="pager">
            <button
              type="button"
              className="icon-button"
              aria-label={t('previousCase')}
              disabled={!place.previous}
              onClick={() => go(place.previous)}
            >
              ‹
            </button>
            {t('placeInList', { at: place.at, of: place.of })}
            <button type="button" className="icon-button" aria-label={t('nextCase')} disabled={!place.next} onClick={() => go(place.next)}>
              ›
            </button>
          </span>
        )}
        {file.offers.length > 0 && (
          <button type="button" className="plain-button" onClick={onRecord}>
            {t('record')}
          </button>
        )}
        {onEdit && (
          <button type="button" className="plain-button" onClick={onEdit}>
            {t('editWorker')}
          </button>
        )}
        {onResidence && (
          <button type="button" className="plain-button" onClick={onResidence}>
            {t('residence')}
          </button>
        )}
        {onReceipt && (
          <button type="button" className="plain-button" onClick={onReceipt}>
            {t('receipt')}
          </button>
        )}
        <button type="button" className="plain-button" onClick={() => window.print()}>
          {t('printCase')}
        </button>
      </div>
    </header>
  );
}
