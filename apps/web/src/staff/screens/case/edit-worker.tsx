import { type FormEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem, call } from '../../../api/call';
import type { ChangeWorkerRequest, WorkerResponse } from '../../../api/schema';
import { formatPhone } from '../../../language/format';
import { educationName, ethnicName, householdName, PEOPLE_CODES, sexName } from '../../../language/people';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { ChoiceField } from '../../parts/choice-field';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { ConflictNotice } from './conflict-notice';
import { changedFields, type FieldConflict, mergeFields } from './merge-fields';
import { refreshCase } from './refresh-case';

const t = area('case', vi);

/** The person as the form holds it: everything text, empty = not known. */
interface Written {
  readonly [field: string]: unknown;
  readonly fullName: string;
  readonly birth: { day: string; precision: 'Y' | 'YM' | 'YMD' } | null;
  readonly sex: string;
  readonly ethnicCode: string;
  readonly householdClass: string;
  readonly education: string;
  readonly skill: string;
  readonly hamlet: string;
  readonly phones: string;
  readonly consentFamilyNotice: boolean;
}

const writtenOf = (worker: WorkerResponse): Written => ({
  fullName: worker.fullName,
  birth: worker.birthDate ? { day: worker.birthDate, precision: (worker.birthPrecision ?? 'YMD') as 'YMD' } : null,
  sex: worker.sex ?? '',
  ethnicCode: worker.ethnicCode ?? '',
  householdClass: worker.householdClass ?? '',
  education: worker.education ?? '',
  skill: worker.skill ?? '',
  hamlet: worker.hamlet ?? '',
  phones: worker.phones.map(formatPhone).join(', '),
  consentFamilyNotice: worker.consentFamilyNotice,
});

/** Sent are only the fields that differ; an emptied one is emptied. */
function requestOf(stored: Written, mine: Written): ChangeWorkerRequest {
  const { birth, phones, ...changed } = changedFields(stored, mine);
  const plain = Object.fromEntries(Object.entries(changed).map(([field, value]) => [field, value === '' ? null : value]));
  return {
    ...plain,
    ...(birth !== undefined && { birthDate: birth?.day ?? null, birthPrecision: birth?.precision ?? null }),
    ...(phones !== undefined && {
      phones: phones
        .split(/[,;\n]/)
        .map((phone) => phone.trim())
        .filter(Boolean),
    }),
  } as ChangeWorkerRequest;
}

/** Corrects the person's own facts. When a colleague saved meanwhile both versions are laid side by side, field by field. */
export function EditWorker({ worker, onClose }: { worker: WorkerResponse; onClose: () => void }) {
  const queries = useQueryClient();
  const [seen, setSeen] = useState(worker);
  const [mine, setMine] = useState(() => writtenOf(worker));
  const [conflicts, setConflicts] = useState<readonly FieldConflict[]>();
  const change = (part: Partial<Written>) => setMine((now) => ({ ...now, ...part }) as Written);
  const deed = useDeed(async (_: void, key) => {
    try {
      return await call('PATCH /api/v1/workers/{workerId}', {
        params: { workerId: worker.id },
        body: requestOf(writtenOf(seen), mine),
        key,
        version: seen.version,
      });
    } catch (error) {
      if (!(error instanceof ApiProblem && error.isStale)) throw error;
      const now = await call('GET /api/v1/workers/{workerId}', { params: { workerId: worker.id } });
      const { merged, conflicts: both } = mergeFields(writtenOf(seen), mine, writtenOf(now));
      setSeen(now);
      setMine(merged);
      setConflicts(both);
      return undefined;
    }
  });
  const nothing = Object.keys(changedFields(writtenOf(seen), mine)).length === 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t('workerSaved', { name: mine.fullName }));
    onClose();
    await refreshCase(queries);
  };
  return (
    <DialogSheet title={t('editWorker')} onClose={onClose} wide>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        {conflicts && (
          <ConflictNotice
            conflicts={conflicts}
            onTake={(field, value) => {
              change({ [field]: value } as Partial<Written>);
              setConflicts(conflicts.filter((conflict) => conflict.field !== field));
            }}
          />
        )}
        <TextField
          label={t('fullName')}
          value={mine.fullName}
          onChange={(fullName) => change({ fullName })}
          required
          most={120}
          autoFocus
        />
        <div className="form-side">
          <DayField label={t('birthDate')} value={mine.birth ?? undefined} onChange={(birth) => change({ birth: birth ?? null })} short />
          <ChoiceField
            label={t('sex')}
            value={mine.sex}
            onChange={(sex) => change({ sex })}
            choices={PEOPLE_CODES.sex.map((value) => ({ value, word: sexName(value) }))}
          />
          <ChoiceField
            label={t('ethnic')}
            value={mine.ethnicCode}
            onChange={(ethnicCode) => change({ ethnicCode })}
            choices={PEOPLE_CODES.ethnic.map((value) => ({ value, word: ethnicName(value) }))}
          />
        </div>
        <div className="form-side">
          <TextField label={t('phones')} value={mine.phones} onChange={(phones) => change({ phones })} most={80} note={t('phonesNote')} />
          <TextField label={t('hamlet')} value={mine.hamlet} onChange={(hamlet) => change({ hamlet })} most={120} />
        </div>
        <div className="form-side">
          <ChoiceField
            label={t('household')}
            value={mine.householdClass}
            onChange={(householdClass) => change({ householdClass })}
            choices={PEOPLE_CODES.household.map((value) => ({ value, word: householdName(value) }))}
          />
          <ChoiceField
            label={t('education')}
            value={mine.education}
            onChange={(education) => change({ education })}
            choices={PEOPLE_CODES.education.map((value) => ({ value, word: educationName(value) }))}
          />
          <TextField label={t('skill')} value={mine.skill} onChange={(skill) => change({ skill })} most={120} />
        </div>
        <label className="form-tick">
          <input
            type="checkbox"
            checked={mine.consentFamilyNotice}
            onChange={(event) => change({ consentFamilyNotice: event.target.checked })}
          />
          {t('consentNotice')}
        </label>
        <div className="form-deeds">
          <DeedButton word={t('save')} deed={deed} disabled={nothing || (conflicts?.length ?? 0) > 0} />
        </div>
      </form>
    </DialogSheet>
  );
}
