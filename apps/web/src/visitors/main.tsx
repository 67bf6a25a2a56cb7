import '../theme/tokens.css';
import './visitors.css';
import { createRoot } from 'react-dom/client';
import { restoreLanguage } from '../language/words';
import { applyTheme } from '../theme/theme';
import { applyTextSize } from './parts/text-size';
import { VisitorsApp } from './visitors-app';

applyTheme();
applyTextSize();
void restoreLanguage().then(() => createRoot(document.getElementById('root')!).render(<VisitorsApp />));
