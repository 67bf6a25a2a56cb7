import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { ReportBoardResponse } from '../../../api/schema';
import { tellDone } from '../../parts/notices';
import { download } from '../../parts/sent-file/download';
import { useDeed } from '../../parts/use-deed';
import { useMe } from '../../session/me';
import { monthText, t } from './monthly-report-words';
import { ReturnSheet } from './return-sheet';

const APPROVERS = ['leader', 'department_officer'];

/** Word and annex of the version sent, and for who approves: yes, or back with a remark. */
export function PaperButtons({ board }: { board: ReportBoardResponse }) {
  const { role } = useMe();
  const queries = useQueryClient();
  const [returning, setReturning] = useState(false);
  const reportId = board.reportId;
  const approving = useDeed((id: string, key) => call('POST /api/v1/monthly-reports/{reportId}/accept', { params: { reportId: id }, key }));
  if (!reportId || !board.frozen) return null;
  const name = monthText(board.month).replace('/', '-');
  const take = async (form: 'word' | 'annex') => {
    const path = { params: { reportId } };
    const file = await (form === 'word'
      ? call('GET /api/v1/monthly-reports/{reportId}/word', path)
      : call('GET /api/v1/monthly-reports/{reportId}/annex', path));
    download(file as unknown as Blob, t(`file.${form}`, { month: name }));
    tellDone(t(`made.${form}`));
  };
  const approve = async () => {
    if (!(await approving.act(reportId))) return;
    await queries.invalidateQueries({ queryKey: ['monthly-report'] });
    tellDone(t('approved'));
  };
  const decides = APPROVERS.includes(role) && ['submitted', 'accepted'].includes(board.state);
  return (
    <>
      <button type="button" className="plain-button report-word" onClick={() => void take('word')}>
        {t('word')}
      </button>
      <button type="button" className="plain-button report-annex" onClick={() => void take('annex')}>
        {t('annex')}
      </button>
      {decides && (
        <button type="button" className="plain-button" onClick={() => setReturning(true)}>
          {t('giveBack')}
        </button>
      )}
      {decides && board.state === 'submitted' && (
        <button type="button" className="main-button report-approve" disabled={approving.busy} onClick={() => void approve()}>
          {t('approve')}
        </button>
      )}
      {approving.problem && (
        <span role="alert" className="fault">
          {approving.problem}
        </span>
      )}
      {returning && <ReturnSheet reportId={reportId} name={t('province')} onClose={() => setReturning(false)} />}
    </>
  );
}
