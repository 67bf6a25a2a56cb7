import { area } from '../../language/words';
import vi from '../../language/vi/shell.json';

const t = area('shell', vi);
const LINES = [1, 2, 3, 4, 5];

/** While a screen's code is on the way: its place is kept so that nothing jumps, and on a slow line grey lines say that it is coming. */
export function ScreenWaiting() {
  return (
    <div className="screen-waiting list-waiting" aria-busy="true" role="status">
      <span className="visually-hidden">{t('waiting')}</span>
      {LINES.map((line) => (
        <span key={line} className="waiting-line" />
      ))}
    </div>
  );
}
