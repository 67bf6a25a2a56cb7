import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import { roleName } from '../../../language/codes';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { problemText } from '../../parts/problem-text';
import { useOffices } from '../offices/offices';
import { ACCOUNTS, t } from './account-words';
import type { GivenLink } from './links-sheet';
import { type PastedRow, readPastedAccounts } from './pasted-rows';

/** Many accounts at once from Excel: every row has its verdict before and after. */
export function PasteSheet({ onLinks, onClose }: { onLinks: (links: readonly GivenLink[]) => void; onClose: () => void }) {
  const offices = useOffices();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const queries = useQueryClient();
  const rows = readPastedAccounts(text, new Set(offices.data?.map(({ key }) => key)));
  const good = rows.filter(({ fault }) => !fault);
  const creating = useMutation({
    mutationFn: () => createAll(good),
    onSuccess: async ({ links, faults }) => {
      await queries.invalidateQueries({ queryKey: ACCOUNTS });
      setRefused(faults);
      tellDone(t('pasteOutcome', { done: links.length, refused: faults.size }));
      if (links.length) onLinks(links);
    },
  });
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
              <thead>
                <tr>
                  {(['columnName', 'columnLogin', 'columnRole', 'columnOffice', 'columnScope', 'verdict'] as const).map((word) => (
                    <th key={word} scope="col">
                      {t(word)}
                    </th>
                  ))}
                </tr>
              </thead>
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
        {creating.error && (
          <p role="alert" className="fault">
            {problemText(creating.error)}
          </p>
        )}
        <div className="form-deeds">
          <button type="button" className="main-button" disabled={!good.length || creating.isPending} onClick={() => creating.mutate()}>
            {creating.isPending ? t('creating') : t('pasteGo', { count: good.length })}
          </button>
          <button type="button" className="plain-button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </div>
    </DialogSheet>
  );
}

/** One after the other; a refused row keeps its reason and stops no other. */
async function createAll(rows: readonly PastedRow[]): Promise<{ links: GivenLink[]; faults: Map<string, string> }> {
  const links: GivenLink[] = [];
  const faults = new Map<string, string>();
  for (const { name, login, role, organisation, email, communes } of rows)
    try {
      const body = { name, login, role: role!, communes, ...(organisation ? { organisation } : {}), ...(email ? { email } : {}) };
      links.push(await call('POST /api/v1/admin/accounts', { body }));
    } catch (error) {
      faults.set(login, problemText(error));
    }
  return { links, faults };
}
