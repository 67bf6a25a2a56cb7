import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../api/call';
import type { BellItemAnswer } from '../../../api/schema';
import { formatMoment } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/shell.json';
import { ListState } from '../../parts/list-state';
import './bell.css';

const t = area('shell', vi);
const BELL = ['bell'];
/** The server counts no further. */
const MOST = 100;

/** What is new on the desk since it was last looked at. Opening it marks what it shows as seen; what comes later stays new. */
export function Bell() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const query = useQuery({ queryKey: BELL, queryFn: ({ signal }) => call('GET /api/v1/me/bell', { signal }) });
  const unread = query.data?.unread ?? 0;
  const show = async () => {
    setOpen(!open);
    if (open || !query.data || unread === 0) return;
    await call('POST /api/v1/me/bell/seen', { body: { upTo: query.data.asOf } }).catch(() => undefined);
    queries.setQueryData(BELL, { ...query.data, unread: 0 });
  };
  useEffect(() => {
    const away = (event: PointerEvent) => !place.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, []);
  const count = unread >= MOST ? t('bellMost', { most: MOST }) : String(unread);
  return (
    <div ref={place} className="bell" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <button
        type="button"
        className="bell-button"
        aria-expanded={open}
        aria-label={t('bell', { unread: count })}
        onClick={() => void show()}
      >
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path
            d="M12 3a6 6 0 0 0-6 6v4l-2 3h16l-2-3V9a6 6 0 0 0-6-6Zm-2 15a2 2 0 0 0 4 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeLinejoin="round"
          />
        </svg>
        {unread > 0 && <span className="bell-count">{count}</span>}
      </button>
      {open && (
        <section className="bell-panel sheet" aria-label={t('bellTitle')}>
          <h2>{t('bellTitle')}</h2>
          <ListState query={query} rows={3} isEmpty={({ items }) => items.length === 0} empty={t('bellEmpty')}>
            {({ items }) => (
              <ul>
                {items.map((item) => (
                  <li key={item.kind + item.ref + item.code}>
                    <button
                      type="button"
                      className={item.unread ? 'bell-item bell-new' : 'bell-item'}
                      onClick={() => {
                        setOpen(false);
                        void navigate({ to: pathOf(item) });
                      }}
                    >
                      <span>
                        {item.unread && <span className="visually-hidden">{t('bellNew')} </span>}
                        {item.text}
                      </span>
                      <span className="quiet small">{[item.caseCode, formatMoment(item.at)].filter(Boolean).join(' · ')}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </ListState>
        </section>
      )}
    </div>
  );
}

function pathOf({ kind, ref, code }: BellItemAnswer): string {
  if (kind === 'BORROWER') return `/von-vay/${ref}`;
  if (kind === 'TASK') return `/?loai=${code}&mo=task-${ref}`;
  return kind === 'BATCH' ? '/nhap-du-lieu' : `/canh-bao?mo=${ref}`;
}
