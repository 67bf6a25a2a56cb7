import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { CaseLineAnswer, ManyMilestonesRequest, ManyRecordedResponse } from '../../../api/schema';
import { PEOPLE_CODES, returnTypeName } from '../../../language/people';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TableHead } from '../../parts/plain-table';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { useUndo } from '../../parts/use-undo';
import { useMe } from '../../session/me';
import { businessToday } from '../../session/business-day';

const t = area('cases', vi);

/** Facts that are reported for many at a time, and whether each needs more than its day. */
const KINDS = {
  centre_staff: [
    'COUNSELLED',
    'SELECTED',
    'TRAINING_STARTED',
    'CERTIFICATE_ISSUED',
    'CONTRACT_SIGNED',
    'READY_CONFIRMED',
    'DEPARTED',
    'RETURNED',
    'WITHDRAWN',
    'NOT_SENT',
    'CLOSED',
  ],
  agency_clerk: [
    'SOURCED',
    'SELECTED',
    'TRAINING_STARTED',
    'CERTIFICATE_ISSUED',
    'CONTRACT_SIGNED',
    'READY_CONFIRMED',
    'DEPARTED',
    'RETURNED',
    'NOT_SENT',
  ],
} as const;
type Kind = (typeof KINDS)[keyof typeof KINDS][number];
const NEEDS_REASON: ReadonlySet<string> = new Set(['WITHDRAWN', 'NOT_SENT']);

/** One fact for many cases. Each is decided by itself: whoever cannot take it is named with the reason, and one press takes all of it back. */
export function BulkMilestone({
  caseIds,
  rowOf,
  onClose,
}: {
  caseIds: readonly string[];
  rowOf: (id: string) => CaseLineAnswer | undefined;
  /** With the new stages when something was written. */
  onClose: (stages?: ReadonlyMap<string, string>) => void;
}) {
  const { role } = useMe();
  const undo = useUndo();
  const [kind, setKind] = useState<Kind | ''>('');
  const [on, setOn] = useState<ReadDay | undefined>({ day: businessToday(), precision: 'YMD' });
  const [reason, setReason] = useState('');
  const [returnType, setReturnType] = useState('');
  const [answer, setAnswer] = useState<ManyRecordedResponse>();
  const deed = useDeed(async (body: ManyMilestonesRequest, key) => ({
    told: await call('POST /api/v1/cases/bulk/milestones', { body, key }),
    key,
  }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await deed.act({
      caseIds,
      kind: kind as Kind,
      ...(on && { effectiveOn: on.day }),
      ...((reason || returnType) && {
        detail: { ...(reason && { reason }), ...(returnType && { returnType: returnType as 'COMPLETED' }) },
      }),
    });
    if (!done) return;
    const { told, key } = done;
    if (told.done > 0) tellDone(t('changed', { done: told.done, title: t(`kind.${kind as Kind}`) }), () => undo(key));
    if (told.refused === 0) onClose(stagesOf(told));
    else setAnswer(told);
  };
  if (answer) return <Refusals answer={answer} rowOf={rowOf} onClose={() => onClose(stagesOf(answer))} />;
  return (
    <DialogSheet title={t('changeMany', { rows: caseIds.length })} onClose={() => onClose()}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <ChoiceField
          label={t('whatHappened')}
          value={kind}
          onChange={(next) => setKind(next as Kind)}
          required
          autoFocus
          none={t('choose')}
          choices={(KINDS[role as keyof typeof KINDS] ?? []).map((value) => ({ value, word: t(`kind.${value}`) }))}
        />
        <DayField label={t('happenedOn')} value={on} onChange={setOn} required />
        {kind === 'RETURNED' && (
          <ChoiceField
            label={t('returnType')}
            value={returnType}
            onChange={setReturnType}
            required
            choices={PEOPLE_CODES.returnType.map((value) => ({ value, word: returnTypeName(value) }))}
          />
        )}
        {(NEEDS_REASON.has(kind) || returnType === 'EARLY') && (
          <TextField label={t('reason')} value={reason} onChange={setReason} required most={60} />
        )}
        <div className="form-deeds">
          <DeedButton word={t('changeNow', { rows: caseIds.length })} deed={deed} disabled={!kind || !on} />
        </div>
      </form>
    </DialogSheet>
  );
}

const stagesOf = ({ results }: ManyRecordedResponse): ReadonlyMap<string, string> =>
  new Map(results.flatMap(({ caseId, stage }) => (stage ? [[caseId, stage] as const] : [])));

function Refusals({
  answer,
  rowOf,
  onClose,
}: {
  answer: ManyRecordedResponse;
  rowOf: (id: string) => CaseLineAnswer | undefined;
  onClose: () => void;
}) {
  const refused = answer.results.filter(({ outcome }) => outcome === 'refused');
  return (
    <DialogSheet title={t('refusedSome', { done: answer.done, refused: refused.length })} onClose={onClose} wide>
      <table className="plain-table">
        <TableHead heads={[t('column.fullName'), t('why')]} />
        <tbody>
          {refused.map(({ caseId, message }) => (
            <tr key={caseId}>
              <th scope="row">
                <a href={`/ho-so/${caseId}`}>{rowOf(caseId)?.fullName ?? caseId}</a>
              </th>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DialogSheet>
  );
}
