import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { area } from '../../../language/words';
import vi from '../../../language/vi/sent-file.json';
import './sent-file.css';

const t = area('sent-file', vi);

/** A place to drop a file on or to choose one; what is pasted anywhere on the screen is the screen's own matter. */
export function FileDrop({
  onFile,
  busy,
  note = t('dropNote'),
  children,
}: {
  onFile: (file: File) => void;
  busy: boolean;
  note?: string;
  children?: ReactNode;
}) {
  const [over, setOver] = useState(false);
  const input = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !busy) onFile(file);
  };
  return (
    <div
      className={over ? 'drop-zone drop-over' : 'drop-zone'}
      aria-busy={busy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <strong>{t('dropTitle')}</strong>
      </p>
      <span className="file-choice">
        <input
          id={input}
          className="file-input"
          type="file"
          accept=".xlsx,.xlsm,.csv,.tsv,.txt"
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
        <label htmlFor={input} className="main-button">
          {busy ? t('reading') : t('chooseFile')}
        </label>
      </span>
      <p className="quiet small">{note}</p>
      {children}
    </div>
  );
}
