import { useState } from 'react';
import type { EventAnswer } from '../../../api/schema';
import { familyName } from '../../../language/codes';
import { formatDay, formatMoment } from '../../../language/format';
import { visitOutcomeName, visitPurposeName } from '../../../language/people';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { ListState } from '../../parts/list-state';
import { useCaseAlerts, useTimeline, useVisits } from './case-reads';
import { CorrectEvent } from './correct-event';
import { EventDetail } from './event-detail';
import { type TimelineEntry, timelineEntries } from './timeline-entries';

const t = area('case', vi);
const FEW = 12;

interface Rights {
  readonly mayCorrect: boolean;
  readonly maySeeVisits: boolean;
}

/** History only: what is to be done stands in the box above. */
export function Timeline({ caseId, version, rights, whole = false }: { caseId: string; version: number; rights: Rights; whole?: boolean }) {
  const events = useTimeline(caseId);
  const { data: alerts = [] } = useCaseAlerts(caseId);
  const { data: visits = [] } = useVisits(caseId, rights.maySeeVisits);
  const [all, setAll] = useState(whole);
  const [correcting, setCorrecting] = useState<EventAnswer>();
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">
        {t('timeline')} <span className="quiet small">{t('newestFirst')}</span>
      </h2>
      <ListState query={events} rows={8}>
        {(list) => {
          const entries = timelineEntries(list, alerts, visits);
          const shown = all ? entries : entries.slice(0, FEW);
          return (
            <>
              <ol className="timeline">
                {shown.map((entry) => (
                  <Entry
                    key={entry.key}
                    entry={entry}
                    first={entry.from === 'event' && entry.event.id === list[0]?.id}
                    onCorrect={rights.mayCorrect ? setCorrecting : undefined}
                  />
                ))}
              </ol>
              {entries.length > shown.length && (
                <button type="button" className="plain-button no-print" onClick={() => setAll(true)}>
                  {t('showMore', { rows: entries.length - shown.length })}
                </button>
              )}
            </>
          );
        }}
      </ListState>
      {correcting && <CorrectEvent caseId={caseId} version={version} event={correcting} onClose={() => setCorrecting(undefined)} />}
    </section>
  );
}

function Entry({ entry, first, onCorrect }: { entry: TimelineEntry; first: boolean; onCorrect?: (event: EventAnswer) => void }) {
  if (entry.from === 'alert')
    return (
      <li className="timeline-entry">
        <time dateTime={entry.on}>{formatDay(entry.on)}</time>
        <div>
          <p>{t('alertRaised', { why: entry.alert.why })}</p>
          <p className="quiet small">{t('bySystem', { rule: familyName(entry.alert.family) })}</p>
        </div>
      </li>
    );
  if (entry.from === 'visit')
    return (
      <li className="timeline-entry">
        <time dateTime={entry.on}>{formatDay(entry.on)}</time>
        <div>
          <p>
            {t('visited', { purpose: visitPurposeName(entry.visit.purpose), outcome: visitOutcomeName(entry.visit.outcome) })}
            {entry.visit.promisedOn && <> · {t('promised', { day: formatDay(entry.visit.promisedOn) })}</>}
          </p>
          {entry.visit.note && <p>{entry.visit.note}</p>}
          <p className="quiet small">{t('visitedBy', { who: entry.visit.visitors, moment: formatMoment(entry.visit.recordedAt) })}</p>
        </div>
      </li>
    );
  const { event, correction } = entry;
  const withdrawn = correction?.detail.withdrawn === true;
  return (
    <li className="timeline-entry">
      <time dateTime={entry.on}>{correction ? <s>{formatDay(entry.on)}</s> : formatDay(entry.on)}</time>
      <div>
        <p>{correction ? <s>{event.title}</s> : <strong>{event.title}</strong>}</p>
        <EventDetail detail={event.detail} struck={Boolean(correction)} />
        {correction && (
          <div className="correction">
            <p>
              {withdrawn ? t('correctedAway') : t('correctedTo', { day: formatDay(correction.effectiveOn) })}{' '}
              {t('because', { reason: (correction.detail.correctionReason as string | undefined) ?? '' })}
            </p>
            {!withdrawn && <EventDetail detail={correction.detail} struck={false} />}
            <p className="quiet small">{learnt(correction)}</p>
          </div>
        )}
        <p className="quiet small">
          {learnt(event)}
          {event.proof === 'unproven' && ` · ${t('unproven')}`}
          {event.proof === 'documented' && ` · ${t('documented')}`}
        </p>
      </div>
      {onCorrect && !correction && !first && (
        <button
          type="button"
          className="link-button no-print"
          aria-label={t('correctWhat', { title: event.title })}
          onClick={() => onCorrect(event)}
        >
          {t('correct')}
        </button>
      )}
    </li>
  );
}

function learnt({ accountName, organisationName, recordedAt, batchId }: EventAnswer): string {
  const who = [accountName, organisationName].filter(Boolean).join(', ') || t(batchId ? 'byFile' : 'byRegister');
  return t('learnt', { moment: formatMoment(recordedAt), who });
}
