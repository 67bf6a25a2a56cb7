import { useState } from 'react';
import { call } from '../../../../api/call';
import { formatDay } from '../../../../language/format';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { DeedButton } from '../../../parts/deed-button';
import { TextField } from '../../../parts/text-field';
import { useDeed } from '../../../parts/use-deed';
import { useDraft } from '../../../parts/use-draft';
import type { DeedProps } from './deeds';

const t = area('queue', vi);
type Decision = 'confirmed' | 'rejected';

/** The department's word on a proposal, by the document that came with it; a rejection says why. */
export function ProposalDeed({ row, onDone }: DeedProps) {
  const [decision, setDecision] = useState<Decision>();
  const [note, setNote, drop] = useDraft(`proposal-${row.id}`, '');
  const deed = useDeed((given: Decision, key) =>
    call('POST /api/v1/overstay-proposals/{proposalId}/decision', {
      params: { proposalId: row.id },
      body: { decision: given, note: note.trim() || undefined },
      key,
    }),
  );
  const { basis, number, issuer, issuedOn } = row.detail as Record<string, string>;
  const decide = async () => {
    if (!decision || !(await deed.act(decision))) return;
    drop();
    onDone(t(decision === 'confirmed' ? 'proposalConfirmed' : 'proposalRejected', { name: row.fullName ?? '' }));
  };
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void decide())}>
      <dl className="facts">
        <dt>{t('document')}</dt>
        <dd>{t('documentText', { number: number ?? '', issuer: issuer ?? '', day: formatDay(issuedOn) })}</dd>
        <dt>{t('basis')}</dt>
        <dd>{t('basisText', { basis: basis ?? '' })}</dd>
      </dl>
      <fieldset className="choices">
        <legend>{t('decision')}</legend>
        {(['confirmed', 'rejected'] as const).map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="decision" checked={decision === one} onChange={() => setDecision(one)} />
            {t(`decision.${one}`)}
          </label>
        ))}
      </fieldset>
      <TextField label={t('note')} value={note} onChange={setNote} lines={2} most={1000} required={decision === 'rejected'} />
      <DeedButton word={t('decide')} deed={deed} disabled={!decision || (decision === 'rejected' && note.trim() === '')} />
    </form>
  );
}
