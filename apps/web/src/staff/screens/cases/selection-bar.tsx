import { useState } from 'react';
import type { CaseLineAnswer } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';
import { useHotkeys } from '../../parts/hotkeys';
import loanWords from '../../../language/vi/loans.json';
import { useMe } from '../../session/me';
import { ReferDialog } from '../loans/refer-dialog';
import { BulkMilestone } from './bulk-milestone';

const t = area('cases', vi);
const ofLoans = area('loans', loanWords);
const MOST = 500;

/** What can be done with the chosen rows, on this page and on those that were not loaded yet. */
export function SelectionBar({
  selected,
  total,
  mayChange,
  onSelectAll,
  onClear,
  rowOf,
  onChanged,
}: {
  selected: ReadonlySet<string>;
  total: number;
  mayChange: boolean;
  onSelectAll: () => unknown;
  onClear: () => void;
  rowOf: (id: string) => CaseLineAnswer | undefined;
  onChanged: (stages: ReadonlyMap<string, string>) => unknown;
}) {
  const { role } = useMe();
  const [changing, setChanging] = useState(false);
  const [referring, setReferring] = useState(false);
  const start = () => selected.size > 0 && mayChange && setChanging(true);
  useHotkeys({ s: { says: t('changeStage'), act: start } });
  return (
    <>
      {selected.size > 0 && (
        <div className="selection-bar no-print" role="toolbar" aria-label={t('selection')}>
          <strong aria-live="polite">{t('selected', { rows: formatNumber(selected.size) })}</strong>
          {mayChange && (
            <button type="button" className="main-button" onClick={start}>
              {t('changeStage')} <kbd aria-hidden="true">S</kbd>
            </button>
          )}
          {role === 'centre_staff' && (
            <button type="button" className="plain-button" onClick={() => setReferring(true)}>
              {ofLoans('refer')}
            </button>
          )}
          {selected.size < Math.min(total, MOST) && (
            <button type="button" className="plain-button" onClick={() => void onSelectAll()}>
              {t('selectAll', { rows: formatNumber(Math.min(total, MOST)) })}
            </button>
          )}
          <button type="button" className="plain-button" onClick={onClear}>
            {t('unselect')}
          </button>
        </div>
      )}
      {referring && <ReferDialog caseIds={[...selected]} nameOf={(id) => rowOf(id)?.fullName} onClose={() => setReferring(false)} />}
      {changing && (
        <BulkMilestone
          caseIds={[...selected]}
          rowOf={rowOf}
          onClose={(stages) => {
            setChanging(false);
            if (stages) void onChanged(stages);
          }}
        />
      )}
    </>
  );
}
