import { type FormEvent, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { ViewAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { tellDone, tellFault } from '../../parts/notices';
import { problemText } from '../../parts/problem-text';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { ABROAD, addressText, type ListFilter, type ListOrder } from './list-filter';

const t = area('cases', vi);
const SCREEN = 'cases';
const KEY = ['views', SCREEN];

const queryOf = (filter: ListFilter) => addressText(filter, { sort: 'end', order: 'asc' });

/** What every office asks for, until it saves its own. */
const READY = [
  { word: 'ready.abroad', query: queryOf({ stages: ABROAD }) },
  { word: 'ready.ending', query: 'stages=ABROAD&endIn=90' },
  { word: 'ready.unconfirmed', query: 'stages=SUSPECTED_OVERSTAY' },
  { word: 'ready.waiting', query: queryOf({ stages: 'CONTRACTED,READY' }) },
  { word: 'ready.alerted', query: 'alerted=true' },
  { word: 'ready.all', query: queryOf({}) },
] as const;

/** Filters under a name: those of the house, the office's and one's own. */
export function SavedViews({ filter, order, onOpen }: { filter: ListFilter; order: ListOrder; onOpen: (query: string) => void }) {
  const queries = useQueryClient();
  const [saving, setSaving] = useState(false);
  const { data: views = [] } = useQuery({
    queryKey: KEY,
    staleTime: 300_000,
    queryFn: async () => (await call('GET /api/v1/views')).views.filter(({ screen }) => screen === SCREEN),
  });
  const query = addressText(filter, order);
  const current = views.find((view) => view.query === query);
  const remove = async (view: ViewAnswer) => {
    await call('DELETE /api/v1/views/{viewId}', { params: { viewId: view.id } }).catch((error: unknown) => tellFault(problemText(error)));
    await queries.invalidateQueries({ queryKey: KEY });
  };
  return (
    <>
      <select
        className="field-input saved-views"
        aria-label={t('savedViews')}
        value={current?.query ?? (READY.some((view) => view.query === query) ? query : '')}
        onChange={(event) => event.target.value && onOpen(event.target.value)}
      >
        <option value="">{t('savedViews')}</option>
        <optgroup label={t('readyViews')}>
          {READY.map((view) => (
            <option key={view.word} value={view.query}>
              {t(view.word)}
            </option>
          ))}
        </optgroup>
        {views.length > 0 && (
          <optgroup label={t('ownViews')}>
            {views.map((view) => (
              <option key={view.id} value={view.query}>
                {view.shared && !view.own ? t('sharedBy', { name: view.name, author: view.author }) : view.name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {query && !current && !READY.some((view) => view.query === query) && (
        <button type="button" className="plain-button" onClick={() => setSaving(true)}>
          {t('saveView')}
        </button>
      )}
      {current?.own && (
        <button type="button" className="plain-button" onClick={() => void remove(current)}>
          {t('removeView', { name: current.name })}
        </button>
      )}
      {saving && <SaveView query={query} onClose={() => setSaving(false)} />}
    </>
  );
}

function SaveView({ query, onClose }: { query: string; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const deed = useDeed((_: void, key) => call('POST /api/v1/views', { body: { screen: SCREEN, name: name.trim(), query, shared }, key }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await deed.act())) return;
    tellDone(t('viewSaved', { name: name.trim() }));
    onClose();
    await queries.invalidateQueries({ queryKey: KEY });
  };
  return (
    <DialogSheet title={t('saveView')} onClose={onClose}>
      <form className="form-rows" onSubmit={(event) => void submit(event)}>
        <TextField label={t('viewName')} value={name} onChange={setName} required most={80} autoFocus />
        <label className="form-tick">
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
          {t('shareView')}
        </label>
        <div className="form-deeds">
          <DeedButton word={t('save')} deed={deed} disabled={!name.trim()} />
        </div>
      </form>
    </DialogSheet>
  );
}
