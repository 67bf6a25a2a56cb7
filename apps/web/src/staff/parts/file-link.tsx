import { call } from '../../api/call';
import type { PaperFileAnswer } from '../../api/schema';
import { formatDay } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/papers.json';
import { download } from './sent-file/download';
import { useDeed } from './use-deed';

const t = area('papers', vi);

/** Opens one kept scan or photo; who opened it is written down. `of`: what is seen on it, for those who hear the page. */
export function FileLink({ file, of }: { file: Pick<PaperFileAnswer, 'id' | 'guard' | 'medium' | 'sentAt'>; of: string }) {
  const open = useDeed(async (_: undefined, key) => {
    const bytes = await call('POST /api/v1/paper-files/{fileId}/content', {
      params: { fileId: file.id },
      body: { reason: t('openReason') },
      key,
    });
    const name = (file.guard ?? 'visit').toLowerCase().replaceAll('_', '-');
    download(bytes as unknown as Blob, `${name}.${file.medium === 'pdf' ? 'pdf' : 'jpg'}`);
  });
  const seen = `${t(file.medium === 'pdf' ? 'pdf' : 'picture')} ${formatDay(file.sentAt.slice(0, 10))}`;
  return (
    <>
      <button
        type="button"
        className="link-button scan"
        aria-label={`${seen}, ${t('openWhat', { paper: of })}`}
        onClick={() => void open.act(undefined)}
      >
        {seen}
      </button>
      {open.problem && (
        <p role="alert" className="fault">
          {open.problem}
        </p>
      )}
    </>
  );
}
