import { ApiProblem, call, newKey } from '../../../api/call';
import type { FamilyContactAnswer, WorkerResponse } from '../../../api/schema';
import { stageName } from '../../../language/codes';
import { formatDay } from '../../../language/format';
import { area, language } from '../../../language/words';
import vi from '../../../language/vi/commune-people.json';
import { CommunePapers } from '../../parts/commune-papers';
import { marketName } from '../../parts/question';
import { ReadState } from '../../parts/read-state';
import { shortName } from '../../parts/short-name';
import { VisitList } from '../../parts/visit-list';
import { Link } from '../../router';
import type { RouteValues } from '../../shell/routes';
import { readAgain, useRead } from '../../use-read';
import { allPeople } from '../people/people-screen';
import { PhoneLine } from './phone-line';

const t = area('commune-people', vi);

/** One person: what is known, numbers to call and to mend, what to do. */
export function Screen({ workerId = '' }: RouteValues) {
  const read = useRead(`person ${workerId}`, () => personOf(workerId));
  if (!read.value) return <ReadState read={read} />;
  const { worker, contacts, line, visits, file } = read.value;
  return (
    <article className="sheet">
      <h2 className="name">{worker.fullName}</h2>
      <p className="quiet">
        {[worker.birthDate && formatDay(worker.birthDate, worker.birthPrecision), worker.hamlet ?? worker.declaredPlace]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {line?.stage && (
        <p>
          <span className="stage">{stageName(line.stage)}</span> {marketName(line.market, language())}
          {line.contractEnd && ` · ${t('endsOn', { day: formatDay(line.contractEnd) })}`}
          {line.agencyName && ` · ${line.agencyName}`}
        </p>
      )}
      {file && <CommunePapers file={file} about={shortName(worker.fullName)} />}
      <h3>{t('familyPhones')}</h3>
      {contacts.map((contact) => (
        <PhoneLine
          key={contact.id}
          who={contact.kin ? `${contact.kin} · ${contact.fullName}` : contact.fullName}
          phone={contact.phone}
          former={contact.formerPhones}
          onSave={(phone) => saveContact(worker, contact, phone)}
        />
      ))}
      {contacts.length === 0 && <p className="quiet">{t('noContacts')}</p>}
      <h3>{t('ownPhones')}</h3>
      <PhoneLine
        who={t('worker')}
        phone={worker.phones[0] ?? null}
        former={worker.formerPhones}
        onSave={(phone) => saveOwn(worker, phone)}
      />
      {line?.caseCode && (
        <div className="deeds">
          <Link to={`/tham/${line.caseCode}`} className="main as-button">
            {t('recordVisit')}
          </Link>
          <Link to={`/hoi/${line.caseId ?? ''}`} className="second as-button">
            {t('askCentre')}
          </Link>
        </div>
      )}
      <VisitList visits={visits} />
    </article>
  );
}

async function personOf(workerId: string) {
  const params = { workerId };
  const [worker, { contacts }, { people }] = await Promise.all([
    call('GET /api/v1/workers/{workerId}', { params }),
    call('GET /api/v1/workers/{workerId}/contacts', { params }),
    allPeople(false),
  ]);
  const line = people.find((one) => one.workerId === workerId);
  if (!line?.caseId) return { worker, contacts, line, visits: [], file: undefined };
  const of = { params: { caseId: line.caseId } };
  const [{ visits }, file] = await Promise.all([call('GET /api/v1/cases/{caseId}/visits', of), call('GET /api/v1/cases/{caseId}', of)]);
  return { worker, contacts, line, visits, file };
}

/** Somebody else wrote meanwhile: the number goes onto what they left, nothing of theirs is lost. */
async function onNewest(workerId: string, save: (worker: WorkerResponse) => Promise<unknown>, worker: WorkerResponse): Promise<void> {
  try {
    await save(worker);
  } catch (error) {
    if (!(error instanceof ApiProblem && error.isStale)) throw error;
    await save(await call('GET /api/v1/workers/{workerId}', { params: { workerId } }));
  }
  readAgain();
}

const saveContact = (worker: WorkerResponse, contact: FamilyContactAnswer, phone: string) =>
  onNewest(
    worker.id,
    ({ version }) =>
      call('PUT /api/v1/workers/{workerId}/contacts/{contactId}', {
        params: { workerId: worker.id, contactId: contact.id },
        version,
        key: newKey(),
        body: {
          fullName: contact.fullName,
          kin: contact.kin ?? undefined,
          phone,
          communeCode: contact.communeCode ?? undefined,
          hamlet: contact.hamlet ?? undefined,
          consent: contact.consent,
        },
      }),
    worker,
  );

const saveOwn = (worker: WorkerResponse, phone: string) =>
  onNewest(
    worker.id,
    ({ version, phones }) =>
      call('PATCH /api/v1/workers/{workerId}', {
        params: { workerId: worker.id },
        version,
        key: newKey(),
        body: { phones: [phone, ...phones.slice(1)] },
      }),
    worker,
  );
