import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, newKey } from '../../../api/call';
import type { AccountAnswer } from '../../../api/schema';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone } from '../../parts/notices';
import { problemText } from '../../parts/problem-text';
import { ACCOUNTS, t } from './account-words';
import type { GivenLink } from './links-sheet';

/** Asks before a deed that signs somebody out at once: it cannot be taken back. */
export function ConfirmSheet({
  deed,
  account,
  onLinks,
  onClose,
}: {
  deed: 'reset' | 'disable';
  account: AccountAnswer;
  onLinks: (links: readonly GivenLink[]) => void;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const key = useRef(newKey());
  const params = { accountId: account.id };
  const doing = useMutation({
    mutationFn: async (): Promise<GivenLink | undefined> => {
      if (deed === 'reset') return call('POST /api/v1/admin/accounts/{accountId}/reset', { params, key: key.current });
      await call('POST /api/v1/admin/accounts/{accountId}/disable', { params, key: key.current });
      return undefined;
    },
    onSuccess: async (link) => {
      await queries.invalidateQueries({ queryKey: ACCOUNTS });
      if (link) return onLinks([link]);
      tellDone(t('disabledDone', { login: account.login }));
      onClose();
    },
  });
  return (
    <DialogSheet title={t(deed)} onClose={onClose}>
      <div className="form-rows">
        <p>{t(deed === 'reset' ? 'resetAsk' : 'disableAsk', { name: account.displayName })}</p>
        {doing.error && (
          <p role="alert" className="fault">
            {problemText(doing.error)}
          </p>
        )}
        <div className="form-deeds">
          <button type="button" className="main-button" disabled={doing.isPending} onClick={() => doing.mutate()}>
            {t(deed === 'reset' ? 'resetGo' : 'disableGo')}
          </button>
          <button type="button" className="plain-button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </div>
    </DialogSheet>
  );
}
