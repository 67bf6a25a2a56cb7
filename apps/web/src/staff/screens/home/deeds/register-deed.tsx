import { Link } from '@tanstack/react-router';
import { area } from '../../../../language/words';
import vi from '../../../../language/vi/queue.json';
import { useMe } from '../../../session/me';
import type { DeedProps } from './deeds';

const t = area('queue', vi);

/** What gives an agency the right to go on ends by what the register says: its page of the register, for offices; its contracts, for the agency. */
export function RegisterDeed({ row }: DeedProps) {
  const { role } = useMe();
  const office = role === 'centre_staff' || role === 'department_officer';
  return (
    <>
      <p>{t('endsByRegister')}</p>
      {office ? (
        <Link to="/doanh-nghiep" search={{ dn: String(row.detail.agencyId) } as never} className="main-button">
          {t('openRegister')}
        </Link>
      ) : (
        row.code === 'SUPPLY_END' && (
          <Link to="/don-hang" className="main-button">
            {t('openContracts')}
          </Link>
        )
      )}
    </>
  );
}
