import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { ResolvedPlaceAnswer, UnitAnswerLine } from '../../../api/schema';
import { ListState } from '../../parts/list-state';
import { t } from './unit-words';

/** What a written name means today; several places where a person has to choose. */
export function UnitsFound({ text, province, onOpen }: { text: string; province: string; onOpen: (code: string) => void }) {
  const query = useQuery({ queryKey: ['units', province, text], queryFn: () => call('GET /api/v1/units', { query: { text, province } }) });
  return (
    <div className="sheet unit-found">
      <ListState
        query={query}
        rows={3}
        isEmpty={({ answer, communes }) => answer.kind === 'unknown' && !communes.length}
        empty={t('nothing')}
      >
        {({ answer, communes }) => {
          const others = communes.filter(({ code }) => code !== answer.today?.code);
          return (
            <>
              <Meaning answer={answer} onOpen={onOpen} />
              {others.length > 0 && (
                <>
                  <h2>{t('alike')}</h2>
                  <Places places={others} onOpen={onOpen} />
                </>
              )}
            </>
          );
        }}
      </ListState>
    </div>
  );
}

function Meaning({ answer, onOpen }: { answer: ResolvedPlaceAnswer; onOpen: (code: string) => void }) {
  if (answer.kind === 'unknown') return null;
  const { today, old, candidates } = answer;
  return (
    <>
      {old && <p className="quiet">{t('answerOld', { name: old.name, code: old.code })}</p>}
      {today && (
        <p className="unit-answer">
          <button type="button" className="link-button" onClick={() => onOpen(today.code)}>
            {t('answerToday', { name: today.name, code: today.code })}
          </button>
        </p>
      )}
      {candidates && (
        <>
          <p>{answer.kind === 'divided' ? t('answerDivided', { name: old?.name ?? '' }) : t('answerMany')}</p>
          <Places places={candidates} onOpen={onOpen} />
        </>
      )}
      {answer.unmarked && <p className="tone-soon">{t('unmarked')}</p>}
    </>
  );
}

function Places({ places, onOpen }: { places: readonly UnitAnswerLine[]; onOpen: (code: string) => void }) {
  return (
    <ul className="unit-places">
      {places.map(({ unitId, code, name }) => (
        <li key={unitId}>
          <button type="button" className="plain-button" onClick={() => onOpen(code)}>
            {name} <span className="quiet">{code}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
