import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { ReportBoardResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { DeedButton } from '../../parts/deed-button';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';
import { useDraft } from '../../parts/use-draft';
import { useMe } from '../../session/me';
import { monthText, t } from './monthly-report-words';

/** The words that go with the numbers: written by the centre before it sends, read by everybody after. */
export function Remark({ board }: { board: ReportBoardResponse }) {
  const sends = useMe().role === 'centre_staff' && board.over && board.whole && (!board.frozen || board.restated.length > 0);
  if (sends) return <RemarkForm board={board} />;
  return (
    <article className="sheet report-part">
      <h2>{t('remark')}</h2>
      <p className="report-remark">{board.remark}</p>
      {!board.over && <p className="quiet">{t('tooEarly', { day: formatDay(board.to) })}</p>}
    </article>
  );
}

function RemarkForm({ board }: { board: ReportBoardResponse }) {
  const queries = useQueryClient();
  const [remark, setRemark, dropDraft] = useDraft(`monthly-report.${board.month}.${board.version}`, board.remark);
  const deed = useDeed((text: string, key) => call('POST /api/v1/monthly-reports', { body: { month: board.month, remark: text }, key }));
  const send = async () => {
    if (!(await deed.act(remark.trim()))) return;
    dropDraft();
    await queries.invalidateQueries({ queryKey: ['monthly-report'] });
    tellDone(t('sent', { month: monthText(board.month) }));
  };
  return (
    <form className="sheet report-part" onSubmit={(event) => (event.preventDefault(), void send())}>
      <h2>
        <label htmlFor="report-remark">{t('remarkEdit')}</label>
      </h2>
      {board.frozen && <p className="tone-soon">{t('restated', { count: board.restated.length })}</p>}
      <textarea
        id="report-remark"
        className="field-input"
        rows={4}
        maxLength={4000}
        required
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      <div className="form-deeds">
        <DeedButton word={t(board.version ? 'sendAgain' : 'send')} deed={deed} disabled={!remark.trim()} />
        <span className="quiet small">{t('sendNote', { sent: board.sent, of: board.units.length })}</span>
      </div>
    </form>
  );
}
