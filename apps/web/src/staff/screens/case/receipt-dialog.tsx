import { type FormEvent, useState } from 'react';
import { call } from '../../../api/call';
import type { CaseResponse, ReceiptResponse } from '../../../api/schema';
import { formatMoment, formatPhone } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { DeedButton } from '../../parts/deed-button';
import { DialogSheet } from '../../parts/dialog-sheet';
import { useDeed } from '../../parts/use-deed';

const t = area('case', vi);

/** The paper a family looks its case up by. The PIN is told once and never again; a new paper ends the old one. */
export function ReceiptDialog({ file, onClose }: { file: CaseResponse; onClose: () => void }) {
  const [paper, setPaper] = useState<ReceiptResponse>();
  const deed = useDeed((_: void, key) => call('POST /api/v1/cases/{caseId}/receipt', { params: { caseId: file.id }, key }));
  const issue = async (event: FormEvent) => {
    event.preventDefault();
    setPaper(await deed.act());
  };
  return (
    <DialogSheet title={t('receipt')} onClose={onClose}>
      {paper ? (
        <div className="form-rows">
          <Paper paper={paper} />
          <div className="form-deeds no-print">
            <button type="button" className="main-button" autoFocus onClick={() => window.print()}>
              {t('printReceipt')}
            </button>
          </div>
        </div>
      ) : (
        <form className="form-rows" onSubmit={(event) => void issue(event)}>
          <p>{t('receiptText')}</p>
          <div className="form-deeds">
            <DeedButton word={t('issueReceipt')} deed={deed} />
          </div>
        </form>
      )}
    </DialogSheet>
  );
}

function Paper({ paper }: { paper: ReceiptResponse }) {
  const page = new URL(paper.page, location.origin).href;
  return (
    <article className="receipt-paper">
      <h3>{t('receiptTitle')}</h3>
      <p>{paper.office}</p>
      <dl className="facts">
        <dt>{t('fullName')}</dt>
        <dd>{paper.fullName}</dd>
        <dt>{t('receiptCode')}</dt>
        <dd className="receipt-big">{paper.caseCode}</dd>
        <dt>{t('receiptPin')}</dt>
        <dd className="receipt-big">{paper.pin}</dd>
        <dt>{t('receiptPage')}</dt>
        <dd>{page}</dd>
        {paper.phone && (
          <>
            <dt>{t('receiptPhone')}</dt>
            <dd>{formatPhone(paper.phone)}</dd>
          </>
        )}
        <dt>{t('receiptDay')}</dt>
        <dd>{formatMoment(paper.issuedAt)}</dd>
      </dl>
      <p className="small">{t('receiptKeep')}</p>
    </article>
  );
}
