import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { FittingOpeningAnswer, ReturneeResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/placement.json';
import { useMarkets } from '../../parts/markets';
import { tellDone } from '../../parts/notices';
import { useDeed } from '../../parts/use-deed';
import { wageText } from '../../parts/placement/wage-text';

const t = area('placement', vi);

/** Openings with a free place, what fits best on top, each with its reasons in words. */
export function FittingOpenings({ desk, writes }: { desk: ReturneeResponse; writes: boolean }) {
  const queries = useQueryClient();
  const deed = useDeed((opening: FittingOpeningAnswer, key) =>
    call('POST /api/v1/placement/openings/{openingId}/referrals', {
      params: { openingId: opening.id },
      body: { workerId: desk.person.workerId },
      key,
    }),
  );
  const refer = async (opening: FittingOpeningAnswer) => {
    if (!(await deed.act(opening))) return;
    tellDone(t('referred', { name: desk.person.fullName, firm: opening.firm }));
    await queries.invalidateQueries({ queryKey: ['placement'] });
  };
  return (
    <section className="sheet card" aria-labelledby="fitting-title">
      <h2 id="fitting-title">{t('fitting')}</h2>
      {deed.problem && (
        <p role="alert" className="fault">
          {deed.problem}
        </p>
      )}
      {desk.openings.length === 0 && (
        <p className="quiet">
          {t('noOpenings')} <Link to={'/viec-tuyen' as never}>{t('openings')}</Link>
        </p>
      )}
      <ul className="fitting-list">
        {desk.openings.map((one) => (
          <li key={one.id}>
            <div>
              <p className="fitting-work">
                <strong>{one.occupation}</strong> · {one.firm}
              </p>
              <p>
                {[wageText(one), one.communeName ?? one.place, t('placesLeft', { free: one.places - one.taken, places: one.places })].join(
                  ' · ',
                )}
                <span className="quiet"> · {t('untilDay', { day: formatDay(one.until) })}</span>
              </p>
              <Why opening={one} desk={desk} />
            </div>
            {writes && (
              <button type="button" className="main-button" disabled={deed.busy} onClick={() => void refer(one)}>
                {t('refer')}
                <span className="visually-hidden"> {t('referWhere', { occupation: one.occupation, firm: one.firm })}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why it fits, in words; what speaks against it below, never hidden. */
function Why({ opening, desk }: { opening: FittingOpeningAnswer; desk: ReturneeResponse }) {
  const markets = useMarkets();
  const { fit } = opening;
  const language = opening.language ? t(`language.${opening.language as 'KO'}`) : '';
  const facts = {
    trade: fit.trade ?? '',
    asked: opening.occupation,
    language,
    country: markets.nameOf(desk.person.market),
    commune: opening.communeName ?? '',
    own: desk.person.communeName ?? '',
  };
  const yes = fit.fits.map((point) => t(point === 'LANGUAGE' && fit.languageGuessed ? 'fits.GUESSED' : `fits.${point as 'TRADE'}`, facts));
  const no = fit.misses.map((point) => t(`misses.${point as 'TRADE'}`, facts));
  return (
    <>
      {yes.length > 0 && (
        <p className="fit-yes">
          <span aria-hidden="true">✓ </span>
          {t('fitsBecause', { why: yes.join('; ') })}
        </p>
      )}
      {no.length > 0 && <p className="quiet">{t('but', { why: no.join('; ') })}</p>}
      {yes.length === 0 && no.length === 0 && <p className="quiet">{t('nothingToCompare')}</p>}
    </>
  );
}
