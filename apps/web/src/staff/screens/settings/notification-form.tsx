import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { NotificationSettingRequest, NotificationSettingResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/settings.json';
import { DeedButton } from '../../parts/deed-button';
import { ListState } from '../../parts/list-state';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';
import { useMe } from '../../session/me';
import { PushSwitch } from './push-switch';

const t = area('settings', vi);
const OWN = ['notifications'];

/** By which way urgent and usual work is told, and when not. */
export function NotificationForm() {
  const query = useQuery({ queryKey: OWN, queryFn: ({ signal }) => call('GET /api/v1/me/notifications', { signal }) });
  return (
    <section className="sheet settings-part settings-notifications">
      <h2>{t('notifications')}</h2>
      <PushSwitch />
      <ListState query={query} rows={4}>
        {(stored) => <Form stored={stored} />}
      </ListState>
    </section>
  );
}

function Form({ stored }: { stored: NotificationSettingResponse }) {
  const queries = useQueryClient();
  const isLeader = useMe().role === 'leader';
  const [own, setOwn] = useState(() => requestOf(stored));
  const deed = useDeed((body: NotificationSettingRequest, key) => call('PUT /api/v1/me/notifications', { body, key }));
  const save = async () => {
    const saved = await deed.act(own);
    if (!saved) return;
    queries.setQueryData(OWN, saved);
    tellDone(t('saved'));
  };
  const tick = (name: 'urgentPush' | 'urgentMail' | 'usualPush' | 'quietWeekends') => (
    <label className="tick">
      <input type="checkbox" checked={own[name]} onChange={(event) => setOwn({ ...own, [name]: event.target.checked })} />
      {t(name)}
    </label>
  );
  const time = (name: 'quietFrom' | 'quietUntil') => (
    <label className="field">
      {t(name)}
      <select
        className="field-input field-time"
        value={own[name] ?? ''}
        onChange={(event) => setOwn({ ...own, [name]: event.target.value || undefined })}
      >
        <option value="">{t('noTime')}</option>
        {timesWith(own[name]).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
  if (isLeader)
    return (
      <form className="deed" onSubmit={(event) => (event.preventDefault(), void save())}>
        <p className="quiet">{t('weeklyNote')}</p>
        <label className="tick">
          <input
            type="checkbox"
            checked={own.usualMail !== 'off'}
            onChange={(event) => setOwn({ ...own, usualMail: event.target.checked ? 'weekly' : 'off' })}
          />
          {t('weeklyNews')}
        </label>
        <DeedButton word={t('save')} deed={deed} />
      </form>
    );
  return (
    <form className="deed" onSubmit={(event) => (event.preventDefault(), void save())}>
      <p className="quiet">{t('inApp')}</p>
      <fieldset>
        <legend>{t('urgent')}</legend>
        {tick('urgentPush')}
        {tick('urgentMail')}
      </fieldset>
      <fieldset>
        <legend>{t('usual')}</legend>
        {tick('usualPush')}
        <label className="field">
          {t('usualMail')}
          <select
            className="field-input field-time"
            value={own.usualMail}
            onChange={(event) => setOwn({ ...own, usualMail: event.target.value as typeof own.usualMail })}
          >
            {(['daily', 'weekly', 'off'] as const).map((one) => (
              <option key={one} value={one}>
                {t(`mail.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      <fieldset>
        <legend>{t('quiet')}</legend>
        <div className="quiet-hours">
          {time('quietFrom')}
          {time('quietUntil')}
        </div>
        {tick('quietWeekends')}
      </fieldset>
      <DeedButton word={t('save')} deed={deed} disabled={Boolean(own.quietFrom) !== Boolean(own.quietUntil)} />
    </form>
  );
}

/** Every half hour, and what was set otherwise. Always 24 hours, whatever the browser's own language shows. */
function timesWith(own: string | undefined): string[] {
  const halves = Array.from({ length: 48 }, (_, at) => `${String(at >> 1).padStart(2, '0')}:${at % 2 ? '30' : '00'}`);
  return [...new Set(own ? [...halves, own] : halves)].sort();
}

function requestOf({ quietFrom, quietUntil, usualMail, ...rest }: NotificationSettingResponse): NotificationSettingRequest {
  return {
    ...rest,
    usualMail: usualMail as NotificationSettingRequest['usualMail'],
    quietFrom: quietFrom ?? undefined,
    quietUntil: quietUntil ?? undefined,
  };
}
