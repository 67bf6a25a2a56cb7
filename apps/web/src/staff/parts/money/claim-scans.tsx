import type { SupportClaimAnswer } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { FileLink } from '../file-link';

const t = area('support', vi);

/** Somebody still has to decide or pay. */
export const isOpen = ({ state }: Pick<SupportClaimAnswer, 'state'>): boolean => state === 'PENDING' || state === 'APPROVED';

/** The scans that prove a claim, opened from here; without any it says so as long as something is to be decided. */
export function ClaimScans({ claim }: { claim: SupportClaimAnswer }) {
  if (claim.scans.length === 0) return isOpen(claim) ? <div className="tone-soon small">{t('noScan')}</div> : null;
  return (
    <div className="scans">
      {claim.scans.map((scan) => (
        <FileLink key={scan.id} file={{ ...scan, sentAt: scan.sentOn }} of={t('scanOf', { item: claim.title, no: claim.receiptNo })} />
      ))}
    </div>
  );
}
