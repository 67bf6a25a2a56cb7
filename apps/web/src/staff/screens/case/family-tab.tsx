import { useState } from 'react';
import type { FamilyContactAnswer, WorkerResponse } from '../../../api/schema';
import { formatDay } from '../../../language/format';
import { visitOutcomeName, visitPurposeName } from '../../../language/people';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { ListState } from '../../parts/list-state';
import { PhoneLink } from '../../parts/phone-link';
import { VisitPictures } from '../../parts/visit-pictures';
import { useContacts, useVisits } from './case-reads';
import { ContactForm } from './contact-form';
import { RelativesCard } from './relatives-card';

const t = area('case', vi);

/** Whom to call at home, and every visit to the family. */
export function FamilyTab({ worker, caseId, maySeeVisits }: { worker: WorkerResponse; caseId: string; maySeeVisits: boolean }) {
  const contacts = useContacts(worker.id);
  const [editing, setEditing] = useState<FamilyContactAnswer | 'new'>();
  return (
    <>
      <section className="sheet card" aria-labelledby="contacts-title">
        <header className="card-head">
          <h2 id="contacts-title">{t('contacts')}</h2>
          <button type="button" className="plain-button no-print" onClick={() => setEditing('new')}>
            {t('addContact')}
          </button>
        </header>
        <ListState query={contacts} rows={2} isEmpty={(list) => list.length === 0} empty={t('noContacts')}>
          {(list) => (
            <ul className="contact-list">
              {list.map((contact) => (
                <li key={contact.id}>
                  <div>
                    <strong>{contact.fullName}</strong>
                    {contact.kin && <span className="quiet"> ({contact.kin})</span>}
                    {contact.hamlet && <span className="quiet"> · {contact.hamlet}</span>}
                    <p className="quiet small">{t(contact.consent ? 'consented' : 'notConsented')}</p>
                  </div>
                  {contact.phone ? (
                    <PhoneLink phone={contact.phone} whose={contact.fullName} />
                  ) : (
                    <span className="quiet">{t('noPhone')}</span>
                  )}
                  <button
                    type="button"
                    className="plain-button no-print"
                    aria-label={t('editContact', { name: contact.fullName })}
                    onClick={() => setEditing(contact)}
                  >
                    {t('edit')}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </ListState>
      </section>
      <RelativesCard workerId={worker.id} />
      {maySeeVisits && <Visits caseId={caseId} />}
      {editing && <ContactForm worker={worker} contact={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}

function Visits({ caseId }: { caseId: string }) {
  const visits = useVisits(caseId, true);
  return (
    <section className="sheet card" aria-labelledby="visits-title">
      <h2 id="visits-title">{t('visits')}</h2>
      <ListState query={visits} rows={2} isEmpty={(list) => list.length === 0} empty={t('noVisits')}>
        {(list) => (
          <ol className="timeline">
            {[...list].reverse().map((visit) => (
              <li key={visit.id} className="timeline-entry">
                <time dateTime={visit.visitedOn}>{formatDay(visit.visitedOn)}</time>
                <div>
                  <p>
                    {visitPurposeName(visit.purpose)}: <strong>{visitOutcomeName(visit.outcome)}</strong>
                  </p>
                  {visit.note && <p>{visit.note}</p>}
                  <VisitPictures caseId={caseId} visitId={visit.id} />
                  <p className="quiet small">
                    {[
                      visit.visitors,
                      visit.promisedOn && t('promised', { day: formatDay(visit.promisedOn) }),
                      visit.nextVisitOn && t('nextVisit', { day: formatDay(visit.nextVisitOn) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ol>
        )}
      </ListState>
    </section>
  );
}
