import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { call, newKey } from '../../../api/call';
import { roleName } from '../../../language/codes';
import { DialogSheet } from '../../parts/dialog-sheet';
import { textOf } from '../../parts/form-text';
import { problemText } from '../../parts/problem-text';
import { useOffices } from '../offices/offices';
import { ACCOUNTS, type AccountRole, ROLES_OF_KIND, t } from './account-words';
import type { GivenLink } from './links-sheet';

const ADMINISTRATORS = '-';

/** One new account. The organisation decides which roles there are. */
export function CreateSheet({ onLinks, onClose }: { onLinks: (links: readonly GivenLink[]) => void; onClose: () => void }) {
  const offices = useOffices();
  const [office, setOffice] = useState('');
  const queries = useQueryClient();
  const key = useRef(newKey());
  const creating = useMutation({
    mutationFn: (form: FormData) =>
      call('POST /api/v1/admin/accounts', {
        key: key.current,
        body: {
          login: textOf(form, 'login').trim(),
          name: textOf(form, 'name').trim(),
          role: textOf(form, 'role') as AccountRole,
          ...(office === ADMINISTRATORS ? {} : { organisation: office }),
          ...(textOf(form, 'email').trim() ? { email: textOf(form, 'email').trim() } : {}),
        },
      }),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ACCOUNTS });
      onLinks([made]);
    },
    onError: () => {
      key.current = newKey();
    },
  });
  const kind = offices.data?.find((one) => one.key === office)?.kind;
  const roles: readonly AccountRole[] = office === ADMINISTRATORS ? ['administrator'] : kind ? (ROLES_OF_KIND[kind] ?? []) : [];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    creating.mutate(new FormData(event.currentTarget));
  };
  return (
    <DialogSheet title={t('createTitle')} onClose={onClose}>
      <form className="form-rows" onSubmit={submit}>
        <label className="form-field">
          <span>{t('fieldName')}</span>
          <input name="name" required maxLength={120} autoFocus />
        </label>
        <label className="form-field">
          <span>{t('fieldLogin')}</span>
          <input
            name="login"
            required
            pattern="[a-z0-9][a-z0-9._\-]{1,59}"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={t('loginHint')}
            title={t('loginHint')}
          />
        </label>
        <label className="form-field">
          <span>{t('fieldOffice')}</span>
          <select required value={office} onChange={(event) => setOffice(event.target.value)}>
            <option value="">{t('officeChoose')}</option>
            {(offices.data ?? []).map((one) => (
              <option key={one.id} value={one.key}>
                {one.name}
              </option>
            ))}
            <option value={ADMINISTRATORS}>{t('officeNone')}</option>
          </select>
        </label>
        <label className="form-field">
          <span>{t('fieldRole')}</span>
          <select key={office} name="role" required disabled={!roles.length}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleName(role)}
              </option>
            ))}
          </select>
        </label>
        <label className="form-field">
          <span>{t('fieldEmail')}</span>
          <input name="email" type="email" />
        </label>
        {creating.error && (
          <p role="alert" className="fault">
            {problemText(creating.error)}
          </p>
        )}
        <div className="form-deeds">
          <button type="submit" className="main-button" disabled={creating.isPending}>
            {t(creating.isPending ? 'creating' : 'createGo')}
          </button>
          <button type="button" className="plain-button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </DialogSheet>
  );
}
