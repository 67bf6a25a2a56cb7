import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { AccountAnswer } from '../../../api/schema';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { problemText } from '../../parts/problem-text';
import { ACCOUNTS, t } from './account-words';

/** Communes an account is limited to; none: as its organisation. */
export function CommunesSheet({ account, onClose }: { account: AccountAnswer; onClose: () => void }) {
  const [text, setText] = useState(account.communes.join('\n'));
  const queries = useQueryClient();
  const codes = text.split(/[\s,;]+/).filter(Boolean);
  const wrong = codes.filter((code) => !/^\d{5}$/.test(code));
  const saving = useMutation({
    mutationFn: () =>
      call('PUT /api/v1/admin/accounts/{accountId}/communes', { params: { accountId: account.id }, body: { communes: codes } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ACCOUNTS });
      tellDone(t('communesSaved'));
      onClose();
    },
  });
  const fault = wrong.length ? t('communesBad', { codes: wrong.slice(0, 5).join(', ') }) : saving.error ? problemText(saving.error) : '';
  return (
    <DialogSheet title={t('communesOf', { name: account.displayName })} onClose={onClose}>
      <div className="form-rows">
        <label className="form-field">
          <span>{t('communesNote')}</span>
          <textarea rows={8} inputMode="numeric" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        {fault && (
          <p role="alert" className="fault">
            {fault}
          </p>
        )}
        <div className="form-deeds">
          <button type="button" className="main-button" disabled={wrong.length > 0 || saving.isPending} onClick={() => saving.mutate()}>
            {t('save')}
          </button>
          <button type="button" className="plain-button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </div>
    </DialogSheet>
  );
}
