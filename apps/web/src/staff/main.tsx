import '../theme/tokens.css';
import './staff.css';
import './parts/parts.css';
import './parts/cards.css';
import './parts/form-rows.css';
import './parts/plain-table.css';
import { createRoot } from 'react-dom/client';
import { restoreLanguage } from '../language/words';
import { applyTheme } from '../theme/theme';
import { watchCellHeads } from './parts/cell-heads';
import { SCREENS } from './screens';
import { StaffApp } from './staff-app';

applyTheme();
watchCellHeads();
// The screen of this address is on its way while the server is asked who is there.
void SCREENS.find(({ path }) => path === location.pathname)?.load();
void restoreLanguage().then(() => createRoot(document.getElementById('root')!).render(<StaffApp />));
