import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import { roleName } from '../../../language/codes';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { TableHead } from '../../parts/plain-table';
import { useDeed } from '../../parts/use-deed';
import { useOffices } from '../offices/offices';
import { ACCOUNTS, t } from './account-words';
import type { GivenLink } from './links-sheet';
import { type PastedRow, readPastedAccounts } from './pasted-rows';

/** The API takes this many rows at once. */
const MOST = 200;

/** Many accounts at once from Excel: every row has its verdict before and after. */
export function PasteSheet({ onLinks, onClose }: { onLinks: (links: readonly GivenLink[]) => void; onClose: () => void }) {
  const offices = useOffices();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const queries = useQueryClient();
  const rows = readPastedAccounts(text, new Set(offices.data?.map(({ key }) => key)));
  const good = rows.filter(({ fault }) => !fault);
  const creating = useDeed((accounts: readonly PastedRow[], key) =>
    call('POST /api/v1/admin/accounts/bulk', { key, body: { accounts: accounts.slice(0, MOST).map(requestOf) } }),
  );
  const create = async () => {
    const outcome = await creating.act(good);
    if (!outcome) return;
    await queries.invalidateQueries({ queryKey: ACCOUNTS });
    setRefused(new Map(outcome.rows.flatMap(({ login, link, message }) => (link ? [] : [[login, message ?? ''] as const]))));
    tellDone(t('pasteOutcome', { done: outcome.created, refused: outcome.refused }));
    const links = outcome.rows.flatMap(({ login, link }) => (link ? [{ login, link }] : []));
    if (links.length) onLinks(links);
  };
  return (
    <DialogSheet title={t('pasteTitle')} onClose={onClose} wide>
      <div className="form-rows">
        <label className="form-field">
          <span>{t('pasteNote')}</span>
          <textarea rows={5} placeholder={t('pastePlace')} value={text} onChange={(event) => setText(event.target.value)} autoFocus />
        </label>
        {rows.length > 0 && (
          <div className="table-scroll" role="region" aria-label={t('pasteRows', { count: rows.length })} tabIndex={0}>
            <table className="plain-table">
              <TableHead
                heads={(['columnName', 'columnLogin', 'columnRole', 'columnOffice', 'columnScope', 'verdict'] as const).map((word) =>
                  t(word),
                )}
              />
              <tbody>
                {rows.map((row, i) => (
                  <tr key={i}>
                    <td>{row.name}</td>
                    <td>{row.login}</td>
                    <td>{row.role ? roleName(row.role) : '—'}</td>
                    <td>{row.organisation}</td>
                    <td>{row.communes.join(', ')}</td>
                    <td className={row.fault || refused.has(row.login) ? 'tone-urgent' : ''}>
                      {row.fault ? `✕ ${t(row.fault)}` : refused.has(row.login) ? `✕ ${refused.get(row.login)}` : `✓ ${t('pasteGood')}`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {creating.problem && (
          <p role="alert" className="fault">
            {creating.problem}
          </p>
        )}
        <div className="form-deeds">
          <button type="button" className="main-button" disabled={!good.length || creating.busy} onClick={() => void create()}>
            {creating.busy ? t('creating') : t('pasteGo', { count: Math.min(good.length, MOST) })}
          </button>
          <button type="button" className="plain-button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </div>
    </DialogSheet>
  );
}

const requestOf = ({ name, login, role, organisation, email, communes }: PastedRow) => ({
  name,
  login,
  role: role ?? '',
  communes,
  ...(organisation ? { organisation } : {}),
  ...(email ? { email } : {}),
});
