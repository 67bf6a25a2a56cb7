import { useRef, useState } from 'react';
import { call } from '../../api/call';
import type { NamedPlaceAnswer, PublicFairAnswer, PublicFairListResponse } from '../../api/schema';
import { daysBetween, formatDay, formatDaysLeft, formatWeekday } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { AnswerState } from '../parts/answer-state';
import { PhoneLine } from '../parts/phone-line';
import { useAnswer } from '../parts/use-answer';

const t = area('visitors', vi);
const asked = new URLSearchParams(location.search);

/** Coming job fairs, the next one first; a province and a commune narrow the list. The choice stands in the address, so that it can be sent. */
export function FairsPage() {
  const [{ province, commune }, setPlace] = useState({ province: asked.get('tinh') ?? '', commune: asked.get('xa') ?? '' });
  const fairs = useAnswer(
    () => call('GET /api/v1/public/fairs', { query: { ...(province && { province }), ...(commune && { commune }) } }),
    `${province} ${commune}`,
  );
  // The choices stay where they are while the next list is on the way: whoever moves by keyboard keeps the place.
  const known = useRef<PublicFairListResponse>(undefined);
  known.current = fairs.value ?? known.current;
  const choose = (next: { province: string; commune: string }) => {
    setPlace(next);
    const query = new URLSearchParams({ ...(next.province && { tinh: next.province }), ...(next.commune && { xa: next.commune }) });
    history.replaceState(null, '', `${location.pathname}${next.province ? `?${query}` : ''}`);
  };
  return (
    <>
      <p>{t('fairsHow')}</p>
      <AnswerState asked={fairs.error ? fairs : { ...fairs, value: known.current }}>
        {(found) => (
          <>
            {found.provinces.length > 0 && (
              <div className="fair-place no-print">
                <PlaceChoice
                  label={t('fairsProvince')}
                  all={t('fairsAnyProvince')}
                  value={province}
                  places={found.provinces}
                  onChange={(code) => choose({ province: code, commune: '' })}
                />
                {found.communes.length > 0 && (
                  <PlaceChoice
                    label={t('fairsCommune')}
                    all={t('fairsAnyCommune')}
                    value={commune}
                    places={found.communes}
                    onChange={(code) => choose({ province, commune: code })}
                  />
                )}
              </div>
            )}
            {found.fairs.length === 0 && <p className="verdict verdict-unknown">{t('fairsNone')}</p>}
            {found.fairs.map((fair) => (
              <Fair key={fair.id} fair={fair} today={found.today} />
            ))}
          </>
        )}
      </AnswerState>
    </>
  );
}

function PlaceChoice({
  label,
  all,
  value,
  places,
  onChange,
}: {
  label: string;
  all: string;
  value: string;
  places: readonly NamedPlaceAnswer[];
  onChange: (code: string) => void;
}) {
  return (
    <label className="cost-market">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Fair({ fair, today }: { fair: PublicFairAnswer; today: string }) {
  return (
    <section className="found fair">
      <h2>{fair.title}</h2>
      <p className="fair-day">
        {formatWeekday(fair.heldOn)} {formatDay(fair.heldOn)}, {[fair.startsAt, fair.endsAt].filter(Boolean).join('–')}{' '}
        <span className="quiet">({formatDaysLeft(daysBetween(today, fair.heldOn))})</span>
      </p>
      <p>{[fair.place, fair.communeName, fair.provinceName].filter(Boolean).join(', ')}</p>
      {fair.transport && <p>{fair.transport}</p>}
      {fair.firms.length > 0 && (
        <p>
          {t('fairsFirms')} {fair.firms.join(', ')}
        </p>
      )}
      {fair.note && <p>{fair.note}</p>}
      <p className="quiet">{fair.full ? t('fairsFull') : t('fairsSignUp', { day: formatDay(fair.signUpUntil) })}</p>
      <a className="wide-button no-print" href={`/api/v1/public/fairs/${fair.id}/calendar.ics`} download="phien-viec-lam.ics">
        {t('fairsCalendar')}
      </a>
      <PhoneLine office={fair.organisationName} phone={fair.phone} />
    </section>
  );
}
