import '../theme/tokens.css';
import './staff.css';
import './parts/parts.css';
import { createRoot } from 'react-dom/client';
import { restoreLanguage } from '../language/words';
import { applyTheme } from '../theme/theme';
import { StaffApp } from './staff-app';

applyTheme();
void restoreLanguage().then(() => createRoot(document.getElementById('root')!).render(<StaffApp />));
