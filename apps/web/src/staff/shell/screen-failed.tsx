import type { ErrorComponentProps } from '@tanstack/react-router';
import { area } from '../../language/words';
import vi from '../../language/vi/shell.json';

const t = area('shell', vi);

/** A screen that broke or whose code did not arrive. */
export function ScreenFailed({ reset }: ErrorComponentProps) {
  return (
    <section className="page-state" role="alert">
      <h1>{t('failed')}</h1>
      <p>{t('failedText')}</p>
      <button
        type="button"
        className="main-button"
        onClick={() => {
          reset();
          location.reload();
        }}
      >
        {t('again')}
      </button>
    </section>
  );
}
