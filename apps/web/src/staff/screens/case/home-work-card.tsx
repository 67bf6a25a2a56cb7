import { Link } from '@tanstack/react-router';
import type { CaseResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/placement.json';

const t = area('placement', vi);

/** For somebody who came back: the way to what was said on coming home and to work that would do. */
export function HomeWorkCard({ file }: { file: CaseResponse }) {
  return (
    <section className="sheet card" aria-labelledby="home-work-title">
      <h2 id="home-work-title">{t('cardTitle')}</h2>
      <p className="quiet">{t('cardText')}</p>
      <p>
        <Link to={`/nguoi-ve-nuoc/${file.workerId}` as never} className="main-button">
          {t('findWork')}
        </Link>
      </p>
    </section>
  );
}
