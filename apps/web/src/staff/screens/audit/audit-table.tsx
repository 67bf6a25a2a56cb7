import type { AuditAnswer } from '../../../api/schema';
import { formatMoment } from '../../../language/format';
import { deedName, subjectName, t } from './audit-words';
import { PlainTable } from '../../parts/plain-table';

/** Deeds, newest first. A person or a record pressed narrows the list to it. */
export function AuditTable({
  entries,
  onSubject,
  onPerson,
}: {
  entries: readonly AuditAnswer[];
  onSubject: (id: string) => void;
  onPerson: (login: string) => void;
}) {
  return (
    <PlainTable
      label={t('title')}
      name="audit-table"
      heads={(['columnAt', 'columnWho', 'columnDeed', 'columnSubject', 'columnDetail'] as const).map((word) => t(word))}
    >
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td className="number">{formatMoment(entry.at)}</td>
          <td>
            {entry.login.startsWith('system') ? (
              <span className="quiet">{t('system')}</span>
            ) : (
              <button type="button" className="link-button" onClick={() => onPerson(entry.login)}>
                {entry.displayName ?? entry.login}
              </button>
            )}
          </td>
          <td>{deedName(entry.action)}</td>
          <td>
            {subjectName(entry.subjectKind)}
            {entry.subjectId && (
              <button type="button" className="link-button small" title={t('onlyThis')} onClick={() => onSubject(entry.subjectId!)}>
                {entry.subjectId.length > 14 ? `…${entry.subjectId.slice(-8)}` : entry.subjectId}
              </button>
            )}
          </td>
          <td className="small audit-detail">{detailText(entry.detail)}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

/** Codes and field names only: "from → to" where the deed says both. */
function detailText(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}
