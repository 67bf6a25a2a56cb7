import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { AccountAnswer } from '../../../api/schema';
import { roleName } from '../../../language/codes';
import { useAddress } from '../../parts/use-address';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { ACCOUNT_ROLES, ACCOUNTS, t } from './account-words';
import { AccountRow } from './account-row';
import './accounts.css';
import { CommunesSheet } from './communes-sheet';
import { ConfirmSheet } from './confirm-sheet';
import { CreateSheet } from './create-sheet';
import { type GivenLink, LinksSheet } from './links-sheet';
import { PasteSheet } from './paste-sheet';

const STATES = ['invited', 'active', 'disabled'] as const;

type Open =
  | { readonly kind: 'create' | 'paste' }
  | { readonly kind: 'reset' | 'disable' | 'communes'; readonly account: AccountAnswer }
  | { readonly kind: 'links'; readonly links: readonly GivenLink[] };

/** Who may sign in: find, create, give links, disable, set communes. */
export function Screen() {
  const [filter, change] = useAddress();
  const query = useInfiniteQuery({
    queryKey: [...ACCOUNTS, filter.tim, filter.vaiTro, filter.trangThai],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/v1/admin/accounts', {
        signal,
        query: {
          limit: 50,
          after: pageParam,
          text: filter.tim?.trim() || undefined,
          role: ACCOUNT_ROLES.find((role) => role === filter.vaiTro),
          state: STATES.find((state) => state === filter.trangThai),
        },
      }),
    getNextPageParam: ({ next }) => next,
  });
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const giveLinks = (links: readonly GivenLink[]) => setOpen({ kind: 'links', links });
  const shown = query.data?.pages.flatMap(({ accounts }) => accounts);
  return (
    <section>
      <PageHead title={t('title')} count={shown && `${shown.length}${query.hasNextPage ? '+' : ''}`} note={t('note')}>
        <button type="button" className="plain-button" onClick={() => setOpen({ kind: 'paste' })}>
          {t('paste')}
        </button>
        <button type="button" className="main-button" onClick={() => setOpen({ kind: 'create' })}>
          {t('create')}
        </button>
      </PageHead>
      <div className="account-filters no-print" role="search">
        <label>
          <span className="visually-hidden">{t('find')}</span>
          <input
            type="search"
            className="plain-input"
            placeholder={t('findHint')}
            value={filter.tim ?? ''}
            onChange={(event) => change({ tim: event.target.value || undefined }, { replace: true })}
          />
        </label>
        <select
          className="plain-input"
          aria-label={t('columnRole')}
          value={filter.vaiTro ?? ''}
          onChange={(event) => change({ vaiTro: event.target.value || undefined })}
        >
          <option value="">{t('roleAll')}</option>
          {ACCOUNT_ROLES.map((role) => (
            <option key={role} value={role}>
              {roleName(role)}
            </option>
          ))}
        </select>
        <select
          className="plain-input"
          aria-label={t('columnState')}
          value={filter.trangThai ?? ''}
          onChange={(event) => change({ trangThai: event.target.value || undefined })}
        >
          <option value="">{t('stateAll')}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`state.${state}`)}
            </option>
          ))}
        </select>
      </div>
      <ListState query={{ ...query, data: shown }} rows={10} isEmpty={(accounts) => !accounts.length} empty={t('noMatch')}>
        {(accounts) => (
          <div className="sheet table-scroll" role="region" aria-label={t('title')} tabIndex={0}>
            <table className="plain-table account-table">
              <thead>
                <tr>
                  {(['columnName', 'columnRole', 'columnOffice', 'columnScope', 'columnState', 'columnSeen', 'columnDeeds'] as const).map(
                    (word) => (
                      <th key={word} scope="col">
                        {t(word)}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {accounts.map((account) => (
                  <AccountRow key={account.id} account={account} onDeed={(kind) => setOpen({ kind, account })} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ListState>
      {query.hasNextPage && (
        <button type="button" className="plain-button" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </button>
      )}
      {open?.kind === 'create' && <CreateSheet onLinks={giveLinks} onClose={close} />}
      {open?.kind === 'paste' && <PasteSheet onLinks={giveLinks} onClose={close} />}
      {open?.kind === 'links' && <LinksSheet links={open.links} onClose={close} />}
      {open?.kind === 'communes' && <CommunesSheet account={open.account} onClose={close} />}
      {(open?.kind === 'reset' || open?.kind === 'disable') && (
        <ConfirmSheet deed={open.kind} account={open.account} onLinks={giveLinks} onClose={close} />
      )}
    </section>
  );
}
