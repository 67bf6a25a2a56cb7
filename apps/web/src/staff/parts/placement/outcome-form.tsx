import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { ReferralOutcomeRequest } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/placement.json';
import { ChoiceField } from '../choice-field';
import { DeedButton } from '../deed-button';
import { tellDone } from '../notices';
import { TextField } from '../text-field';
import { useDeed } from '../use-deed';
import './placement.css';

const t = area('placement', vi);
const OUTCOMES = ['taken', 'declined', 'no_answer'] as const;
const REASONS = [
  'WAGE',
  'FAR',
  'OTHER_TRADE',
  'HEALTH',
  'FAMILY',
  'GOES_AGAIN',
  'OWN_BUSINESS',
  'FIRM_CHOSE_OTHER',
  'FIRM_SILENT',
  'NOT_REACHED',
  'OTHER',
] as const;

/** What became of a referral: a job is one press; a "no" asks why, so that the next referral fits better. */
export function OutcomeForm({ referralId, workerId, onDone }: { referralId: string; workerId: string; onDone?: (text: string) => void }) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>();
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const deed = useDeed((body: ReferralOutcomeRequest, key) =>
    call('POST /api/v1/placement/referrals/{referralId}/outcome', { params: { referralId }, body, key }),
  );
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const said = outcome!;
    const body = {
      outcome: said,
      ...(said !== 'taken' && { reason: reason as 'FAR' }),
      ...(note.trim() && { note: note.trim() }),
    };
    if (!(await deed.act(body))) return;
    if (onDone) onDone(t(`outcome.${said}`));
    else tellDone(t(`outcome.${said}`));
    await queries.invalidateQueries({ queryKey: ['placement'] });
    await queries.invalidateQueries({ queryKey: ['placement', 'person', workerId] });
  };
  return (
    <form className="outcome-form" onSubmit={(event) => void send(event)}>
      <div className="choice-line" role="group" aria-label={t('outcome')}>
        {OUTCOMES.map((one) => (
          <button key={one} type="button" className="plain-button" aria-pressed={one === outcome} onClick={() => setOutcome(one)}>
            {t(`outcome.${one}`)}
          </button>
        ))}
      </div>
      {outcome && (
        <>
          {outcome !== 'taken' && (
            <ChoiceField
              label={t('reason')}
              value={reason}
              onChange={setReason}
              required
              choices={REASONS.map((value) => ({ value, word: t(`reason.${value}`) }))}
            />
          )}
          <TextField label={t('remark')} value={note} onChange={setNote} most={300} />
          <DeedButton word={t('saveOutcome')} deed={deed} disabled={outcome !== 'taken' && !reason} />
        </>
      )}
    </form>
  );
}
