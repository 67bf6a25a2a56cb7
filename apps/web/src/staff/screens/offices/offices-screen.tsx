import { fold } from '../../../language/fold';
import { area } from '../../../language/words';
import vi from '../../../language/vi/offices.json';
import { useAddress } from '../../parts/use-address';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { PlainTable } from '../../parts/plain-table';
import '../accounts/accounts.css';
import { useOffices } from './offices';

const t = area('offices', vi);
const KINDS = [
  'department_of_home_affairs',
  'employment_service_centre',
  'sending_agency',
  'commune_peoples_committee',
  'bank_office',
] as const;

/** The organisations behind the accounts: who gets mail, and where there is no address yet. */
export function Screen() {
  const query = useOffices();
  const [{ tim = '', loai = '' }, change] = useAddress();
  const words = fold(tim).split(' ').filter(Boolean);
  const shown = (query.data ?? []).filter((office) => {
    const said = fold(`${office.name} ${office.key} ${office.communeCode ?? ''}`);
    return (!loai || office.kind === loai) && words.every((word) => said.includes(word));
  });
  return (
    <section>
      <PageHead title={t('title')} count={query.data && shown.length} note={t('note')} />
      <div className="account-filters no-print" role="search">
        <label>
          <span className="visually-hidden">{t('find')}</span>
          <input
            type="search"
            className="plain-input"
            placeholder={t('findHint')}
            value={tim}
            onChange={(event) => change({ tim: event.target.value || undefined }, { replace: true })}
          />
        </label>
        <select
          className="plain-input"
          aria-label={t('columnKind')}
          value={loai}
          onChange={(event) => change({ loai: event.target.value || undefined })}
        >
          <option value="">{t('all')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <ListState query={query} rows={10} isEmpty={() => !shown.length} empty={t('noMatch')}>
        {() => (
          <PlainTable
            label={t('title')}
            name="account-table"
            heads={(['columnName', 'columnKind', 'columnKey', 'columnPlace', 'columnMail', 'columnState'] as const).map((word) => t(word))}
          >
            {shown.map((office) => (
              <tr key={office.id}>
                <th scope="row">{office.name}</th>
                <td>{t(`kind.${office.kind as (typeof KINDS)[number]}`)}</td>
                <td>{office.key}</td>
                <td>{office.communeCode ?? office.provinceCode ?? '—'}</td>
                <td>{office.email ?? <span className="tone-soon">{t('noMail')}</span>}</td>
                <td>
                  <span className={office.active ? 'chip chip-done' : 'chip'}>{t(office.active ? 'active' : 'inactive')}</span>
                </td>
              </tr>
            ))}
          </PlainTable>
        )}
      </ListState>
    </section>
  );
}
