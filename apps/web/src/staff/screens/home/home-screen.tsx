import { area } from '../../../language/words';
import vi from '../../../language/vi/shell.json';

const t = area('shell', vi);

export function Screen() {
  return (
    <section>
      <h1>{t('screen.home')}</h1>
    </section>
  );
}
