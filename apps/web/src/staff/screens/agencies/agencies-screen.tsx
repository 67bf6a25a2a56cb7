import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call';
import type { AgencyOverviewAnswer } from '../../../api/schema';
import { formatDay, formatNumber } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/agencies.json';
import { DialogSheet } from '../../parts/dialog-sheet';
import { ListState } from '../../parts/list-state';
import { dong } from '../../parts/money/dong';
import { PageHead } from '../../parts/page-head';
import { TableHead } from '../../parts/plain-table';
import { useAddress } from '../../parts/use-address';
import { useMe } from '../../session/me';
import { AgencyBranches } from './agency-branches';
import { AgencyClaims } from './agency-claims';
import { AgencyLicence } from './agency-licence';
import { AgencyRecruiting } from './agency-recruiting';
import './agencies.css';

const t = area('agencies', vi);
const LICENCE_TONES: Readonly<Record<string, string>> = {
  valid: '',
  suspended: 'chip chip-soon',
  withdrawn: 'chip chip-urgent',
  expired: 'chip chip-urgent',
  unknown: 'chip chip-soon',
};

/** Who sends people of the province: licence, cases, and whether questions get answered. Every number leads to its rows. */
export function Screen() {
  const { role } = useMe();
  const [{ dn }, setAddress] = useAddress();
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: async () => [...(await call('GET /api/v1/agencies', { query: { limit: 100 } })).agencies].sort((a, b) => b.cases - a.cases),
  });
  const open = agencies.data?.find(({ organisationId }) => organisationId === dn);
  return (
    <>
      <PageHead title={t('title')} count={agencies.data && formatNumber(agencies.data.length)} note={t('note')} />
      <ListState query={agencies} isEmpty={(list) => list.length === 0} empty={t('none')}>
        {(list) => (
          <div className="sheet table-scroll" tabIndex={0} role="region" aria-label={t('title')}>
            <table className="plain-table agency-table">
              <TableHead heads={(['name', 'licence', 'cases', 'abroad', 'openAlerts'] as const).map((column) => t(column))} />
              <tbody>
                {list.map((agency) => (
                  <AgencyRow key={agency.organisationId} agency={agency} onOpen={() => setAddress({ dn: agency.organisationId })} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </ListState>
      {open && (
        <DialogSheet title={open.name} onClose={() => setAddress({ dn: undefined })} wide>
          <AgencyLicence agency={open} mayChange={role === 'department_officer'} />
          <div className="form-rows">
            <AgencyBranches organisationId={open.organisationId} mayChange={role === 'department_officer'} />
            <AgencyRecruiting organisationId={open.organisationId} mayChange={role === 'department_officer'} />
            <AgencyClaims organisationId={open.organisationId} mayChange={role === 'department_officer'} />
          </div>
        </DialogSheet>
      )}
    </>
  );
}

function AgencyRow({ agency, onOpen }: { agency: AgencyOverviewAnswer; onOpen: () => void }) {
  const { organisationId, name, active, licence, licenceNumber, licenceSince, depositMissing, cases, abroad, openAlerts, overdueAnswers } =
    agency;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link-button" onClick={onOpen}>
          {name}
        </button>
        {!active && <span className="chip"> {t('inactive')}</span>}
      </th>
      <td>
        <span className={LICENCE_TONES[licence]}>{t(`licence.${licence as 'valid'}`)}</span>{' '}
        <span className="quiet">
          {licenceNumber}
          {licenceSince && ` · ${t('since', { day: formatDay(licenceSince) })}`}
        </span>
        {depositMissing === null && <div className="quiet small">{t('depositUnknown')}</div>}
        {depositMissing !== null && depositMissing > 0 && (
          <div className="tone-urgent small">{t('depositMissing', { amount: dong(depositMissing) })}</div>
        )}
      </td>
      <td className="figure">
        <Link to="/lao-dong" search={{ agencyId: organisationId } as never}>
          {formatNumber(cases)}
        </Link>
      </td>
      <td className="figure">{formatNumber(abroad)}</td>
      <td className="figure">
        {openAlerts > 0 ? (
          <Link to="/lao-dong" search={{ agencyId: organisationId, alerted: 'true' } as never}>
            {formatNumber(openAlerts)}
          </Link>
        ) : (
          '0'
        )}
        {overdueAnswers > 0 && <span className="tone-urgent"> {t('overdue', { alerts: overdueAnswers })}</span>}
      </td>
    </tr>
  );
}
