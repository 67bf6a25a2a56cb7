import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/api-keys.json';
import { DeedButton } from '../../parts/deed-button';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';

const t = area('api-keys', vi);
const WEBHOOKS = ['webhooks'];
const DAY_MS = 86_400_000;

/** Where the agency's own system listens: its secret once, what was taken, a try, and a day sent again. */
export function WebhooksSection() {
  const queries = useQueryClient();
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState('');
  const webhooks = useQuery({ queryKey: WEBHOOKS, queryFn: async () => (await call('GET /api/v1/agency/webhooks')).webhooks });
  const again = () => queries.invalidateQueries({ queryKey: WEBHOOKS });
  const adding = useDeed((address: string, key) => call('POST /api/v1/agency/webhooks', { body: { url: address }, key }));
  const acting = useDeed(async ({ what, webhookId }: { what: 'ping' | 'replay' | 'remove'; webhookId: string }, key: string) => {
    const params = { webhookId };
    if (what === 'ping') await call('POST /api/v1/agency/webhooks/{webhookId}/ping', { params, key });
    if (what === 'remove') await call('DELETE /api/v1/agency/webhooks/{webhookId}', { params, key });
    if (what === 'replay')
      await call('POST /api/v1/agency/webhooks/{webhookId}/replay', {
        params,
        key,
        body: { since: new Date(Date.now() - DAY_MS).toISOString() },
      });
    tellDone(t(`webhook.${what}Done`));
    await again();
    return true;
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = await adding.act(url.trim());
    if (!made) return;
    setSecret(made.secret);
    setUrl('');
    await again();
  };
  return (
    <section className="sheet new-key" aria-labelledby="webhooks">
      <h2 id="webhooks">{t('webhooks')}</h2>
      <p className="quiet">{t('webhooksNote')}</p>
      <ListState query={webhooks} rows={1} isEmpty={(list) => list.length === 0} empty={t('noWebhooks')}>
        {(list) => (
          <ul className="plain-list">
            {list.map(({ id, url: address, state, waiting, sent, failed }) => (
              <li key={id}>
                <strong>{address}</strong>{' '}
                <span className={state === 'active' ? 'chip chip-done' : 'chip chip-urgent'}>{t(`webhook.${state as 'active'}`)}</span>{' '}
                {t('webhookCounts', { sent: formatNumber(sent), waiting: formatNumber(waiting), failed: formatNumber(failed) })}{' '}
                {(['ping', 'replay', 'remove'] as const).map((what) => (
                  <button
                    key={what}
                    type="button"
                    className="plain-button"
                    disabled={acting.busy}
                    onClick={() => void acting.act({ what, webhookId: id })}
                  >
                    {t(`webhook.${what}`)}
                  </button>
                ))}
              </li>
            ))}
          </ul>
        )}
      </ListState>
      {acting.problem && (
        <p role="alert" className="fault">
          {acting.problem}
        </p>
      )}
      <form className="deed" onSubmit={(event) => void submit(event)}>
        <TextField label={t('webhookUrl')} value={url} onChange={setUrl} required most={500} note={t('webhookUrlNote')} />
        <DeedButton word={t('addWebhook')} deed={adding} disabled={!url.trim()} />
      </form>
      {secret && (
        <div role="status" className="made-key">
          <p>
            <strong>{t('secretOnce')}</strong>
          </p>
          <p className="secret">
            <code>{secret}</code>
          </p>
        </div>
      )}
    </section>
  );
}
