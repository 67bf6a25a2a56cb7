import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { AlertDialog } from '../../../parts/alert-dialog/alert-dialog';
import type { DeedProps } from './deeds';

const t = area('queue', vi);

/** The question with its history, and what answers or ends it. */
export function AlertDeed({ row, onDone }: DeedProps) {
  if (row.kind !== 'alert') return <p>{t(row.kind === 'task' ? 'followTask' : 'followProposal')}</p>;
  return <AlertDialog alertId={row.id} asked={row.nextAction !== 'FOLLOW_CASE'} onAnswered={onDone} />;
}
