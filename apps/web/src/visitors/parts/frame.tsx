import { type ReactNode, useState } from 'react';
import { area, chooseLanguage, language } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { applyTextSize, TEXT_SIZES, textSize } from './text-size';

const t = area('visitors', vi);

/** Head with text size and language, the page, and where else to go. */
export function Frame({ title, isHome, children }: { title: string; isHome: boolean; children: ReactNode }) {
  const [size, setSize] = useState(textSize());
  const other = language() === 'vi' ? 'en' : 'vi';
  return (
    <>
      <header className="visitors-top no-print">
        <a href="/cong-khai/" className="visitors-brand" aria-label="Bến Về">
          <img src="/icon.svg" alt="" width="32" height="32" />
          <span>Bến Về</span>
        </a>
        <div className="text-sizes" role="group" aria-label={t('textSize')}>
          {TEXT_SIZES.map((one, i) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === size}
              aria-label={t('textSizeOf', { size: one })}
              data-size={i}
              onClick={() => {
                applyTextSize(one);
                setSize(one);
              }}
            >
              A
            </button>
          ))}
        </div>
        <button type="button" className="tongue" lang={other} onClick={() => void chooseLanguage(other)}>
          {t('otherLanguage')}
        </button>
      </header>
      <main className="visitors-page">
        {!isHome && (
          <p className="no-print">
            <a href="/cong-khai/" className="back-link">
              {t('toHome')}
            </a>
          </p>
        )}
        <h1>{title}</h1>
        {children}
      </main>
      <footer className="visitors-foot no-print">
        <p>{t('noAccount')}</p>
        <p>
          <a href="/">{t('forOffices')}</a>
        </p>
      </footer>
    </>
  );
}
