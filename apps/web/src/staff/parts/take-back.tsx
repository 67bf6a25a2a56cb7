import { useState } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';
import { DeedButton } from './deed-button';
import { tellDone } from './notices';
import { TextField } from './text-field';
import type { Deed } from './use-deed';

const t = area('parts', vi);

/** Takes one recorded thing back: opened first, then a reason, then the button. */
export function TakeBack({ word, deed, onDone }: { word: string; deed: Deed<string, unknown>; onDone: () => Promise<unknown> }) {
  const [reason, setReason] = useState('');
  return (
    <details className="no-print">
      <summary>{word}</summary>
      <form
        className="form-rows"
        onSubmit={(event) => {
          event.preventDefault();
          void deed.act(reason.trim()).then((done) => {
            if (!done) return;
            tellDone(t('takenBack'));
            return onDone();
          });
        }}
      >
        <TextField label={t('reason')} value={reason} onChange={setReason} required most={300} />
        <div className="form-deeds">
          <DeedButton word={word} deed={deed} disabled={!reason.trim()} />
        </div>
      </form>
    </details>
  );
}
