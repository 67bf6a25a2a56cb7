import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { call } from '../../api/call';
import type { CommuneAnswer } from '../../api/schema';
import { area } from '../../language/words';
import vi from '../../language/vi/parts.json';

const t = area('parts', vi);
const SHORTEST = 2;
const PAUSE_MS = 150;

/**
 * A commune of today by its new or an old name. Names lie (two communes may differ by an accent only), so nothing is chosen for the user:
 * the candidates are listed, and one is pressed or chosen by arrow and Enter.
 */
export function CommuneField({
  label,
  province,
  value,
  onChange,
  required = true,
}: {
  label: string;
  province: string;
  value: CommuneAnswer | undefined;
  onChange: (commune: CommuneAnswer | undefined) => void;
  required?: boolean;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { communes, old, asked, stale } = useCandidates(value ? '' : text, province);
  const field = useRef<HTMLInputElement>(null);
  const open = !value && communes.length > 0;
  useEffect(() => field.current?.setCustomValidity(text && !value ? t('communeChoose') : ''), [text, value]);
  const choose = (commune: CommuneAnswer) => {
    onChange(commune);
    setText('');
  };
  const press = (event: KeyboardEvent) => {
    // Half a name is no choice: Enter never sends the form past it.
    if (event.key === 'Enter' && text !== '') event.preventDefault();
    if (!open) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + communes.length) % communes.length);
    else if (event.key === 'Enter' && !stale) choose(communes[Math.min(at, communes.length - 1)]!);
    else return;
    event.preventDefault();
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!required && <span className="quiet small"> {t('optional')}</span>}
      </label>
      <input
        ref={field}
        id={id}
        className="field-input"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open ? `${id}-${Math.min(at, communes.length - 1)}` : undefined}
        autoComplete="off"
        required={required}
        placeholder={t('communeShape')}
        value={value ? value.name : text}
        onKeyDown={press}
        onChange={(event) => {
          onChange(undefined);
          setText(event.target.value);
          setAt(0);
        }}
      />
      <ul id={`${id}-list`} className="candidates" role="listbox" aria-label={label} aria-busy={stale} hidden={!open}>
        {communes.map((commune, row) => (
          <li
            key={commune.code}
            id={`${id}-${row}`}
            role="option"
            aria-selected={row === at}
            className="candidate"
            onMouseDown={(event) => {
              event.preventDefault();
              choose(commune);
            }}
          >
            <b>{commune.name}</b> <span className="quiet small">{commune.code}</span>
            {old && <span className="quiet small"> {t('communeOnce', { name: old })}</span>}
          </li>
        ))}
      </ul>
      <p className="field-note quiet" aria-live="polite">
        {!value && asked && communes.length === 0 && t('communeNone')}
      </p>
    </div>
  );
}

interface Candidates {
  readonly communes: readonly CommuneAnswer[];
  readonly old: string | undefined;
  readonly asked: boolean;
  /** Of fewer letters than stand there now: shown, not chosen from. */
  readonly stale: boolean;
}

/** Communes of today for what was typed; for an old name those that took it over, with the old name. */
function useCandidates(text: string, province: string): Candidates {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['units', province, asked],
    queryFn: ({ signal }) => call('GET /api/v1/units', { query: { text: asked, province }, signal }),
    enabled: province !== '' && asked.length >= SHORTEST && text !== '',
    staleTime: 3_600_000,
    placeholderData: keepPreviousData,
  });
  if (!data || text === '') return { communes: [], old: undefined, asked: false, stale: false };
  const stale = isPlaceholderData || asked !== text.trim();
  const { answer, communes } = data;
  const meant = answer.old ? [answer.today, ...(answer.candidates ?? [])].flatMap((unit) => unit ?? []) : [];
  if (communes.length > 0 || meant.length === 0) return { communes, old: undefined, asked: true, stale };
  return {
    communes: meant.map(({ unitId, code, name }) => ({ unitId, code, name, type: '', province })),
    old: answer.old?.name,
    asked: true,
    stale,
  };
}
