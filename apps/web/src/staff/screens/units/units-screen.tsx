import { useQuery } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { call } from '../../../api/call';
import { useAddress } from '../../parts/use-address';
import { textOf } from '../../parts/form-text';
import { PageHead } from '../../parts/page-head';
import { useMe } from '../../session/me';
import { UnitTimeline } from './unit-timeline';
import { UnitsFound } from './units-found';
import './units.css';
import { t } from './unit-words';

/** Communes by any name they ever had, and what became of each. The question stands in the address. */
export function Screen() {
  const me = useMe();
  const [{ ten = '', tinh, ma }, change] = useAddress();
  const provinces = useQuery({ queryKey: ['provinces'], staleTime: Infinity, queryFn: () => call('GET /api/v1/units/provinces') });
  const province = tinh ?? me.provinceCode ?? provinces.data?.provinces[0]?.code ?? '';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = textOf(new FormData(event.currentTarget), 'ten').trim();
    const code = /^\d{2,5}$/.test(words) ? words : undefined;
    change({ ten: words, ma: code });
  };
  return (
    <section className="units">
      <PageHead title={t('title')} note={t('note')} />
      <form key={ten} className="unit-question sheet" role="search" onSubmit={submit}>
        <label className="form-field">
          <span>{t('find')}</span>
          <input name="ten" type="search" className="plain-input" defaultValue={ten} placeholder={t('findHint')} />
        </label>
        <label className="form-field">
          <span>{t('province')}</span>
          <select className="plain-input" value={province} onChange={(event) => change({ tinh: event.target.value || undefined })}>
            {(provinces.data?.provinces ?? []).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="main-button">
          {t('findGo')}
        </button>
      </form>
      {!ten && !ma && <p className="list-empty">{t('start')}</p>}
      {ten && !/^\d+$/.test(ten) && province && <UnitsFound text={ten} province={province} onOpen={(code) => change({ ma: code })} />}
      {ma && <UnitTimeline code={ma} onOpen={(code) => change({ ma: code })} />}
    </section>
  );
}
