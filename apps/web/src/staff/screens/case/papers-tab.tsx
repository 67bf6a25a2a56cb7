import { type FormEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { CaseResponse, PaperAnswer, ProveGuardRequest } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { refreshCase } from './refresh-case';

const t = area('case', vi);
const TONES: Readonly<Record<string, string>> = {
  gap: 'chip chip-urgent',
  lapsed: 'chip chip-soon',
  missing: 'chip',
  proven: '',
  extra: '',
};

/** The checklist of papers: what is done is plain text, colour only where something is to be done. */
export function PapersTab({ file }: { file: CaseResponse }) {
  const [proving, setProving] = useState<PaperAnswer>();
  return (
    <section className="sheet">
      <table className="plain-table">
        <caption className="visually-hidden">{t('papers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('paper')}</th>
            <th scope="col">{t('paperState')}</th>
            <th scope="col">{t('reference')}</th>
            <th scope="col" className="no-print">
              <span className="visually-hidden">{t('deeds')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {file.papers.map((paper) => (
            <tr key={paper.guard}>
              <th scope="row">{capital(paper.title)}</th>
              <td>
                <span className={TONES[paper.state]}>{t(`paper.${paper.state as 'missing'}`)}</span>
                {paper.on && <span className="quiet"> {formatDay(paper.on)}</span>}
                {paper.until && <span className="quiet"> · {t('goodUntil', { day: formatDay(paper.until) })}</span>}
              </td>
              <td>{paper.reference}</td>
              <td className="no-print">
                {paper.state !== 'proven' && paper.state !== 'extra' && (
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={t('proveWhat', { paper: paper.title })}
                    onClick={() => setProving(paper)}
                  >
                    {t('prove')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {proving && <ProvePaper file={file} paper={proving} onClose={() => setProving(undefined)} />}
    </section>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function ProvePaper({ file, paper, onClose }: { file: CaseResponse; paper: PaperAnswer; onClose: () => void }) {
  const queries = useQueryClient();
  const [on, setOn] = useState<ReadDay>();
  const [until, setUntil] = useState<ReadDay>();
  const [reference, setReference] = useState('');
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/cases/{caseId}/guards', {
      params: { caseId: file.id },
      body: {
        guard: paper.guard as ProveGuardRequest['guard'],
        on: on?.day ?? '',
        reference: reference.trim(),
        ...(until && { validUntil: until.day }),
      },
      key,
      version: file.version,
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t('proven', { paper: paper.title }));
    onClose();
    await refreshCase(queries);
  };
  return (
    <DialogSheet title={t('proveWhat', { paper: paper.title })} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        {file.departedOn && <p className="quiet">{t('proveText', { day: formatDay(file.departedOn) })}</p>}
        <TextField label={t('reference')} value={reference} onChange={setReference} required most={60} autoFocus />
        <div className="form-side">
          <DayField label={t('issuedOn')} value={on} onChange={setOn} required today={file.today} />
          <DayField label={t('validUntil')} value={until} onChange={setUntil} today={file.today} />
        </div>
        <div className="form-deeds">
          <DeedButton word={t('save')} deed={deed} disabled={!on || !reference.trim()} />
        </div>
      </form>
    </DialogSheet>
  );
}
