import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, call, newKey } from '../../../api/call';
import type { PolicyAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { readDay } from '../../../language/read-day';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { problemText } from '../../parts/problem-text';
import { useDraft } from '../../parts/use-draft';
import { useMe } from '../../session/me';
import { groupOf, POLICIES } from './policy-rules';
import { t, wordOf } from './policy-words';
import { Trial } from './trial';
import { ValueEditor } from './value-editor';
import { businessToday } from '../../session/business-day';

/** A new version of a rule on its way to the second person. */
export function ProposeSheet({
  ruleKey,
  market,
  marketName,
  current,
  onClose,
}: {
  ruleKey: string;
  market: string;
  marketName: string;
  current: PolicyAnswer | undefined;
  onClose: () => void;
}) {
  const [draft, setDraft, dropDraft] = useDraft(`policy.${ruleKey}.${market}`, {
    value: (current?.value ?? {}) as unknown,
    day: '',
    basis: '',
    note: '',
    certain: false,
  });
  const [fault, setFault] = useState('');
  const [tried, setTried] = useState('');
  const isTried = useMe().role === 'department_officer' && ['alert', 'stay'].includes(groupOf(ruleKey));
  const key = useRef(newKey());
  const queries = useQueryClient();
  const from = readDay(draft.day, businessToday())?.day;
  const note = draft.note.trim();
  const rule = {
    key: ruleKey,
    market,
    value: draft.value as Record<string, unknown>,
    from: from ?? '',
    basis: draft.basis.trim(),
    certain: draft.certain,
    ...(note ? { note } : {}),
  };
  const sending = useMutation({
    mutationFn: () => call('POST /api/v1/policies/proposals', { body: { rules: [rule] }, key: key.current }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: POLICIES });
      dropDraft();
      tellDone(t('sent'));
      onClose();
    },
    onError: (error) => {
      setFault(problemText(error));
      if (error instanceof ApiProblem) key.current = newKey();
    },
  });
  const submit = () => {
    if (!from) return setFault(t('dayNeeded'));
    if (!rule.basis) return setFault(t('basisNeeded'));
    if (isTried && tried !== JSON.stringify(draft.value)) return setFault(t('tryNeeded'));
    setFault('');
    sending.mutate();
  };
  const text = (name: 'day' | 'basis' | 'note', label: string, hint = '') => (
    <label className="form-field">
      <span>{label}</span>
      <input value={draft[name]} placeholder={hint} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
    </label>
  );
  return (
    <DialogSheet title={`${t('proposeTitle')}: ${wordOf('rule', ruleKey)}`} onClose={onClose} wide>
      <div className="form-rows">
        <p className="quiet">
          {market !== '*' && <strong>{marketName}. </strong>}
          {t('proposeNote')}
        </p>
        <ValueEditor ruleKey={ruleKey} value={draft.value} onChange={(value) => setDraft({ ...draft, value })} />
        <div className="form-side">
          {text('day', `${t('fromDay')} ${from ? `(${formatDay(from)})` : ''}`, '05/03/2026')}
          {text('basis', t('basis'), t('basisHint'))}
        </div>
        {text('note', t('noteField'))}
        <label className="form-tick">
          <input type="checkbox" checked={draft.certain} onChange={(event) => setDraft({ ...draft, certain: event.target.checked })} />
          {t('certain')}
        </label>
        {isTried && <Trial rule={{ ...rule, from: businessToday(), basis: rule.basis || t('tryFirst') }} onTried={setTried} />}
        {fault && (
          <p role="alert" className="fault">
            {fault}
          </p>
        )}
        <div className="form-deeds">
          <button type="button" className="main-button" disabled={sending.isPending} onClick={submit}>
            {sending.isPending ? t('sending') : t('send')}
          </button>
          <button type="button" className="plain-button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </div>
    </DialogSheet>
  );
}
