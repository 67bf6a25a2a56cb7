import { type ComponentType, useEffect, useState } from 'react';
import { area, onLanguageChange } from '../language/words';
import vi from '../language/vi/visitors.json';
import { AgenciesPage } from './pages/agencies-page';
import { CallPage } from './pages/call-page';
import { CertificatePage } from './pages/certificate-page';
import { CostsPage } from './pages/costs-page';
import { FairsPage } from './pages/fairs-page';
import { HomePage } from './pages/home-page';
import { LookupPage } from './pages/lookup-page';
import { MarketsPage } from './pages/markets-page';
import { WarningsPage } from './pages/warnings-page';
import { WorkPage } from './pages/work-page';
import { Frame } from './parts/frame';

const t = area('visitors', vi);

interface Page {
  readonly path: string;
  readonly title: keyof typeof vi;
  readonly Content: ComponentType;
}

/** Every public page by its address. They are plain links to each other: each can be sent, kept and printed. */
const PAGES: readonly Page[] = [
  { path: '/cong-khai', title: 'home', Content: HomePage },
  { path: '/cong-khai/tra-cuu', title: 'lookup', Content: LookupPage },
  { path: '/cong-khai/chi-phi', title: 'costs', Content: CostsPage },
  { path: '/cong-khai/viec-lam', title: 'work', Content: WorkPage },
  { path: '/cong-khai/phien-viec-lam', title: 'fairs', Content: FairsPage },
  { path: '/cong-khai/doanh-nghiep', title: 'agencies', Content: AgenciesPage },
  { path: '/cong-khai/chung-chi', title: 'certificate', Content: CertificatePage },
  { path: '/cong-khai/canh-giac', title: 'warnings', Content: WarningsPage },
  { path: '/cong-khai/lien-he', title: 'call', Content: CallPage },
  { path: '/cong-khai/thi-truong', title: 'markets', Content: MarketsPage },
];

/** What anybody may read without an account. */
export function VisitorsApp() {
  const [drawn, draw] = useState(0);
  useEffect(() => onLanguageChange(() => draw((n) => n + 1)), []);
  const page = PAGES.find(({ path }) => path === location.pathname.replace(/\/$/, '')) ?? PAGES[0]!;
  useEffect(() => {
    document.title = `${t(page.title)} – Bến Về`;
  }, [page, drawn]);
  return (
    <Frame key={drawn} title={t(page.title)} isHome={page === PAGES[0]}>
      <page.Content />
    </Frame>
  );
}
