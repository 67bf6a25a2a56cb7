import { area } from '../../../language/words';
import shell from '../../../language/vi/shell.json';
import { PageHead } from '../../parts/page-head';
import { DisplayChoices } from './display-choices';
import { NotificationForm } from './notification-form';
import { PasswordForm } from './password-form';
import './settings.css';

const titles = area('shell', shell);

/** Everything an account decides for itself. */
export function Screen() {
  return (
    <section className="settings">
      <PageHead title={titles('screen.settings')} />
      <NotificationForm />
      <DisplayChoices />
      <PasswordForm />
    </section>
  );
}
