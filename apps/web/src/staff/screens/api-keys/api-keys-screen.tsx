import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import { formatMoment } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/api-keys.json';
import { ListState } from '../../parts/list-state';
import { tellDone, tellFault } from '../../parts/notices';
import { PageHead } from '../../parts/page-head';
import { TableHead } from '../../parts/plain-table';
import { problemText } from '../../parts/problem-text';
import './api-keys.css';
import { NewKeyForm } from './new-key-form';
import { WebhooksSection } from './webhooks-section';

const t = area('api-keys', vi);
const KEYS = ['api-keys'];

/** Keys by which the agency's own system speaks to the province. A key is shown once, used until revoked. */
export function Screen() {
  const queries = useQueryClient();
  const keys = useQuery({ queryKey: KEYS, queryFn: () => call('GET /api/v1/agency/api-keys') });
  const [asking, setAsking] = useState('');
  const revoke = async (apiKeyId: string) => {
    setAsking('');
    try {
      await call('DELETE /api/v1/agency/api-keys/{apiKeyId}', { params: { apiKeyId } });
      tellDone(t('revoked'));
      await queries.invalidateQueries({ queryKey: KEYS });
    } catch (error) {
      tellFault(problemText(error));
    }
  };
  return (
    <section>
      <PageHead title={t('title')} note={t('note')}>
        <a className="plain-button" href="/api/docs" target="_blank" rel="noreferrer">
          {t('docs')}
        </a>
      </PageHead>
      <NewKeyForm onMade={() => queries.invalidateQueries({ queryKey: KEYS })} />
      <ListState query={keys} rows={3} isEmpty={({ keys: list }) => list.length === 0} empty={<p>{t('empty')}</p>}>
        {({ keys: list }) => (
          <div className="sheet table-sheet table-scroll" tabIndex={0} role="region" aria-label={t('title')}>
            <table className="plain-table">
              <TableHead heads={[t('label'), t('kind'), t('createdAt'), t('lastUsedAt'), t('state')]} />
              <tbody>
                {list.map(({ id, label, kind, createdAt, lastUsedAt, revokedAt, expiresAt }) => (
                  <tr key={id}>
                    <th scope="row">{label}</th>
                    <td>
                      <span className={kind === 'trial' ? 'chip chip-soon' : 'chip'}>{t(`kindShort.${kind as 'live'}`)}</span>
                    </td>
                    <td>{formatMoment(createdAt)}</td>
                    <td>{formatMoment(lastUsedAt) || t('neverUsed')}</td>
                    <td>
                      {revokedAt ? (
                        t('revokedAt', { at: formatMoment(revokedAt) })
                      ) : Date.parse(expiresAt) < Date.now() ? (
                        t('endedAt', { at: formatMoment(expiresAt) })
                      ) : asking === id ? (
                        <>
                          {t('sure')}{' '}
                          <button type="button" className="plain-button" onClick={() => void revoke(id)}>
                            {t('yesRevoke')}
                          </button>{' '}
                          <button type="button" className="plain-button" onClick={() => setAsking('')}>
                            {t('keep')}
                          </button>
                        </>
                      ) : (
                        <>
                          {t('endsAt', { at: formatMoment(expiresAt) })}{' '}
                          <button
                            type="button"
                            className="plain-button"
                            aria-label={t('revokeOf', { label })}
                            onClick={() => setAsking(id)}
                          >
                            {t('revoke')}
                          </button>
                        </>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ListState>
      <WebhooksSection />
    </section>
  );
}
