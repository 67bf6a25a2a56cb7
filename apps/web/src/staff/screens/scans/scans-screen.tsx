import { type ChangeEvent, type DragEvent, useState } from 'react';
import { newKey, upload } from '../../../api/call';
import { guardName } from '../../../language/codes';
import { area } from '../../../language/words';
import vi from '../../../language/vi/scans.json';
import { ChoiceField } from '../../parts/choice-field';
import { PageHead } from '../../parts/page-head';
import { TableHead } from '../../parts/plain-table';
import { problemText } from '../../parts/problem-text';
import { codeIn } from './code-in';
import './scans.css';

const t = area('scans', vi);
const GUARDS = [
  'APPLICATION',
  'HEALTH',
  'ORIENTATION',
  'SENDING_CONTRACT',
  'EMPLOYMENT_CONTRACT',
  'PASSPORT',
  'VISA',
  'POLICE_RECORD',
  'LANGUAGE',
  'VOCATION',
  'FUND',
  'FEES',
  'RETURN_COMMITMENT',
] as const;

interface Sent {
  readonly name: string;
  readonly code: string | undefined;
  readonly state: 'waiting' | 'taken' | 'known' | 'refused';
  readonly why?: string;
}

/** Many scans of one kind of paper at once: each file finds its case by the code in its name, and gets its verdict. */
export function Screen() {
  const [guard, setGuard] = useState('');
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const sendAll = async (files: readonly File[]) => {
    if (!guard || busy || files.length === 0) return;
    setBusy(true);
    setSent(files.map(({ name }) => ({ name, code: codeIn(name), state: 'waiting' })));
    for (const [at, file] of files.entries()) {
      const verdict = await sendOne(file, guard);
      setSent((now) => now.map((one, i) => (i === at ? { ...one, ...verdict } : one)));
    }
    setBusy(false);
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    void sendAll(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void sendAll([...event.dataTransfer.files]);
  };
  const left = sent.filter(({ state }) => state === 'refused').length;
  return (
    <section>
      <PageHead title={t('title')} note={t('note')} />
      <div className="sheet card scans-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <ChoiceField
          label={t('paper')}
          value={guard}
          onChange={setGuard}
          required
          choices={GUARDS.map((value) => ({ value, word: guardName(value) }))}
        />
        <label className={guard && !busy ? 'main-button' : 'main-button scans-off'}>
          {t(busy ? 'sending' : 'choose')}
          <input
            type="file"
            className="visually-hidden"
            multiple
            accept="application/pdf,image/jpeg,image/png,image/webp"
            disabled={!guard || busy}
            onChange={choose}
          />
        </label>
        <p className="quiet small">{t('dropHere')}</p>
      </div>
      {sent.length > 0 && (
        <div className="sheet table-sheet table-scroll" tabIndex={0} role="region" aria-label={t('verdicts')}>
          <p aria-live="polite">
            {t('counted', { taken: sent.filter(({ state }) => state === 'taken' || state === 'known').length, all: sent.length })}
            {left > 0 && <span className="tone-soon"> {t('leftOver', { files: left })}</span>}
          </p>
          <table className="plain-table">
            <TableHead heads={[t('file'), t('code'), t('verdict')]} />
            <tbody>
              {sent.map((one, i) => (
                <tr key={`${one.name}-${i}`}>
                  <th scope="row">{one.name}</th>
                  <td>{one.code ?? '—'}</td>
                  <td className={one.state === 'refused' ? 'tone-urgent' : ''}>{one.why ?? t(`state.${one.state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

async function sendOne(file: File, guard: string): Promise<Pick<Sent, 'state' | 'why'>> {
  const code = codeIn(file.name);
  if (!code) return { state: 'refused', why: t('noCode') };
  const form = new FormData();
  form.append('caseCode', code);
  form.append('guard', guard);
  form.append('file', file);
  try {
    return { state: (await upload('POST /api/v1/paper-files', form, { key: newKey() })).known ? 'known' : 'taken' };
  } catch (error) {
    return { state: 'refused', why: problemText(error) };
  }
}
