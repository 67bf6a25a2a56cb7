import { area } from '../../language/words';
import vi from '../../language/vi/shell.json';

const t = area('shell', vi);

/** While a screen's code is on the way: its place is kept so that nothing jumps. */
export function ScreenWaiting() {
  return (
    <div className="screen-waiting" aria-busy="true" role="status">
      <span className="visually-hidden">{t('waiting')}</span>
    </div>
  );
}
