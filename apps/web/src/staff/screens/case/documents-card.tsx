import type { CaseResponse, DocumentRequest } from '../../../api/schema';
import { area } from '../../../language/words';
import vi from '../../../language/vi/documents.json';
import { DocumentButton } from '../../parts/document-button';
import { useMe } from '../../session/me';

const t = area('documents', vi);
const KINDS: Readonly<Record<string, readonly DocumentRequest['kind'][]>> = {
  centre_staff: ['REFERRAL', 'RETURN_COMMITMENT'],
  agency_clerk: ['RETURN_COMMITMENT'],
};

/** Documents made from the case; a contract concluded directly has the commune's confirmation as well. */
export function DocumentsCard({ file }: { file: CaseResponse }) {
  const { role } = useMe();
  const direct = role === 'centre_staff' && file.legalForm === 'DIRECT' ? (['COMMUNE_CONFIRMATION'] as const) : [];
  const kinds = [...(KINDS[role] ?? []), ...direct];
  if (kinds.length === 0) return null;
  return (
    <section className="sheet card no-print" aria-labelledby="documents-title">
      <h2 id="documents-title">{t('title')}</h2>
      <div className="choice-line">
        {kinds.map((kind) => (
          <DocumentButton key={kind} kind={kind} caseIds={[file.id]} />
        ))}
      </div>
    </section>
  );
}
