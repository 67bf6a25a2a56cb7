import '../theme/tokens.css';
import './commune.css';
import { createRoot } from 'react-dom/client';
import { restoreLanguage } from '../language/words';
import { applyTheme } from '../theme/theme';
import { CommuneApp } from './commune-app';
import { keepAppOnDevice } from './device/app-update';
import { stayLive } from './device/live-updates';
import { openAccount } from './session/account';

applyTheme();
void restoreLanguage().then(() => createRoot(document.getElementById('root')!).render(<CommuneApp />));
void openAccount();
keepAppOnDevice();
stayLive();
