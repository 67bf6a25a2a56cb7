import { Link } from '@tanstack/react-router';
import { formatDay, formatDaysLeft } from '../../../../language/format';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { rememberList } from '../../../parts/list-memory';
import { PersonPhones } from '../../../parts/person-phones';
import { SidePanel } from '../../../parts/side-panel';
import { DEEDS, FinishDeed } from '../deeds/deeds';
import { SnoozeForm } from '../deeds/snooze-form';
import { rungText } from './rung-text';
import type { QueueRow } from './use-queue';

const t = area('queue', vi);

/** What a deed says when it is done, and how it is taken back. */
export type Done = (text: string, undo?: () => Promise<unknown>) => void;

/** One row of the queue with all that is needed to do it here. */
export function RowPanel({
  row,
  snoozing,
  caseIds,
  onClose,
  onDone,
}: {
  row: QueueRow;
  snoozing: boolean;
  /** Cases of the list, so that a case opened from here leads on to the next. */
  caseIds: readonly string[];
  onClose: () => void;
  onDone: Done;
}) {
  const Deed = DEEDS[row.nextAction] ?? FinishDeed;
  return (
    <SidePanel title={row.fullName ?? row.title} onClose={onClose}>
      <p className="panel-why">{row.why}</p>
      <dl className="facts">
        {row.communeName && (
          <>
            <dt>{t('commune')}</dt>
            <dd>{row.communeName}</dd>
          </>
        )}
        {row.caseId && (
          <>
            <dt>{t('case')}</dt>
            <dd>
              <Link to={`/ho-so/${row.caseId}`} onClick={() => rememberList([...new Set(caseIds)])}>
                {row.caseCode}
              </Link>
            </dd>
          </>
        )}
        <dt>{t('deadline')}</dt>
        <dd>{row.dueOn ? `${formatDay(row.dueOn)}, ${formatDaysLeft(row.daysLeft ?? 0)}` : t('noDeadline')}</dd>
        <dt>{t('whyHere')}</dt>
        <dd>
          {row.title}
          {rungText(row.code)} <span className="quiet small">({row.code})</span>
        </dd>
      </dl>
      {row.workerId && <PersonPhones workerId={row.workerId} name={row.fullName ?? ''} />}
      <section data-section="deed" className="panel-section">
        <h3>{row.advice}</h3>
        <Deed row={row} onDone={onDone} />
      </section>
      <section data-section="snooze" className="panel-section">
        <SnoozeForm row={row} opened={snoozing} onDone={onDone} />
      </section>
    </SidePanel>
  );
}
