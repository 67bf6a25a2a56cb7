import { Link } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ClipboardEvent } from 'react';
import { call } from '../../../api/call';
import type { TargetListResponse } from '../../../api/schema';
import { ListState } from '../../parts/list-state';
import { tellDone, tellFault } from '../../parts/notices';
import { PageHead } from '../../parts/page-head';
import { useAddress } from '../../parts/use-address';
import { useDeed } from '../../parts/use-deed';
import { useDraft } from '../../parts/use-draft';
import { readPastedTargets } from './pasted-targets';
import { SumCheck } from './sum-check';
import './targets.css';
import { TargetsTable, type Written } from './targets-table';
import { PROVINCE, readTarget, t } from './targets-words';
import { businessToday } from '../../session/business-day';

/** Targets of a year by commune: typed, filled down or pasted; kept as a draft until they are saved. */
export function Screen() {
  const [{ nam }, change] = useAddress();
  const thisYear = Number(businessToday().slice(0, 4));
  const year = nam && /^\d{4}$/.test(nam) ? Number(nam) : thisYear;
  const query = useQuery({ queryKey: ['targets', year], queryFn: () => call('GET /api/v1/lead/targets', { query: { year } }) });
  return (
    <section className="targets">
      <PageHead title={t('title', { year })} note={t('note')}>
        <select className="plain-button" aria-label={t('year')} value={year} onChange={(event) => change({ nam: event.target.value })}>
          {[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
        <Link to="/tong-quan" search={{ nam: String(year) } as never} className="plain-button">
          {t('back')}
        </Link>
      </PageHead>
      <ListState query={query} rows={14}>
        {(targets) => <TargetsForm key={year} targets={targets} />}
      </ListState>
    </section>
  );
}

function TargetsForm({ targets }: { targets: TargetListResponse }) {
  const { year } = targets;
  const [written, setWritten, dropWritten] = useDraft<Written>(`targets.${year}`, {});
  const queries = useQueryClient();
  const places = [{ communeCode: PROVINCE, name: t('province'), exits: targets.province }, ...targets.communes];
  const changed = places.filter(({ communeCode, exits }) => {
    const text = written[communeCode];
    return text !== undefined && text.trim() !== '' && readTarget(text) !== exits;
  });
  const wrong = changed.filter(({ communeCode }) => readTarget(written[communeCode]!) === undefined);
  const saving = useDeed((_: undefined, key) =>
    call('PUT /api/v1/lead/targets', {
      key,
      body: {
        year,
        targets: changed.map(({ communeCode }) => ({
          ...(communeCode === PROVINCE ? {} : { communeCode }),
          exits: readTarget(written[communeCode]!)!,
        })),
      },
    }),
  );
  const save = async () => {
    const put = await saving.act(undefined);
    if (!put) return;
    dropWritten();
    await queries.invalidateQueries({ queryKey: ['targets', year] });
    await queries.invalidateQueries({ queryKey: ['overview', year] });
    tellDone(t('saved', { created: put.created, updated: put.updated }));
  };
  const paste = (code: string, event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const { cells, unknown } = readPastedTargets(text, places, code);
    setWritten({ ...written, ...cells });
    const count = Object.keys(cells).length;
    if (unknown.length) tellFault(t('pasteUnknown', { count, names: unknown.slice(0, 5).join(', ') }));
    else tellDone(t('pasted', { count }));
  };
  return (
    <>
      <TargetsTable
        year={year}
        places={places}
        written={written}
        onWrite={(code, text) => setWritten({ ...written, [code]: text })}
        onPaste={paste}
      />
      <div className="targets-foot sheet">
        <SumCheck places={places} written={written} />
        {wrong.length > 0 && (
          <p role="alert" className="fault">
            {t('wrong', {
              names: wrong
                .map(({ name }) => name)
                .slice(0, 5)
                .join(', '),
            })}
          </p>
        )}
        {saving.problem && (
          <p role="alert" className="fault">
            {saving.problem}
          </p>
        )}
        <div className="form-deeds">
          <button
            type="button"
            className="main-button"
            disabled={!changed.length || wrong.length > 0 || saving.busy}
            onClick={() => void save()}
          >
            {saving.busy ? t('saving') : t('save', { count: changed.length })}
          </button>
          {changed.length > 0 && (
            <button type="button" className="plain-button" onClick={dropWritten}>
              {t('discard')}
            </button>
          )}
          <span className="quiet small">{t('cannotEmpty')}</span>
        </div>
      </div>
    </>
  );
}
