import { type FormEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { CaseResponse, PaperAnswer, ProveGuardRequest } from '../../../api/schema';
import { daysBetween, formatDay, formatDaysLeft } from '../../../language/format';
import type { ReadDay } from '../../../language/read-day';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { DayField } from '../../parts/day-field';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { problemText } from '../../parts/problem-text';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { usePapers } from '../../parts/visit-pictures';
import { useMe } from '../../session/me';
import { contractFact, MilestoneForm } from './milestone-form';
import { PaperPast } from './paper-past';
import { PaperScans } from './paper-scans';
import { refreshCase } from './refresh-case';

const t = area('case', vi);
const TONES: Readonly<Record<string, string>> = {
  gap: 'chip chip-urgent',
  lapsed: 'chip chip-soon',
  unfit: 'chip chip-soon',
  missing: 'chip',
  waived: '',
  advised: 'quiet',
  proven: '',
  extra: '',
};

/** What still keeps the person here. */
const SHUT = new Set(['missing', 'lapsed', 'unfit']);

/** The gate list: what is done is plain text, colour and a reason only where something is to be done. Judged for the planned exit weeks before it. */
export function PapersTab({ file }: { file: CaseResponse }) {
  const { role } = useMe();
  const [proving, setProving] = useState<PaperAnswer>();
  const [waiving, setWaiving] = useState<PaperAnswer>();
  const shut = file.papers.filter(({ state }) => SHUT.has(state));
  const papers = usePapers(file.id);
  const maySend = role === 'centre_staff' || role === 'agency_clerk';
  const mayWaive = role === 'department_officer' && !file.departedOn;
  return (
    <section className="sheet">
      <GateLine file={file} shut={shut.length} />
      <table className="plain-table">
        <caption className="visually-hidden">{t('papers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('paper')}</th>
            <th scope="col">{t('paperState')}</th>
            <th scope="col">{t('reference')}</th>
            <th scope="col">{t('scans')}</th>
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
                {paper.lastDay && <span className="quiet"> · {t('goodUntil', { day: formatDay(paper.lastDay) })}</span>}
                {paper.why && paper.rule !== 'NOT_SHOWN' && <p className="paper-why">{paper.why}</p>}
                {paper.waivedFor && <p className="paper-why">{t('waivedFor', { reason: paper.waivedFor })}</p>}
              </td>
              <td>{paper.reference}</td>
              <td>
                <PaperScans
                  caseId={file.id}
                  guard={paper.guard}
                  title={paper.title}
                  files={(papers.data?.files ?? []).filter(({ guard }) => guard === paper.guard)}
                  maySend={maySend}
                />
              </td>
              <td className="no-print">
                {(SHUT.has(paper.state) || paper.state === 'gap' || paper.state === 'advised') && (
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={t('proveWhat', { paper: paper.title })}
                    onClick={() => setProving(paper)}
                  >
                    {t('prove')}
                  </button>
                )}
                {mayWaive && SHUT.has(paper.state) && (
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={t('waiveWhat', { paper: paper.title })}
                    onClick={() => setWaiving(paper)}
                  >
                    {t('waive')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {papers.error && <p className="fault">{problemText(papers.error)}</p>}
      {maySend && !file.departedOn && file.otherCases.length > 0 && <CarryButton file={file} />}
      <PaperPast file={file} shown={papers.data?.shown ?? []} />
      {proving && <ShowPaper file={file} paper={proving} onClose={() => setProving(undefined)} />}
      {waiving && <WaivePaper file={file} paper={waiving} onClose={() => setWaiving(undefined)} />}
    </section>
  );
}

/** Somebody who goes again brings what is still good. */
function CarryButton({ file }: { file: CaseResponse }) {
  const queries = useQueryClient();
  const deed = useDeed((_: void, key) => call('POST /api/v1/cases/{caseId}/papers/carried', { params: { caseId: file.id }, key }));
  const carry = async () => {
    const answer = await deed.act();
    if (!answer) return;
    tellDone(answer.carried.length > 0 ? t('carried', { papers: answer.carried.length }) : t('nothingCarried'));
    await refreshCase(queries);
  };
  return (
    <p className="carry-line no-print">
      <button type="button" className="plain-button" disabled={deed.busy} onClick={() => void carry()}>
        {t('carry')}
      </button>
      {deed.problem && <span className="fault"> {deed.problem}</span>}
    </p>
  );
}

/** Under the heading: what programme asks, for which day, how much is missing, how long a selected person may still wait. */
function GateLine({ file, shut }: { file: CaseResponse; shut: number }) {
  if (file.departedOn) return null;
  return (
    <p className="gate-line">
      {file.programmeTitle && <span>{file.programmeTitle} · </span>}
      {t(file.papersFor > file.today ? 'judgedForExit' : 'judgedForToday', { day: formatDay(file.papersFor) })}{' '}
      <strong className={shut > 0 ? 'tone-soon' : ''}>{shut > 0 ? t('gatesShut', { gates: shut }) : t('gatesOpen')}</strong>
      {file.waitUntil && (
        <span className="quiet">
          {' · '}
          {t('waitUntil', { day: formatDay(file.waitUntil), left: formatDaysLeft(daysBetween(file.today, file.waitUntil)) })}
        </span>
      )}
    </p>
  );
}

/** The department answers by name for an exit without a paper; what the law itself asks for is refused by the server. */
function WaivePaper({ file, paper, onClose }: { file: CaseResponse; paper: PaperAnswer; onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/cases/{caseId}/waivers', {
      params: { caseId: file.id },
      body: { guard: paper.guard as ProveGuardRequest['guard'], reason: reason.trim() },
      key,
      version: file.version,
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t('waivedDone', { paper: paper.title }));
    onClose();
    await refreshCase(queries);
  };
  return (
    <DialogSheet title={t('waiveWhat', { paper: paper.title })} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <p className="quiet">{t('waiveText')}</p>
        <TextField label={t('reason')} value={reason} onChange={setReason} required lines={2} most={300} autoFocus />
        <div className="form-deeds">
          <DeedButton word={t('waive')} deed={deed} disabled={reason.trim().length < 10} />
        </div>
      </form>
    </DialogSheet>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Proving = { file: CaseResponse; paper: PaperAnswer; onClose: () => void };

/** A contract is taken with its terms: the day it ends is what everything after the exit counts from. */
function ShowPaper({ file, paper, onClose }: Proving) {
  const first = contractFact(file.offers, paper.guard);
  return first ? <MilestoneForm file={file} first={first} onClose={onClose} /> : <ProvePaper file={file} paper={paper} onClose={onClose} />;
}

function ProvePaper({ file, paper, onClose }: Proving) {
  const queries = useQueryClient();
  const [on, setOn] = useState<ReadDay>();
  const [until, setUntil] = useState<ReadDay>();
  const [reference, setReference] = useState('');
  const [issuer, setIssuer] = useState('');
  const [pass, setPass] = useState(false);
  // A passport says until when it is good, and its clock runs to that day; a border pass lasts as long as its rule where it does not say.
  const dated = paper.guard === 'PASSPORT' && !pass;
  const deed = useDeed((_: void, key) =>
    call('POST /api/v1/cases/{caseId}/guards', {
      params: { caseId: file.id },
      body: {
        guard: paper.guard as ProveGuardRequest['guard'],
        on: on?.day ?? '',
        reference: reference.trim(),
        ...(until && { validUntil: until.day }),
        ...(issuer.trim() && { issuer: issuer.trim() }),
        ...(pass && { pass }),
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
        {paper.guard === 'PASSPORT' && (
          <label className="tick-line">
            <input type="checkbox" checked={pass} onChange={(event) => setPass(event.target.checked)} /> {t('isPass')}
          </label>
        )}
        <TextField label={t('issuer')} value={issuer} onChange={setIssuer} most={200} />
        <div className="form-side">
          <DayField label={t('issuedOn')} value={on} onChange={setOn} required today={file.today} />
          <DayField label={t('validUntil')} value={until} onChange={setUntil} required={dated} today={file.today} />
        </div>
        <div className="form-deeds">
          <DeedButton word={t('save')} deed={deed} disabled={!on || !reference.trim() || (dated && !until)} />
        </div>
      </form>
    </DialogSheet>
  );
}
