import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone, tellFault } from '../../parts/notices';
import { t } from './account-words';

export interface GivenLink {
  readonly login: string;
  readonly link: string;
}

/** The links just made: they are never shown again. */
export function LinksSheet({ links, onClose }: { links: readonly GivenLink[]; onClose: () => void }) {
  const one = links.length === 1 ? links[0] : undefined;
  return (
    <DialogSheet title={one ? t('linkTitle') : t('linksTitle', { count: links.length })} onClose={onClose}>
      <div className="form-rows">
        <p>{one ? t('linkNote', { login: one.login }) : t('linksNote')}</p>
        {links.map(({ login, link }) => (
          <label key={login} className="form-field">
            <span>{login}</span>
            <input readOnly value={link} onFocus={(event) => event.target.select()} />
          </label>
        ))}
        <div className="form-deeds">
          <button
            type="button"
            className="main-button"
            onClick={() => void copy(one ? one.link : links.map(({ login, link }) => `${login}\t${link}`).join('\n'))}
          >
            {t(one ? 'copy' : 'copyAll')}
          </button>
          <button type="button" className="plain-button" onClick={onClose}>
            {t('close')}
          </button>
        </div>
      </div>
    </DialogSheet>
  );
}

/** On a plain-http address of a local network the browser gives no clipboard: then the user copies by hand. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tellDone(t('copied'));
  } catch {
    tellFault(t('copyFailed'));
  }
}
