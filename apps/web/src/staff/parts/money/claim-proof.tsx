import { useState } from 'react';
import { call } from '../../../api/call';
import type { SupportClaimAnswer, SupportOfCaseResponse } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/support.json';
import { DeedButton } from '../deed-button';
import { DialogSheet } from '../dialog-sheet';
import { tellDone } from '../notices';
import { useDeed } from '../use-deed';
import { ScanChoice } from './scan-choice';

const t = area('support', vi);

/** Says which scans prove a claim that was made by the number of its receipt. */
export function ClaimProof({
  claim,
  scans,
  onDone,
}: {
  claim: SupportClaimAnswer;
  scans: SupportOfCaseResponse['scans'];
  onDone: () => Promise<unknown>;
}) {
  const [chosen, setChosen] = useState<readonly string[]>();
  const { caseId, id: claimId } = claim;
  const deed = useDeed((fileIds: string[], key) =>
    call('POST /api/v1/cases/{caseId}/supports/{claimId}/scans', { params: { caseId, claimId }, body: { fileIds }, key }),
  );
  const what = { item: claim.title, no: claim.receiptNo };
  return (
    <>
      <button
        type="button"
        className="link-button no-print"
        aria-label={t('proveWhat', what)}
        onClick={() => setChosen(claim.scans.map(({ id }) => id))}
      >
        {t('prove')}
      </button>
      {chosen && (
        <DialogSheet title={t('proveWhat', what)} onClose={() => setChosen(undefined)}>
          <form
            className="form-rows"
            onSubmit={(event) => {
              event.preventDefault();
              void deed.act([...chosen]).then(async (done) => {
                if (!done) return;
                tellDone(t('proved'));
                setChosen(undefined);
                await onDone();
              });
            }}
          >
            {claim.state !== 'PENDING' && <p className="quiet">{t('proveMore')}</p>}
            <ScanChoice caseId={caseId} scans={scans} chosen={chosen} onChoose={setChosen} />
            <div className="form-deeds">
              <DeedButton word={t('prove')} deed={deed} />
            </div>
          </form>
        </DialogSheet>
      )}
    </>
  );
}
