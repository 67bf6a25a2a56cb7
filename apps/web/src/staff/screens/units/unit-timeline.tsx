import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { UnitOfCodeAnswer, UnitResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { ListState } from '../../parts/list-state';
import { t } from './unit-words';

/** Everything known of one code: who bore it, where its people are, what today's unit was made of. */
export function UnitTimeline({ code, onOpen }: { code: string; onOpen: (code: string) => void }) {
  const query = useQuery({
    queryKey: ['units', code],
    queryFn: () => call('GET /api/v1/units/{unitCode}', { params: { unitCode: code } }),
  });
  return (
    <article className="sheet unit-timeline" aria-live="polite">
      <h2>{t('timeline', { code })}</h2>
      <ListState query={query} rows={4}>
        {(unit) => (
          <>
            <Today unit={unit} />
            {unit.mergedFrom.length > 0 && <MergedFrom unit={unit} onOpen={onOpen} />}
            <h3>{t('history')}</h3>
            <ol>
              {[...unit.history].reverse().map((bearer) => (
                <Bearer key={`${bearer.level} ${bearer.from ?? ''} ${bearer.name}`} bearer={bearer} code={code} onOpen={onOpen} />
              ))}
            </ol>
          </>
        )}
      </ListState>
    </article>
  );
}

function Today({ unit }: { unit: UnitResponse }) {
  const provinces = useQuery({ queryKey: ['provinces'], staleTime: Infinity, queryFn: () => call('GET /api/v1/units/provinces') });
  if (!unit.today) return <p className="tone-soon">{t('gone')}</p>;
  const { name, province } = unit.today;
  const provinceName = provinces.data?.provinces.find((one) => one.code === province)?.name ?? province;
  return <p className="unit-answer">{t('unitToday', { name, province: provinceName })}</p>;
}

function MergedFrom({ unit, onOpen }: { unit: UnitResponse; onOpen: (code: string) => void }) {
  return (
    <>
      <h3>{t('mergedFrom', { count: unit.mergedFrom.length })}</h3>
      <ul className="unit-places">
        {unit.mergedFrom.map((old) => (
          <li key={old.unitId}>
            <button type="button" className="plain-button" onClick={() => onOpen(old.code)}>
              {old.name}
              {old.district && `, ${old.district}`} <span className="quiet">{old.code}</span>
              {old.divided && <span className="chip chip-soon">{t('partly')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Bearer({ bearer, code, onOpen }: { bearer: UnitOfCodeAnswer; code: string; onOpen: (code: string) => void }) {
  const { level, name, from, to, verified, today } = bearer;
  const elsewhere = today.filter((place) => place.code !== code || place.name !== name);
  return (
    <li>
      <p className="unit-days">
        <strong>{name}</strong> <span className="quiet">{t(`level.${level as 'commune'}`)}</span>
        <span>
          {from ? t('from', { day: formatDay(from) }) : t('fromStart')} {to && t('to', { day: formatDay(to) })}
        </span>
        <span className={verified ? 'chip chip-done' : 'chip chip-soon'} title={verified ? undefined : t('unverifiedWhy')}>
          {verified ? `✓ ${t('verified')}` : `? ${t('unverified')}`}
        </span>
      </p>
      {elsewhere.length > 0 && (
        <p>
          {elsewhere.length > 1 ? t('divided', { count: elsewhere.length }) : t('becomes')}:{' '}
          {elsewhere.map((place) => (
            <button key={place.unitId} type="button" className="link-button" onClick={() => onOpen(place.code)}>
              {place.name} ({place.code})
            </button>
          ))}
        </p>
      )}
    </li>
  );
}
