import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';

const t = area('visitors', vi);
const DOORS = ['lookup', 'costs', 'work', 'fairs', 'agencies', 'certificate', 'warnings', 'call', 'markets'] as const;
const ADDRESSES: Readonly<Record<(typeof DOORS)[number], string>> = {
  lookup: 'tra-cuu',
  costs: 'chi-phi',
  work: 'viec-lam',
  fairs: 'phien-viec-lam',
  agencies: 'doanh-nghiep',
  certificate: 'chung-chi',
  warnings: 'canh-giac',
  call: 'lien-he',
  markets: 'thi-truong',
};

/** Questions people have; each is one tap. */
export function HomePage() {
  return (
    <>
      <p className="lead">{t('homeText')}</p>
      <nav className="doors" aria-label={t('home')}>
        {DOORS.map((door) => (
          <a key={door} href={`/cong-khai/${ADDRESSES[door]}`} className="door-link">
            <strong>{t(door)}</strong>
            <span>{t(`about.${door}`)}</span>
          </a>
        ))}
      </nav>
    </>
  );
}
