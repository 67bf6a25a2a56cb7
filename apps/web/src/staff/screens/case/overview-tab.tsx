import type { CaseResponse, WorkerResponse } from '../../../api/schema';
import { legalFormName } from '../../../language/codes';
import { daysBetween, formatDay } from '../../../language/format';
import { educationName } from '../../../language/people';
import { area } from '../../../language/words';
import vi from '../../../language/vi/case.json';
import { DaysLeft } from '../../parts/days-left';
import { HouseholdCard } from '../../parts/household-card';
import { useMarkets } from '../../parts/markets';
import { PhoneLink } from '../../parts/phone-link';
import { useMe } from '../../session/me';
import { CrossingsCard } from './crossings-card';
import { DocumentsCard } from './documents-card';
import { HomeWorkCard } from './home-work-card';
import { OfficerCard } from './officer-card';
import { OtherCases } from './history-tab';
import { Timeline } from './timeline';

const t = area('case', vi);

/** What somebody on the telephone needs: what happened, the contract, the family. */
export function OverviewTab({
  file,
  worker,
  rights,
}: {
  file: CaseResponse;
  worker: WorkerResponse;
  rights: { mayCorrect: boolean; maySeeVisits: boolean };
}) {
  const { role } = useMe();
  const maySeeHousehold = role === 'centre_staff';
  const home = file.returnedOn !== null && (role === 'centre_staff' || role === 'department_officer');
  return (
    <div className="overview">
      <div className="sheet card">
        <Timeline caseId={file.id} version={file.version} rights={rights} />
      </div>
      <div className="overview-side">
        {home && <HomeWorkCard file={file} />}
        <ContractCard file={file} />
        <CrossingsCard file={file} />
        <FamilyCard worker={worker} />
        <PersonCard worker={worker} />
        {maySeeHousehold && <HouseholdCard caseId={file.id} />}
        <OfficerCard caseId={file.id} />
        <DocumentsCard file={file} />
        <OtherCases file={file} />
      </div>
    </div>
  );
}

function ContractCard({ file }: { file: CaseResponse }) {
  const { nameOf } = useMarkets();
  const newest = file.contracts.filter(({ voided }) => !voided).at(-1);
  return (
    <section className="sheet card" aria-labelledby="contract-title">
      <h2 id="contract-title">{t('contract')}</h2>
      <dl className="facts">
        <dt>{t('agency')}</dt>
        <dd>{file.agencyName ?? t('noAgency')}</dd>
        <dt>{t('market')}</dt>
        <dd>{[nameOf(file.market), legalFormName(file.legalForm)].filter(Boolean).join(' · ') || '—'}</dd>
        <dt>{t('signedOn')}</dt>
        <dd>{formatDay(file.contractSignedOn) || '—'}</dd>
        <dt>{t('contractEnd')}</dt>
        <dd>
          <DaysLeft
            day={file.contractEnd}
            days={file.contractEnd && !file.returnedOn ? daysBetween(file.today, file.contractEnd) : null}
            soon={90}
          />
        </dd>
        {newest?.employer && (
          <>
            <dt>{t('employer')}</dt>
            <dd>{newest.employer}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function FamilyCard({ worker }: { worker: WorkerResponse }) {
  return (
    <section className="sheet card" aria-labelledby="family-title">
      <h2 id="family-title">{t('family')}</h2>
      {worker.contacts.length === 0 && <p className="quiet">{t('noContacts')}</p>}
      <ul className="plain-list">
        {worker.contacts.map(({ fullName, kin, phone }, at) => (
          <li key={at}>
            {[kin, fullName].filter(Boolean).join(': ')} {phone && <PhoneLink phone={phone} whose={fullName} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonCard({ worker }: { worker: WorkerResponse }) {
  const facts = [
    ['education', educationName(worker.education)],
    ['skill', worker.skill],
  ] as const;
  if (facts.every(([, value]) => !value)) return null;
  return (
    <section className="sheet card" aria-labelledby="person-title">
      <h2 id="person-title">{t('person')}</h2>
      <dl className="facts">
        {facts.map(
          ([word, value]) =>
            value && (
              <div key={word}>
                <dt>{t(word)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
