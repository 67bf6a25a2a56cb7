import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DifferencesResponse } from '../../../api/schema';
import { formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/differences.json';
import { ChoiceField } from '../../parts/choice-field';
import { ListState } from '../../parts/list-state';
import { PageHead } from '../../parts/page-head';
import { ColumnMatch, doubtfulColumns } from '../../parts/sent-file/column-match';
import { download } from '../../parts/sent-file/download';
import { handRows } from '../../parts/sent-file/handed-rows';
import { QuestionList } from '../../parts/sent-file/question-list';
import { textFile } from '../../parts/sent-file/read-paste';
import { useAddress } from '../../parts/use-address';
import { ApartLists } from './apart-lists';
import { DifferingCells } from './differing-cells';
import { ListInput } from './list-input';
import { type Choice, cellKey, rowsToReport } from './report-rows';
import { savedRows } from './saved-rows';
import { type Holds, useComparison } from './use-comparison';
import './differences.css';

const t = area('differences', vi);

/** An agency's own list beside its cases: only the cells that differ, who is right about each, and the way to say so. */
export function Screen() {
  const [{ gom }, setAddress] = useAddress();
  const holds: Holds = gom === 'open' ? 'open' : 'abroad';
  const { reading, change, take, comparison } = useComparison(holds);
  return (
    <section className="differences">
      <PageHead title={t('title')} note={t('intro')}>
        {reading && (
          <button type="button" className="plain-button" onClick={() => change(undefined)}>
            {t('otherList')}
          </button>
        )}
      </PageHead>
      <div className="differences-holds no-print">
        <ChoiceField
          label={t('holds')}
          value={holds}
          onChange={(next) => setAddress({ gom: next === 'open' ? 'open' : undefined }, { replace: true })}
          required
          choices={(['abroad', 'open'] as const).map((value) => ({ value, word: t(`holds.${value}`) }))}
        />
      </div>
      {!reading ? (
        <ListInput onFile={take} />
      ) : (
        <ListState query={comparison} rows={8}>
          {(found) => (
            <>
              <QuestionList
                questions={found.questions}
                onAnswer={(id, answer) => change({ ...reading, answers: { ...reading.answers, [id]: answer } })}
              />
              {found.reasons.map(({ code, message }) => (
                <p key={code} role="alert" className="fault">
                  {message}
                </p>
              ))}
              {found.sheets
                .filter(({ columns }) => columns.length > 0)
                .map((sheet) => (
                  <details key={sheet.name} open={found.reasons.length > 0 || doubtfulColumns(sheet).length > 0}>
                    <summary>{t('columns')}</summary>
                    <ColumnMatch
                      sheet={sheet}
                      onChoose={(letter, field) =>
                        change({
                          ...reading,
                          mapping: { ...reading.mapping, [sheet.name]: { ...reading.mapping[sheet.name], [letter]: field } },
                          ...(sheet.header && {
                            headerRow: { ...reading.headerRow, [sheet.name]: [sheet.header.top, sheet.header.bottom] as const },
                          }),
                        })
                      }
                    />
                  </details>
                ))}
              {found.reasons.length === 0 && <Found found={found} />}
            </>
          )}
        </ListState>
      )}
    </section>
  );
}

function Found({ found }: { found: DifferencesResponse }) {
  const navigate = useNavigate();
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const { people, unknown, unread, missingTotal } = found;
  const cells = people.flatMap((person) => person.differences.map((one) => ({ key: cellKey(person, one), form: one.form })));
  const open = cells.filter(({ key, form }) => form && choices.get(key) !== 'theirs');
  const reported = cells.filter(({ key, form }) => form && choices.get(key) === 'theirs').length;
  const sendOn = () => {
    const rows = rowsToReport(people, choices);
    handRows(rows);
    void navigate({ to: '/cap-nhat', search: { mau: Object.keys(rows)[0] } as never });
  };
  return (
    <>
      <p role="status" className="differences-tally">
        {t('tally', {
          lines: formatNumber(found.lines),
          same: formatNumber(found.same),
          differ: formatNumber(people.length),
          unknown: formatNumber(unknown.length),
          unread: formatNumber(unread.length),
          missing: formatNumber(missingTotal),
        })}
      </p>
      {people.length === 0 ? (
        <p className="list-empty">{t('agree')}</p>
      ) : (
        <>
          <div className="differences-bar no-print">
            <button
              type="button"
              className="plain-button"
              disabled={open.length === 0}
              onClick={() => setChoices(new Map([...choices, ...open.map(({ key }) => [key, 'theirs'] as const)]))}
            >
              {t('chooseAll', { cells: formatNumber(open.length) })}
            </button>
            <button
              type="button"
              className="plain-button"
              disabled={choices.size === 0}
              onClick={() => download(textFile(savedRows(people, choices), t('saveName')), t('saveName'))}
            >
              {t('save', { cells: formatNumber(choices.size) })}
            </button>
            <button type="button" className="main-button" disabled={reported === 0} onClick={sendOn}>
              {t('sendOn', { cells: formatNumber(reported) })}
            </button>
            <span className="quiet small">{t('sendNote')}</span>
          </div>
          <DifferingCells people={people} choices={choices} onChoose={(key, choice) => setChoices(new Map([...choices, [key, choice]]))} />
        </>
      )}
      <ApartLists found={found} />
    </>
  );
}
