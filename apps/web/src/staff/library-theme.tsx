import ConfigProvider from 'antd/es/config-provider';
import enUS from 'antd/es/locale/en_US';
import viVN from 'antd/es/locale/vi_VN';
import antdTheme from 'antd/es/theme';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import type { ReactNode } from 'react';
import type { Language } from '../language/words';
import type { Theme } from '../theme/theme';

/** The page's own nonce: the content policy allows only styles that carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;

const COLOURS = {
  light: {
    colorPrimary: '#0b5cad',
    colorLink: '#0b5cad',
    colorError: '#b3261e',
    colorWarning: '#8a5300',
    colorSuccess: '#1a6b3c',
    colorTextPlaceholder: '#5f6c7a',
    colorTextDescription: '#52606f',
  },
  dark: {
    colorPrimary: '#6fb1f5',
    colorLink: '#6fb1f5',
    colorError: '#ff9b92',
    colorWarning: '#ffc46b',
    colorSuccess: '#7fd6a3',
    colorTextLightSolid: '#06233f',
    colorTextPlaceholder: '#9aa8b7',
    colorTextDescription: '#a9b6c4',
  },
};

/** The component library in our colours and the user's language. */
export function LibraryTheme({ language, theme, children }: { language: Language; theme: Theme; children: ReactNode }) {
  dayjs.locale(language);
  return (
    <ConfigProvider
      locale={language === 'vi' ? viVN : enUS}
      csp={nonce ? { nonce } : undefined}
      theme={{
        algorithm: theme === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
        token: { ...COLOURS[theme], fontFamily: 'var(--font)', fontSize: 15, borderRadius: 8, controlHeight: 34, motion: false },
      }}
    >
      {children}
    </ConfigProvider>
  );
}
