import { useParams } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseResponse, WorkerResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { AlertDialog } from '../../parts/alert-dialog/alert-dialog';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { AlertsTab } from './alerts-tab';
import { CaseHead } from './case-head';
import { useCase, useCaseAlerts, useWorker } from './case-reads';
import { TABS, type Tab, TabBar } from './case-tabs';
import { ContractsTab } from './contracts-tab';
import { EditWorker } from './edit-worker';
import { FamilyTab } from './family-tab';
import { HistoryTab } from './history-tab';
import { IdentityBar } from './identity-bar';
import { MilestoneForm } from './milestone-form';
import { NextStepBox } from './next-step';
import type { NextStep } from './next-step-of';
import { MoneyTab } from './money-tab';
import { OverviewTab } from './overview-tab';
import { PaperLanes } from './paper-lanes';
import { PapersTab } from './papers-tab';
import { ReceiptDialog } from './receipt-dialog';
import { refreshCase } from './refresh-case';
import { ResidenceForm } from './residence-form';
import { StageBar } from './stage-bar';
import './case.css';

const t = area('case', vi);

/** One attempt to go abroad: who, where it stands, the one thing to do, and everything that happened. */
export function Screen() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const file = useCase(caseId);
  const worker = useWorker(file.data?.workerId);
  const both = {
    data: file.data && worker.data ? { file: file.data, worker: worker.data } : undefined,
    error: file.error ?? worker.error,
    isPending: file.isPending || worker.isPending,
    refetch: () => Promise.all([file.refetch(), worker.refetch()]),
  };
  return (
    <div className="case-page">
      <ListState query={both} rows={10}>
        {(read) => <CasePage key={caseId} {...read} />}
      </ListState>
    </div>
  );
}

/** Whose questions an account answers first. */
const DESKS: Readonly<Record<string, string>> = { centre_staff: 'centre', department_officer: 'department', agency_clerk: 'agency' };

type Open =
  | { readonly what: 'record'; readonly kind?: string }
  | { readonly what: 'alert'; readonly id: number }
  | { readonly what: 'edit' }
  | { readonly what: 'residence' }
  | { readonly what: 'receipt' };

function CasePage({ file, worker }: { file: CaseResponse; worker: WorkerResponse }) {
  const { role } = useMe();
  const [address, setAddress] = useAddress();
  const [open, setOpen] = useState<Open>();
  const tab: Tab = TABS.includes(address.muc as Tab) ? (address.muc as Tab) : 'tong-quan';
  const go = (next: Tab) => setAddress({ muc: next === 'tong-quan' ? undefined : next });
  const office = role === 'centre_staff' || role === 'department_officer';
  const rights = { mayCorrect: office, maySeeVisits: office, maySeeReads: office };
  const act = (action: NonNullable<NextStep['action']>) => {
    if (action.do === 'papers') go('giay-to');
    else if (action.alert) setOpen({ what: 'alert', id: action.alert.id });
    else setOpen({ what: 'record', kind: action.kind });
  };
  return (
    <>
      <CaseHead
        file={file}
        worker={worker}
        onRecord={() => setOpen({ what: 'record' })}
        onEdit={office ? () => setOpen({ what: 'edit' }) : undefined}
        onReceipt={role === 'department_officer' ? undefined : () => setOpen({ what: 'receipt' })}
        onResidence={office ? () => setOpen({ what: 'residence' }) : undefined}
      />
      <IdentityBar file={file} worker={worker} mayReveal={role !== 'leader'} />
      <StageBar file={file} />
      <PaperLanes file={file} onPapers={() => go('giay-to')} />
      <NextStepBox file={file} desk={DESKS[role]} onAct={act} />
      <TabBar tab={tab} onTab={go} counts={useTabCounts(file)} />
      <div role="tabpanel" id="case-panel" aria-labelledby={`tab-${tab}`} tabIndex={-1} className="tab-panel">
        {tab === 'tong-quan' && <OverviewTab file={file} worker={worker} rights={rights} />}
        {tab === 'giay-to' && <PapersTab file={file} />}
        {tab === 'hop-dong' && <ContractsTab file={file} />}
        {tab === 'tien' && <MoneyTab file={file} />}
        {tab === 'gia-dinh' && <FamilyTab worker={worker} caseId={file.id} maySeeVisits={rights.maySeeVisits} />}
        {tab === 'canh-bao' && <AlertsTab caseId={file.id} onOpen={({ id }) => setOpen({ what: 'alert', id })} />}
        {tab === 'lich-su' && <HistoryTab file={file} rights={rights} />}
      </div>
      {open && <OpenForm open={open} file={file} worker={worker} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function useTabCounts(file: CaseResponse): Partial<Record<Tab, number>> {
  const { data: alerts = [] } = useCaseAlerts(file.id);
  return {
    'giay-to': file.papers.filter(({ state }) => ['gap', 'missing', 'lapsed', 'unfit'].includes(state)).length,
    'canh-bao': alerts.filter(({ state }) => state === 'open').length,
  };
}

function OpenForm({ open, file, worker, onClose }: { open: Open; file: CaseResponse; worker: WorkerResponse; onClose: () => void }) {
  const queries = useQueryClient();
  const { role } = useMe();
  const { data: alerts = [] } = useCaseAlerts(file.id);
  if (open.what === 'record') return <MilestoneForm file={file} first={open.kind} onClose={onClose} />;
  if (open.what === 'edit') return <EditWorker worker={worker} onClose={onClose} />;
  if (open.what === 'receipt') return <ReceiptDialog file={file} onClose={onClose} />;
  if (open.what === 'residence') return <ResidenceForm worker={worker} onClose={onClose} />;
  const owner = alerts.find(({ id }) => id === open.id)?.owner;
  const asked = owner === DESKS[role];
  return (
    <DialogSheet title={t('alert')} onClose={onClose}>
      <AlertDialog
        alertId={String(open.id)}
        asked={asked}
        onAnswered={(text, undo) => {
          tellDone(text, undo);
          onClose();
          void refreshCase(queries);
        }}
      />
    </DialogSheet>
  );
}
