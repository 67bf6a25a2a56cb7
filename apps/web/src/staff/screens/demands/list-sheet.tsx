import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../api/call';
import type { DemandVerdictsResponse } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { businessToday } from '../../session/business-day';
import { ChoiceField } from '../../parts/choice-field';
import { tellDone } from '../../parts/notices';
import { TableHead } from '../../parts/plain-table';
import { FileTextButton } from '../../parts/sent-file/file-text-button';
import { TextField } from '../../parts/text-field';
import { useDeed } from '../../parts/use-deed';
import { DEMANDS, SOURCES, t } from './demand-words';
import { type PastedDemand, readDemands } from './pasted-demands';
import './demands.css';

const MOST = 500;

/** A list as a school or a unit sends it: pasted, read, registered line by line; sent again nothing is double. */
export function ListSheet() {
  const queries = useQueryClient();
  const [source, setSource] = useState('SCHOOL');
  const [event, setEvent] = useState('');
  const [commune, setCommune] = useState('');
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<DemandVerdictsResponse>();
  const { lines, unread } = readDemands(text, businessToday(), commune);
  const deed = useDeed((_: void, key: string) =>
    call('POST /api/v1/demands/list', {
      key,
      body: { source: source as 'SCHOOL', ...(event.trim() && { event: event.trim() }), lines: lines.slice(0, MOST) },
    }),
  );
  const send = async () => {
    const told = await deed.act();
    if (!told) return;
    setAnswer(told);
    tellDone(t('listTaken', { count: formatNumber(told.results.filter(({ outcome }) => outcome === 'registered').length) }));
    await queries.invalidateQueries({ queryKey: DEMANDS });
  };
  const wrong = answer?.results.filter(({ outcome }) => outcome !== 'registered' && outcome !== 'updated') ?? [];
  return (
    <div className="form-rows">
      <div className="form-side">
        <ChoiceField
          label={t('source')}
          value={source}
          onChange={setSource}
          required
          choices={SOURCES.map((value) => ({ value, word: t(`source.${value}`) }))}
        />
        <TextField label={t('event')} value={event} onChange={setEvent} most={120} />
        <TextField label={t('communeOfList')} value={commune} onChange={setCommune} most={5} note={t('communeOfListNote')} />
      </div>
      <label className="form-field">
        <span>{t('pasteNote')}</span>
        <textarea rows={7} value={text} spellCheck={false} autoFocus onChange={(change) => setText(change.target.value)} />
      </label>
      <FileTextButton
        onText={(list) => {
          setText(list);
          setAnswer(undefined);
        }}
      />
      <p role="status" className="quiet">
        {t('pasteTally', { lines: formatNumber(lines.length) })}
        {unread.length > 0 && <span className="tone-urgent"> {t('unread', { rows: unread.slice(0, 20).join(', ') })}</span>}
      </p>
      {lines.length > 0 && !answer && <PeopleAsRead lines={lines.slice(0, MOST)} />}
      {wrong.length > 0 && (
        <ul className="plain-list">
          {wrong.map(({ row, message, caseId }) => (
            <li key={row} className="tone-urgent">
              {t('lineSays', { row: formatNumber(row), name: lines[row - 1]?.fullName ?? '' })} {message}{' '}
              {caseId && (
                <Link to="/ho-so/$caseId" params={{ caseId } as never}>
                  {t('open')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      <div className="form-deeds">
        <button type="button" className="main-button" disabled={deed.busy || lines.length === 0} onClick={() => void send()}>
          {t('sendList', { lines: formatNumber(Math.min(lines.length, MOST)) })}
        </button>
      </div>
    </div>
  );
}

/** What was understood of each line, to be looked through before it is sent. */
function PeopleAsRead({ lines }: { lines: readonly PastedDemand[] }) {
  return (
    <div className="table-scroll list-as-read" role="region" aria-label={t('asRead')} tabIndex={0}>
      <table className="plain-table">
        <TableHead heads={(['person', 'born', 'sex', 'communeCode', 'phone', 'citizenId'] as const).map((column) => t(column))} />
        <tbody>
          {lines.map(({ fullName, birthDate, birthPrecision, sex, communeCode, place, phone, citizenId }, i) => (
            <tr key={i}>
              <th scope="row">{fullName}</th>
              <td className="number">{birthDate ? formatDay(birthDate, birthPrecision) : '—'}</td>
              <td>{sex ? t(`sex.${sex}`) : '—'}</td>
              <td className={communeCode ? 'number' : ''}>{communeCode ?? place}</td>
              <td className="number">{phone ?? '—'}</td>
              <td className="number">{citizenId ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
