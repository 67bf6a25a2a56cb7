import { area, chooseLanguage, language } from '../../../language/words';
import vi from '../../../language/vi/shell.json';
import { chooseTheme, theme } from '../../../theme/theme';
import { signOut } from '../../session/sign-out';

const t = area('shell', vi);

/** What can be done from anywhere. */
export function useCommands(onKeys: () => void): { says: string; act: () => unknown }[] {
  const otherTheme = theme() === 'dark' ? 'light' : 'dark';
  return [
    { says: t('keys'), act: onKeys },
    { says: t(otherTheme === 'dark' ? 'darkTheme' : 'lightTheme'), act: () => chooseTheme(otherTheme) },
    { says: t('language'), act: () => chooseLanguage(language() === 'vi' ? 'en' : 'vi') },
    { says: t('signOut'), act: signOut },
  ];
}
