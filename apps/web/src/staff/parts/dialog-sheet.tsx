import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
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
  const [open, setOpen] = useState(false);
  // What stands in the sheet comes after it is open: nothing within a closed dialog takes the focus, and the field that asks for it would lose it to the cross.
  useLayoutEffect(() => {
    const dialog = sheet.current;
    if (!dialog?.open) dialog?.showModal();
    setOpen(true);
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
      {open && children}
    </dialog>
  );
}
