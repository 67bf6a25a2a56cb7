import { localDate, newId, parseCitizenId, type Actor, type LocalDate, type Role } from '@app/kernel';
import { type CaseRecord, type Milestone, OpenCasesInBulk } from '@app/casework';
import { RegisterWorkersInBulk, type WorkerRecord } from '@app/workers';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

export const TODAY = '2026-11-22';
export const day = (text: string): LocalDate => localDate(text);

/** Offices of Lai Châu (12) and Lào Cai (15), two agencies, a bank office. */
export const OFFICE = {
  centre: '00000000-0000-7000-8000-00000000c012',
  department: '00000000-0000-7000-8000-00000000d012',
  centreElsewhere: '00000000-0000-7000-8000-00000000c015',
  agency: '00000000-0000-7000-8000-0000000000a1',
  otherAgency: '00000000-0000-7000-8000-0000000000a2',
  bank: '00000000-0000-7000-8000-0000000000b1',
  commune: '00000000-0000-7000-8000-0000000000e1',
};

function actor(role: Role, organisationId: string, scope: Actor['scope']): Actor {
  return { accountId: organisationId.replace(/^0{8}/, '00000001'), login: `${role}-test`, role, organisationId, scope };
}
export const CENTRE = actor('centre_staff', OFFICE.centre, { kind: 'province', province: '12' });
export const DEPARTMENT = actor('department_officer', OFFICE.department, { kind: 'province', province: '12' });
export const ELSEWHERE = actor('centre_staff', OFFICE.centreElsewhere, { kind: 'province', province: '15' });
export const AGENCY = actor('agency_clerk', OFFICE.agency, { kind: 'agency', agencyId: OFFICE.agency });
export const OTHER_AGENCY = actor('agency_clerk', OFFICE.otherAgency, { kind: 'agency', agencyId: OFFICE.otherAgency });
export const BANK = actor('bank_officer', OFFICE.bank, { kind: 'bank', bankId: OFFICE.bank });
export const COMMUNE = actor('commune_officer', OFFICE.commune, {
  kind: 'commune',
  province: '12',
  communes: ['03390'],
});

export async function openDatabase(): Promise<TestDatabase> {
  const db = await createTestDatabase({ today: TODAY });
  await db.sql(
    `insert into organisation (id, kind, key, name, name_key, province_code)
     values ($1, 'employment_service_centre', 'C12', 'Trung tâm 12', 'trung tam 12', '12'), ($2, 'department_of_home_affairs', 'D12', 'Sở 12', 'so 12', '12'),
       ($3, 'employment_service_centre', 'C15', 'Trung tâm 15', 'trung tam 15', '15'), ($4, 'sending_agency', 'BV', 'Công ty CP Nhân lực Ba Vòng (thử nghiệm)', 'cong ty cp nhan luc ba vong', null),
       ($5, 'sending_agency', 'SK', 'Công ty TNHH Phái cử Sao Khuê Mới (thử nghiệm)', 'cong ty tnhh phai cu sao khue moi', null), ($6, 'bank_office', 'B12', 'Phòng giao dịch 12', 'phong giao dich 12', '12'),
       ($7, 'commune_peoples_committee', 'X03390', 'UBND xã Bình Lư', 'ubnd xa binh lu', '12')`,
    [OFFICE.centre, OFFICE.department, OFFICE.centreElsewhere, OFFICE.agency, OFFICE.otherAgency, OFFICE.bank, OFFICE.commune],
  );
  await db.sql(
    `insert into policy_rule (key, market, value, valid, basis, certain, entered_by)
     values ('orientation.certificate_months', '*', '24', '[2015-01-01,)', 'test', true, 'test'), ('privacy.reveals_per_hour', '*', '3', '[2015-01-01,)', 'test', true, 'test'),
       ('stay.rule', '*', '{"graceDays": 0, "defaultStayDays": 30}', '[2015-01-01,)', 'test', true, 'test'), ('stay.rule', 'JP', '{"graceDays": 10, "defaultStayDays": 20}', '[2015-01-01,)', 'test', true, 'test'),
       ('alert.SUSPECTED_OVERSTAY', '*', '{"family": "SUSPECTED_OVERSTAY", "rung": 9, "estimatedOffsetDays": 7}', '[2015-01-01,)', 'test', true, 'test')`,
  );
  return db;
}

/** A synthetic number: old place code 012, sex digit 0, year 90, serial above what a province has given out. */
export function numberOf(serial: number) {
  return parseCitizenId(`0120909${String(serial).padStart(5, '0')}`)!;
}

export function person(serial: number, more: Partial<WorkerRecord> = {}): WorkerRecord {
  return {
    fullName: `Lò Văn Mẫu ${String.fromCharCode(65 + (serial % 26))}`,
    citizenId: numberOf(serial),
    birthDate: day('1990-05-27'),
    birthPrecision: 'YMD',
    sex: 'M',
    residence: { provinceCode: '12', communeCode: '03390' },
    ...more,
  };
}

export async function registerPeople(db: TestDatabase, people: readonly WorkerRecord[], as: Actor = CENTRE): Promise<string[]> {
  const results = await db.api.run(as, (tx) => new RegisterWorkersInBulk(db.seal).apply(tx, people));
  return results.map((result) => result.workerId!);
}

let serial = 1000;
/** A person with one case that holds the given facts; ids of both. */
export async function caseOf(
  db: TestDatabase,
  milestones: readonly Milestone[],
  more: Partial<CaseRecord> & { who?: Partial<WorkerRecord> } = {},
): Promise<{ workerId: string; caseId: string; code: string }> {
  const { who, ...record } = more;
  const workerId = record.workerId ?? (await registerPeople(db, [person(serial++, who)]))[0]!;
  const [opened] = await db.api.run(CENTRE, (tx) =>
    new OpenCasesInBulk().apply(tx, [
      {
        workerId,
        provinceCode: '12',
        communeCode: '03390',
        agencyId: OFFICE.agency,
        market: 'JP',
        legalForm: 'SERVICE',
        milestones,
        requestId: newId(),
        ...record,
      },
    ]),
  );
  if (!opened?.caseId) throw new Error(`case was not opened: ${opened?.refusal?.code}`);
  return { workerId, caseId: opened.caseId, code: opened.caseCode! };
}

export const SIGNED: Milestone = { kind: 'CONTRACT_SIGNED', effectiveOn: day('2023-01-10') };
export const DEPARTED: Milestone = {
  kind: 'DEPARTED',
  effectiveOn: day('2023-03-01'),
  contract: { kind: 'employment', startsOn: day('2023-03-02'), endsOn: day('2026-03-01'), employer: 'Cty Mẫu' },
};
export const RETURNED: Milestone = {
  kind: 'RETURNED',
  effectiveOn: day('2026-03-05'),
  detail: { returnType: 'COMPLETED' },
};
