import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api/call';
import { readDay } from '../../../language/read-day';
import { useAddress } from '../../parts/use-address';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import './audit.css';
import { AuditTable } from './audit-table';
import { DEEDS, deedName, t } from './audit-words';
import { businessToday } from '../../session/business-day';

/** Who did what: by person, record, day and kind of deed; every condition stands in the address. */
export function Screen() {
  const [{ ai = '', banGhi = '', tu = '', den = '', viec = '' }, change] = useAddress();
  const query = useInfiniteQuery({
    queryKey: ['audit', ai, banGhi, tu, den, viec],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      call('GET /api/v1/admin/audit', {
        query: {
          login: ai || undefined,
          subjectId: banGhi || undefined,
          since: tu || undefined,
          until: den || undefined,
          action: viec || undefined,
          before: pageParam,
          limit: 50,
        },
      }),
    getNextPageParam: ({ next }) => next,
  });
  const entries = query.data?.pages.flatMap((page) => page.entries);
  const filtered = [ai, banGhi, tu, den, viec].some(Boolean);
  return (
    <section>
      <PageHead title={t('title')} note={t('note')} />
      <div className="audit-filters no-print" role="search">
        <Words label={t('who')} hint={t('whoHint')} value={ai} onChange={(word) => change({ ai: word.toLowerCase() || undefined })} />
        <Words label={t('subject')} hint={t('subjectHint')} value={banGhi} onChange={(word) => change({ banGhi: word || undefined })} />
        <Day label={t('since')} value={tu} onChange={(day) => change({ tu: day || undefined })} />
        <Day label={t('until')} value={den} onChange={(day) => change({ den: day || undefined })} />
        <label className="form-field">
          <span>{t('kind')}</span>
          <select className="plain-input" value={viec} onChange={(event) => change({ viec: event.target.value || undefined })}>
            <option value="">{t('all')}</option>
            {DEEDS.map((action) => (
              <option key={action} value={action}>
                {deedName(action)}
              </option>
            ))}
          </select>
        </label>
        {filtered && (
          <button
            type="button"
            className="plain-button"
            onClick={() => change({ ai: undefined, banGhi: undefined, tu: undefined, den: undefined, viec: undefined })}
          >
            {t('clear')}
          </button>
        )}
      </div>
      <ListState query={{ ...query, data: entries }} rows={12} isEmpty={(rows) => !rows.length} empty={t('empty')}>
        {(rows) => <AuditTable entries={rows} onSubject={(id) => change({ banGhi: id })} onPerson={(login) => change({ ai: login })} />}
      </ListState>
      {query.hasNextPage && (
        <button type="button" className="plain-button" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </section>
  );
}

function Words({ label, hint, value, onChange }: { label: string; hint: string; value: string; onChange: (value: string) => void }) {
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        key={value}
        type="search"
        className="plain-input"
        placeholder={hint}
        defaultValue={value}
        autoCapitalize="none"
        onBlur={(event) => event.target.value !== value && onChange(event.target.value.trim())}
        onKeyDown={(event) => event.key === 'Enter' && onChange(event.currentTarget.value.trim())}
      />
    </label>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const [fault, setFault] = useState(false);
  const shown = value.split('-').reverse().join('/');
  const take = (text: string) => {
    const day = readDay(text, businessToday())?.day;
    setFault(Boolean(text.trim()) && !day);
    if (!text.trim() || day) onChange(day ?? '');
  };
  return (
    <label className="form-field">
      <span>{label}</span>
      <input
        key={value}
        className="plain-input"
        placeholder={t('dayHint')}
        defaultValue={shown}
        aria-invalid={fault}
        onBlur={(event) => event.target.value !== shown && take(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
      />
      {fault && <span className="tone-urgent small">{t('dayBad')}</span>}
    </label>
  );
}
