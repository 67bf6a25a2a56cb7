import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ImportProgressResponse, ImportReportResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/imports.json';
import { tellDone } from '../../parts/notices';
import { doubtfulColumns } from '../../parts/sent-file/column-match';
import { CountLine } from '../../parts/sent-file/count-line';
import { ImportProgress } from '../../parts/sent-file/import-progress';
import { ImportStopped, type Reading, stopImport, takeReading } from '../../parts/sent-file/reading';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('imports', vi);

/** What the trial says would happen, and the one button that makes it so. */
export function TakeStep({
  report,
  reading,
  ready,
  onTaken,
  onColumns,
}: {
  report: ImportReportResponse;
  reading: Reading;
  ready: boolean;
  onTaken: () => void;
  /** Back to the columns. */
  onColumns: () => void;
}) {
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const [progress, setProgress] = useState<ImportProgressResponse>();
  const left = useRef(false);
  const take = useDeed(async (_: void, key: string) => {
    try {
      return await takeReading({ ...reading, note }, key, { onProgress: (now) => left.current || setProgress(now) });
    } catch (error) {
      if (!(error instanceof ImportStopped)) throw error;
      tellDone(t('stopped'));
      return undefined;
    } finally {
      setProgress(undefined);
    }
  });
  const count = report.created + report.updated;
  const held = report.refused + report.ask + report.duplicate;
  const doubtful = report.sheets.some((sheet) => doubtfulColumns(sheet).length > 0);
  const submit = async () => {
    const taken = await take.act();
    if (!taken?.batch) return;
    onTaken();
    tellDone(t('done'));
    if (left.current) return;
    await navigate({ to: '/bien-nhan/$batchId', params: { batchId: taken.batch } as never });
  };
  return (
    <form
      className="deed"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{t('tried')}</h2>
      <CountLine counts={report} />
      {doubtful && (
        <p className="fault">
          {t('blocked.doubtful')}{' '}
          <button type="button" className="link-button" onClick={onColumns}>
            {t('blocked.open')}
          </button>
        </p>
      )}
      {report.questions.some(({ answer }) => answer === null) && <p className="tone-soon">{t('blocked.questions')}</p>}
      <TextField label={t('note')} value={note} onChange={setNote} most={1000} />
      {take.problem && (
        <p role="alert" className="fault">
          {take.problem}
        </p>
      )}
      <button type="submit" className="main-button" disabled={!ready || doubtful || count === 0 || take.busy}>
        {take.busy
          ? t('importing')
          : count === 0
            ? t('nothing')
            : held > 0
              ? t('importHold', { count: formatNumber(count), held: formatNumber(held) })
              : t('import', { count: formatNumber(count) })}
      </button>
      {progress && (
        <>
          <ImportProgress progress={progress} />
          <div className="field-line">
            <button type="button" className="plain-button" onClick={() => void stopImport(progress.importId).catch(() => undefined)}>
              {t('stop')}
            </button>
            <button
              type="button"
              className="plain-button"
              onClick={() => {
                left.current = true;
                void navigate({ to: '/bien-nhan' });
              }}
            >
              {t('behind')}
            </button>
          </div>
          <p className="quiet small">{t('behindNote')}</p>
        </>
      )}
      <p className="quiet small">{t('safe')}</p>
    </form>
  );
}
