import { useQueryClient } from '@tanstack/react-query';
import type { SupportOfCaseResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { SendScan } from '../send-scan';

const t = area('support', vi);

/** Which scans of the case prove a cost; one that is not there yet is sent from here and chosen at once. */
export function ScanChoice({
  caseId,
  scans,
  chosen,
  onChoose,
}: {
  caseId: string;
  scans: SupportOfCaseResponse['scans'];
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}) {
  const queries = useQueryClient();
  const sent = async (id: string) => {
    onChoose([...new Set([...chosen, id])]);
    await queries.invalidateQueries({ queryKey: ['case', caseId] });
  };
  return (
    <fieldset className="form-group scan-choice">
      <legend>{t('scans')}</legend>
      {scans.map(({ id, title, sentOn }) => (
        <label key={id} className="form-tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) => onChoose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />{' '}
          {t('scanLine', { title, day: formatDay(sentOn) })}
        </label>
      ))}
      <div>
        <SendScan caseId={caseId} guard="RECEIPT" title={t('receiptScan')} onSent={sent} />
      </div>
    </fieldset>
  );
}
