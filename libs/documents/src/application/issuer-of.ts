import type { Tx } from '@app/platform';
import type { Issuer } from '../domain/document-kinds';
import { DocumentRows } from '../persistence/document-rows';

/** Bodies above an office, as its letter head names them. */
const SUPERIORS: Readonly<Record<string, string>> = { employment_service_centre: 'Sở Nội vụ' };

/** Who issues a paper of this office, and the day of its date line. */
export async function issuerOf(tx: Tx, organisationId: string | null, otherwise = '……'): Promise<{ issuer: Issuer; today: string }> {
  const office = await DocumentRows.issuer(tx, organisationId);
  const issuer: Issuer = {
    name: office?.name ?? otherwise,
    superior: SUPERIORS[office?.kind ?? ''] ?? null,
    place: (office?.place ?? '').replace(/^(Tỉnh|Thành phố)\s+/i, '') || '……',
    symbol: office?.key ?? '……',
  };
  return { issuer, today: office?.today ?? '' };
}
