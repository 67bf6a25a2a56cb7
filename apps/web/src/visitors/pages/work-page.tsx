import { useState } from 'react';
import { call } from '../../api/call';
import type { MarketAnswer, PublicOpeningAnswer, PublicOrderAnswer } from '../../api/schema';
import { formatDay, formatNumber } from '../../language/format';
import { area } from '../../language/words';
import vi from '../../language/vi/visitors.json';
import { AnswerState } from '../parts/answer-state';
import { PhoneLine } from '../parts/phone-line';
import { useAnswer } from '../parts/use-answer';

const t = area('visitors', vi);
const asked = new URLSearchParams(location.search).get('tinh') ?? '';

interface Work {
  readonly openings: readonly PublicOpeningAnswer[];
  readonly orders: readonly PublicOrderAnswer[];
  readonly markets: readonly MarketAnswer[];
}

/** Who is looking for people: firms at home, for those who came back, and senders abroad. The province stands in the address, so that it can be sent. */
export function WorkPage() {
  const [province, setProvince] = useState(asked);
  const work = useAnswer(readWork);
  const choose = (code: string) => {
    setProvince(code);
    history.replaceState(null, '', code ? `?tinh=${code}` : location.pathname);
  };
  return (
    <>
      <p>{t('workHow')}</p>
      <AnswerState asked={work}>{(found) => <Offers work={found} province={province} onProvince={choose} />}</AnswerState>
    </>
  );
}

/** Everything at once: the two lists are drawn together, and nothing moves afterwards. */
async function readWork(): Promise<Work> {
  const [{ openings }, { orders }, { markets }] = await Promise.all([
    call('GET /api/v1/public/openings', { query: {} }),
    call('GET /api/v1/public/orders', { query: {} }),
    call('GET /api/v1/public/markets'),
  ]);
  return { openings, orders, markets };
}

function Offers({ work, province, onProvince }: { work: Work; province: string; onProvince: (code: string) => void }) {
  const provinces = new Map([...work.openings, ...work.orders].map((one) => [one.provinceCode, one.provinceName]));
  const here = (one: { provinceCode: string }) => !province || one.provinceCode === province;
  const openings = work.openings.filter(here);
  const orders = work.orders.filter(here);
  const offices = new Map(openings.map(({ office, phone }) => [office, phone]));
  const countryOf = (code: string) => work.markets.find((market) => market.code === code)?.name ?? code;
  return (
    <>
      {provinces.size > 1 && (
        <label className="cost-market no-print">
          {t('fairsProvince')}
          <select value={province} onChange={(event) => onProvince(event.target.value)}>
            <option value="">{t('fairsAnyProvince')}</option>
            {[...provinces].map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <h2 className="work-head">{t('workHome')}</h2>
      {openings.length === 0 && <p className="verdict verdict-unknown">{t('workHomeNone')}</p>}
      {[...offices].map(([office, phone]) => (
        <PhoneLine key={office} office={office} phone={phone} />
      ))}
      {openings.map((one) => (
        <Opening key={one.id} one={one} />
      ))}
      <h2 className="work-head">{t('workAbroad')}</h2>
      {orders.length === 0 && <p className="verdict verdict-unknown">{t('workAbroadNone')}</p>}
      {orders.map((one) => (
        <Order key={one.code} one={one} country={countryOf(one.market)} market={one.market} />
      ))}
    </>
  );
}

function Opening({ one }: { one: PublicOpeningAnswer }) {
  const wage = one.wageTo ? `${formatNumber(one.wageFrom)}–${formatNumber(one.wageTo)}` : formatNumber(one.wageFrom);
  return (
    <section className="found fair">
      <h3>{one.occupation}</h3>
      <p>{one.firm}</p>
      <p className="fair-day">{t('workWage', { wage })}</p>
      <p>{[one.place, one.communeName, one.provinceName].filter(Boolean).join(', ')}</p>
      {one.language && <p>{t('workLanguage', { language: t(`language.${one.language as 'KO'}`) })}</p>}
      <p className="quiet">{t('workFree', { free: formatNumber(one.free), day: formatDay(one.until) })}</p>
    </section>
  );
}

function Order({ one, country, market }: { one: PublicOrderAnswer; country: string; market: string }) {
  return (
    <section className="found fair">
      <h3>
        {one.title} – {country}
      </h3>
      <p>{one.agencyName}</p>
      {one.wage && (
        <p className="fair-day">
          {t('workWageAbroad', { wage: formatNumber(Number(one.wage)), currency: one.wageCurrency ?? '' })}
          {one.termMonths && ` · ${t('workMonths', { months: one.termMonths })}`}
        </p>
      )}
      <p>{[one.occupation, one.employer, one.workplace].filter(Boolean).join(' · ')}</p>
      {asksOf(one) && <p>{t('workAsks', { asks: asksOf(one) })}</p>}
      {one.conditions && <p>{one.conditions}</p>}
      <p className="quiet">
        {one.closesOn
          ? t('workFree', { free: formatNumber(one.free), day: formatDay(one.closesOn) })
          : t('workFreeOpen', { free: formatNumber(one.free) })}{' '}
        {t('workCode', { code: one.code })}
      </p>
      <p className="work-ways no-print">
        <a href={`/cong-khai/chi-phi?nuoc=${market}`}>{t('workCosts')}</a>
        <a href={`/cong-khai/doanh-nghiep?ten=${encodeURIComponent(one.agencyName)}`}>{t('workLicence')}</a>
      </p>
    </section>
  );
}

/** Age, sex, schooling and language, as far as the order says. */
function asksOf({ ageFrom, ageTo, sex, education, language }: PublicOrderAnswer): string {
  const age =
    ageFrom && ageTo
      ? t('workAge', { from: ageFrom, to: ageTo })
      : ageFrom
        ? t('workAgeFrom', { from: ageFrom })
        : ageTo && t('workAgeTo', { to: ageTo });
  return [age, sex && t(`sex.${sex as 'M'}`), education && t(`education.${education as 'PRIMARY'}`), language].filter(Boolean).join(', ');
}
