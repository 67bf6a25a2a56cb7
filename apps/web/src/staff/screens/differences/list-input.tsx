import { useState } from 'react';
import { area } from '../../../language/words';
import vi from '../../../language/vi/differences.json';
import { FileDrop } from '../../parts/sent-file/file-drop';
import { readPaste, textFile } from '../../parts/sent-file/read-paste';

const t = area('differences', vi);

/** Where the list goes in: pasted, or as a file. Pasting is enough, nothing else is pressed. */
export function ListInput({ onFile }: { onFile: (file: File) => void }) {
  const [text, setText] = useState('');
  const take = (copied: string) => {
    const rows = readPaste(copied);
    if (rows.length > 1) onFile(textFile(rows, 'danh-sach.csv'));
  };
  return (
    <div className="differences-input">
      <label className="field">
        {t('paste')}
        <textarea
          className="field-input"
          rows={8}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            event.preventDefault();
            take(event.clipboardData.getData('text/plain'));
          }}
          onBlur={() => take(text)}
        />
        <span className="quiet small">{t('pasteNote')}</span>
      </label>
      <FileDrop onFile={onFile} busy={false} note={t('fileNote')} />
    </div>
  );
}
