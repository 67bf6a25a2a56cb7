import { Link } from '@tanstack/react-router';
import type { DepartureAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/departures.json';
import { guardName } from '../../../language/codes';
import { DaysLeft } from '../../parts/days-left';
import { useMarkets } from '../../parts/markets';

const t = area('departures', vi);
const FEW = 3;

export function DepartureRow({
  departure: { caseId, fullName, birthDate, communeName, market, agencyName, plannedExitOn, daysLeft, missing, remindedOn },
  chosen,
  onChoose,
}: {
  departure: DepartureAnswer;
  chosen: boolean;
  onChoose?: (on: boolean) => void;
}) {
  const { nameOf } = useMarkets();
  const about = [birthDate?.slice(0, 4), communeName, market && nameOf(market)].filter(Boolean).join(' · ');
  return (
    <tr>
      {onChoose && (
        <td>
          <input
            type="checkbox"
            checked={chosen}
            aria-label={t('chooseOne', { name: fullName })}
            onChange={(event) => onChoose(event.target.checked)}
          />
        </td>
      )}
      <th scope="row">
        <Link to="/ho-so/$caseId" params={{ caseId }} search={{ muc: 'giay-to' }}>
          {fullName}
        </Link>
        <div className="quiet small">{about}</div>
      </th>
      <td>
        <DaysLeft day={plannedExitOn} days={daysLeft} />
      </td>
      <td>{missing.length === 0 ? <span className="quiet">{t('complete')}</span> : <MissingPapers missing={missing} />}</td>
      <td>{agencyName ?? <span className="quiet">{t('noAgency')}</span>}</td>
      <td className="number">{remindedOn ? formatDay(remindedOn) : '—'}</td>
    </tr>
  );
}

/** The first few by name; the rest unfolds. */
function MissingPapers({ missing }: Pick<DepartureAnswer, 'missing'>) {
  const line = ({ guard, state }: DepartureAnswer['missing'][number]) => (
    <li key={guard}>
      {guardName(guard)} {state !== 'missing' && <span className="tone-soon small">{t(`state.${state as 'lapsed'}`)}</span>}
    </li>
  );
  return (
    <div className="missing-papers">
      <ul>{missing.slice(0, FEW).map(line)}</ul>
      {missing.length > FEW && (
        <details>
          <summary>{t('more', { count: missing.length - FEW })}</summary>
          <ul>{missing.slice(FEW).map(line)}</ul>
        </details>
      )}
    </div>
  );
}
