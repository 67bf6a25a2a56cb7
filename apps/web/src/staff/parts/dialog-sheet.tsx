import { type ReactNode, useEffect, useId, useRef } from 'react';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';
import './dialog-sheet.css';
import './form-rows.css';

const t = area('parts', vi);

/** A sheet over the screen by the browser's own dialog: the focus stays inside, Esc closes, the focus returns to where it was. */
export function DialogSheet({
  title,
  onClose,
  children,
  wide,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
}) {
  const sheet = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const dialog = sheet.current;
    if (!dialog?.open) dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={sheet}
      className={wide ? 'dialog-sheet dialog-wide' : 'dialog-sheet'}
      aria-labelledby={name}
      aria-modal="true"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={name}>{title}</h2>
        <button type="button" className="plain-button" aria-label={t('close')} onClick={onClose}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}
