import { type ChangeEvent, useRef } from 'react';
import { upload } from '../../api/call';
import { area } from '../../language/words';
import vi from '../../language/vi/papers.json';
import { tellDone } from './notices';
import { useDeed } from './use-deed';

const t = area('papers', vi);

/** Takes one more scan of a paper of a case: a file or, on a phone, the camera. */
export function SendScan({
  caseId,
  guard,
  title,
  onSent,
}: {
  caseId: string;
  guard: string;
  title: string;
  onSent: (fileId: string) => Promise<unknown>;
}) {
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
    await onSent(taken.fileId);
  };
  return (
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
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
    </>
  );
}
