import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { addressOf } from '../../../api/call';
import type { CaseLineAnswer } from '../../../api/schema';
import { formatMoment, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/cases.json';
import { useAgencies } from '../../parts/agencies';
import { useHotkeys } from '../../parts/hotkeys';
import { rememberList } from '../../parts/list-memory';
import { ListState } from '../../parts/list-state';
import { useMarkets } from '../../parts/markets';
import { tellDone } from '../../parts/notices';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { CaseGrid } from './case-grid';
import { ColumnChooser } from './column-chooser';
import { FilterChips, useFilterWords } from './filter-chips';
import { FilterPanel } from './filter-panel';
import { fileColumns } from './grid-columns';
import { changed, EVERYBODY, FILTER_NAMES, filterOf, isAbroad, type ListFilter, orderOf, questionOf, without } from './list-filter';
import { NameSearch } from './name-search';
import { PrintList } from './print-list';
import { SavedViews } from './saved-views';
import { SelectionBar } from './selection-bar';
import { useCaseList } from './use-case-list';
import { useGridLook } from './use-grid-look';
import './cases.css';
import { businessToday } from '../../session/business-day';

const t = area('cases', vi);
const MOST_ON_PAPER = 1_000;
const MOST_SELECTED = 500;
/** Everything the address may say of the list, taken away. */
const BLANK: Readonly<Record<string, undefined>> = Object.fromEntries(
  [...FILTER_NAMES, EVERYBODY, 'sort', 'order'].map((name) => [name, undefined]),
);
/** Counting stops there. */
const CAP = 1_000;

/** The list people live in: narrow it, walk it by keyboard, change many at once, take it along as it stands. */
export function Screen() {
  const me = useMe();
  const navigate = useNavigate();
  const [address, setAddress] = useAddress();
  const filter = useMemo(() => filterOf(address), [address]);
  const order = orderOf(address);
  const question = useMemo(() => questionOf(filter, orderOf(address), businessToday()), [address, filter]);
  const cases = useCaseList(question);
  const [look, changeLook] = useGridLook();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [panel, setPanel] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [printing, setPrinting] = useState<readonly CaseLineAnswer[]>();
  const search = useRef<HTMLInputElement>(null);
  const agencies = useAgencies(me.role !== 'agency_clerk');
  const { nameOf } = useMarkets();
  const words = useFilterWords(filter, (id) => agencies.find((agency) => agency.id === id)?.name ?? t('column.agencyName'));
  const change = (part: ListFilter) => setAddress(changed(filter, part));
  const clear = () => setAddress({ ...BLANK, [EVERYBODY]: '1' });
  useEffect(() => setSelected(new Set()), [question]);
  useHotkeys({
    '/': { says: t('searchHere'), act: () => search.current?.focus() },
    f: { says: t('addFilter'), act: () => setPanel((open) => !open) },
  });
  const open = useCallback(
    (row: CaseLineAnswer) => {
      rememberList(cases.rows.map(({ id }) => id));
      void navigate({ to: `/ho-so/${row.id}` });
    },
    [cases.rows, navigate],
  );
  const print = async () => setPrinting(await cases.loadUntil(MOST_ON_PAPER));
  const { total = 0 } = cases;
  const count = total > CAP ? t('moreThan', { rows: formatNumber(CAP) }) : t('rows', { rows: formatNumber(total) });
  const copySentence = () => {
    const sentence = t('sentence', {
      count,
      filters: words.map(({ word }) => word).join('; ') || t('noFilter'),
      moment: formatMoment(new Date().toISOString()),
    });
    void navigator.clipboard.writeText(sentence).then(() => tellDone(t('copied', { sentence })));
  };
  return (
    <div className="cases-page">
      <PageHead title={t('title')} count={cases.total === undefined ? '' : count}>
        <button type="button" className="plain-button" disabled={cases.total === undefined} onClick={copySentence}>
          {t('copySentence')}
        </button>
        <button type="button" className="plain-button" onClick={() => setChoosing(true)}>
          {t('columns')}
        </button>
        <a
          className="plain-button"
          href={addressOf('/api/v1/cases/export', {}, { ...question, columns: fileColumns(look.columns) })}
          download
        >
          {t('exportAsSeen')}
        </a>
        <button type="button" className="plain-button" onClick={() => void print()}>
          {t('print')}
        </button>
        {me.role === 'centre_staff' && (
          <button type="button" className="main-button" onClick={() => void navigate({ to: '/lao-dong/moi' })}>
            {t('register')}
          </button>
        )}
      </PageHead>
      <div className="filter-bar no-print">
        <NameSearch
          ref={search}
          value={filter.text ?? ''}
          onChange={(text) => setAddress({ text: text || undefined }, { replace: true })}
        />
        <SavedViews
          filter={filter}
          order={order}
          onOpen={(query) => setAddress({ ...BLANK, ...Object.fromEntries(new URLSearchParams(query)) })}
        />
        <button type="button" className="plain-button" aria-expanded={panel} aria-controls="filter-panel" onClick={() => setPanel(!panel)}>
          + {t('addFilter')}
        </button>
        <FilterChips words={words} onRemove={(name, code) => change({ [name]: without(filter, name, code) })} />
      </div>
      {panel && <FilterPanel filter={filter} province={me.provinceCode} agencies={agencies} onChange={change} />}
      <ListState
        query={{ ...cases.list, data: cases.list.data && cases.rows }}
        rows={14}
        isEmpty={(rows) => rows.length === 0}
        empty={<Empty filter={filter} onClear={clear} />}
      >
        {(rows) => (
          <CaseGrid
            rows={rows}
            look={look}
            order={order}
            selected={selected}
            onLook={changeLook}
            onOrder={(next) =>
              setAddress({ sort: next.sort === 'end' ? undefined : next.sort, order: next.order === 'asc' ? undefined : next.order })
            }
            onSelect={setSelected}
            onOpen={open}
            onEnd={() => cases.list.hasNextPage && !cases.list.isFetchingNextPage && void cases.list.fetchNextPage()}
            marketName={nameOf}
          />
        )}
      </ListState>
      <SelectionBar
        selected={selected}
        total={total}
        mayChange={me.role !== 'department_officer'}
        onSelectAll={async () => setSelected(new Set((await cases.loadUntil(MOST_SELECTED)).map(({ id }) => id)))}
        onClear={() => setSelected(new Set())}
        rowOf={(id) => cases.rows.find((row) => row.id === id)}
        onChanged={(stages) => {
          cases.patch(stages);
          setSelected(new Set());
        }}
      />
      {choosing && <ColumnChooser look={look} onChange={changeLook} onClose={() => setChoosing(false)} />}
      {printing && (
        <PrintList
          rows={printing}
          columns={look.columns}
          marketName={nameOf}
          more={total > printing.length}
          onDone={() => setPrinting(undefined)}
        />
      )}
    </div>
  );
}

function Empty({ filter, onClear }: { filter: ListFilter; onClear: () => void }) {
  const names = Object.keys(filter);
  if (names.length === 0) return <p>{t('nobodyYet')}</p>;
  const nobodyAbroad = names.length === 1 && isAbroad(filter.stages);
  return (
    <>
      <p>{t(nobodyAbroad ? 'nobodyAbroad' : 'tooNarrow')}</p>
      <button type="button" className="plain-button" onClick={onClear}>
        {t(nobodyAbroad ? 'ready.all' : 'clearFilters')}
      </button>
    </>
  );
}
