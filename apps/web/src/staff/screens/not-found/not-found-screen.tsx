import { Link } from '@tanstack/react-router';
import { area } from '../../../language/words';
import vi from '../../../language/vi/shell.json';

const t = area('shell', vi);

export function NotFoundScreen() {
  return (
    <section className="page-state">
      <h1>{t('notFound')}</h1>
      <p>{t('notFoundText')}</p>
      <Link to="/" className="main-button">
        {t('toHome')}
      </Link>
    </section>
  );
}
