import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api/call';
import type { ImportProgressResponse } from '../../../api/schema';
import { formatMoment } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/imports.json';
import { Elapsed } from '../../parts/sent-file/elapsed';
import { FileDrop } from '../../parts/sent-file/file-drop';
import { ImportProgress } from '../../parts/sent-file/import-progress';
import type { ImportKind } from '../../parts/sent-file/reading';

const t = area('imports', vi);

export function FileStep({
  kinds,
  kind,
  onKind,
  onFile,
  busy,
  fileName,
  problem,
  progress,
  onAgain,
}: {
  kinds: readonly ImportKind[];
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  onFile: (file: File) => void;
  busy: boolean;
  fileName?: string;
  problem: string;
  progress?: ImportProgressResponse;
  onAgain: () => void;
}) {
  const recent = useQuery({ queryKey: ['imports', 'recent'], queryFn: () => call('GET /api/v1/imports', { query: { limit: 5 } }) });
  return (
    <>
      <div role="group" aria-label={t('kind')} className="form-choice">
        {kinds.map((one) => (
          <button key={one} type="button" className="plain-button choice-button" aria-pressed={one === kind} onClick={() => onKind(one)}>
            {t(`kind.${one}`)}
          </button>
        ))}
      </div>
      {problem && (
        <p role="alert" className="fault">
          {problem}{' '}
          {fileName && (
            <button type="button" className="link-button" onClick={onAgain}>
              {t('again')}
            </button>
          )}
        </p>
      )}
      <FileDrop onFile={onFile} busy={busy}>
        <p>
          {busy && fileName ? t('checking', { name: fileName }) : t('pasteHint')}
          {busy && <Elapsed />}
        </p>
        {progress && <ImportProgress progress={progress} />}
      </FileDrop>
      <h2>{t('recent')}</h2>
      <ul className="recent-imports">
        {recent.data?.batches.map(({ id, receipt, fileName: name, createdAt }) => (
          <li key={id}>
            <Link to="/bien-nhan/$batchId" params={{ batchId: id } as never} className="text-link">
              {receipt}
            </Link>{' '}
            {name} <span className="quiet">{formatMoment(createdAt)}</span>
          </li>
        ))}
        {recent.data?.batches.length === 0 && <li className="quiet">{t('noRecent')}</li>}
      </ul>
      <Link to="/bien-nhan" className="text-link">
        {t('allReceipts')}
      </Link>
    </>
  );
}
