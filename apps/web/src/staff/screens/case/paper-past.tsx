import type { CaseResponse, ShownPaperAnswer } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { area } from '../../../language/words';
import vi from '../../../language/vi/papers.json';

const t = area('papers', vi);

/** Every report of every paper, newest first: what was shown before what counts now, by whom. */
export function PaperPast({ file, shown }: { file: CaseResponse; shown: readonly ShownPaperAnswer[] }) {
  if (shown.length === 0) return null;
  const titles = new Map(file.papers.map(({ guard, title }) => [guard, title]));
  return (
    <details className="paper-past">
      <summary>{t('past', { reports: shown.length })}</summary>
      <ul>
        {shown.map((one) => (
          <li key={one.eventId} className={one.corrected ? 'quiet' : ''}>
            <span>{capital(titles.get(one.guard) ?? one.guard)}</span>
            {one.reference && <span> · {one.reference}</span>}
            {one.on && <span> · {formatDay(one.on)}</span>}
            {one.validUntil && <span> · {t('until', { day: formatDay(one.validUntil) })}</span>}
            {one.issuer && <span> · {one.issuer}</span>}
            <span className="quiet">
              {' · '}
              {[formatDay(one.recordedAt.slice(0, 10)), one.recordedBy ?? one.organisationName].filter(Boolean).join(', ')}
            </span>
            {one.corrected && <span> · {t('corrected')}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
