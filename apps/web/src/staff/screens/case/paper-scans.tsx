import { useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, useRef } from 'react';
import { upload } from '../../../api/call';
import type { PaperFileAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/papers.json';
import { FileLink } from '../../parts/file-link';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';

const t = area('papers', vi);

/** The scans of one paper, newest first, and the button that takes another: a file or, on a phone, the camera. */
export function PaperScans({
  caseId,
  guard,
  title,
  files,
  maySend,
}: {
  caseId: string;
  guard: string;
  title: string;
  files: readonly PaperFileAnswer[];
  maySend: boolean;
}) {
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const deed = useDeed((file: File, key) => {
    const form = new FormData();
    form.append('caseId', caseId);
    form.append('guard', guard);
    form.append('file', file);
    return upload('POST /api/v1/paper-files', form, { key });
  });
  const send = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = '';
    const taken = file && (await deed.act(file));
    if (!taken) return;
    tellDone(t(taken.known ? 'known' : 'taken', { paper: title }));
    await queries.invalidateQueries({ queryKey: ['case', caseId, 'papers'] });
  };
  return (
    <div className="scans">
      {files.map((file) => (
        <FileLink key={file.id} file={file} of={title} />
      ))}
      {maySend && (
        <>
          <button
            type="button"
            className="plain-button no-print"
            disabled={deed.busy}
            aria-label={t('sendWhat', { paper: title })}
            onClick={() => input.current?.click()}
          >
            {t(deed.busy ? 'sending' : 'send')}
          </button>
          <input
            ref={input}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={t('sendWhat', { paper: title })}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            onChange={(event) => void send(event)}
          />
        </>
      )}
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
    </div>
  );
}
