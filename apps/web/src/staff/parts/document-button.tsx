import { useState } from 'react';
import { call } from '../../api/call';
import type { DocumentRequest } from '../../api/schema';
import { area } from '../../language/words';
import vi from '../../language/vi/documents.json';
import { tellDone } from './notices';
import { download } from './sent-file/download';
import { useDeed } from './use-deed';

const t = area('documents', vi);
const LOOK_AGAIN_MS = 700;
const PATIENCE = 60;

/** Asks for an official document, waits while the background writes it, and gives the Word file to the person. */
export function DocumentButton({ kind, caseIds, classId }: { kind: DocumentRequest['kind']; caseIds?: string[]; classId?: string }) {
  const [late, setLate] = useState('');
  const deed = useDeed(async (_: void, key) => {
    const { id } = await call('POST /api/v1/documents', { body: { kind, ...(caseIds && { caseIds }), ...(classId && { classId }) }, key });
    return { state: await written(id), id };
  });
  const make = async () => {
    setLate('');
    const made = await deed.act();
    if (!made) return;
    if (made.state !== 'done') return setLate(t(made.state === 'failed' ? 'failed' : 'late'));
    const file = await call('GET /api/v1/documents/{documentId}/file', { params: { documentId: made.id } });
    download(file as unknown as Blob, `${t(`file.${kind}`)}.docx`);
    tellDone(t('made', { title: t(`kind.${kind}`) }));
  };
  return (
    <>
      <button type="button" className="plain-button no-print" disabled={deed.busy} onClick={() => void make()}>
        {deed.busy ? t('writing') : t(`kind.${kind}`)}
      </button>
      {(deed.problem || late) && (
        <span role="alert" className="fault">
          {deed.problem || late}
        </span>
      )}
    </>
  );
}

/** How the document ended; still waiting after the patience: it goes on and lies in the office's list. */
async function written(documentId: string): Promise<string> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const { documents } = await call('GET /api/v1/documents');
    const state = documents.find(({ id }) => id === documentId)?.state ?? 'waiting';
    if (state !== 'waiting') return state;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return 'waiting';
}
