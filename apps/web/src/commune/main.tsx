import '../theme/tokens.css';
import { createRoot } from 'react-dom/client';
import { applyTheme } from '../theme/theme';

applyTheme();
createRoot(document.getElementById('root')!).render(<main />);
