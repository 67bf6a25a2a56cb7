import { useQuery } from '@tanstack/react-query';
import { call } from '../../../../api/call';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/placement.json';
import { OutcomeForm } from '../../../parts/placement/outcome-form';
import { ListState } from '../../../parts/list-state';
import type { DeedProps } from './deeds';

const t = area('placement', vi);

/** The outcome is written where the duty stands; the task goes by itself then. */
export function ReferralDeed({ row, onDone }: DeedProps) {
  const workerId = row.workerId ?? '';
  const found = useQuery({
    queryKey: ['placement', 'person', workerId],
    queryFn: () => call('GET /api/v1/placement/returnees/{workerId}', { params: { workerId } }),
    enabled: workerId !== '',
  });
  return (
    <ListState query={found} rows={2}>
      {({ referrals }) => {
        const open = referrals.find(({ id, outcome }) => outcome === null && id === row.detail.referralId);
        if (!open) return <p>{t('answeredAlready')}</p>;
        return <OutcomeForm referralId={open.id} workerId={workerId} onDone={(text) => onDone(`${row.fullName ?? ''}: ${text}`)} />;
      }}
    </ListState>
  );
}
