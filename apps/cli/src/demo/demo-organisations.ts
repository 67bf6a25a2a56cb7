import type { Role } from '@app/kernel';
import type { OrganisationForm } from '@app/identity';
import type { DemoCommune } from './demo-people';

/** Keys of everything invented begin so: what does not is real, and a demo keeps away from it. */
export const DEMO_KEY = 'DEMO-';

export const DEMO_LOGINS = {
  centre: 'trungtam',
  department: 'sonoivu',
  secondOfficer: 'sonoivu-2',
  leader: 'lanhdao',
  bank: 'nganhang',
  administrator: 'quantri',
  agencies: ['dn-anphuc', 'dn-hoaban', 'dn-songda'],
  commune: (code: string) => `xa-${code}`,
} as const;

/** Communes without an address: their notices become letters that the centre prints. */
const WITHOUT_MAIL = 2;
/** Communes where two people work: one may hand over to the other. */
const WITH_TWO = 3;
const MAIL = 'benve-demo.example';

/** The invented offices of the demo province and three invented agencies, as a load file would bring them. */
export function demoOrganisations(communes: readonly DemoCommune[]): OrganisationForm[] {
  const account = (login: string, role: Role, name: string) => ({
    login,
    role,
    name,
    email: `${login}@${MAIL}`,
    communes: [],
  });
  const office = (
    form: Omit<OrganisationForm, 'aliases' | 'email'> & { aliases?: readonly string[] },
    mailbox: string,
  ): OrganisationForm => ({ aliases: [], ...form, email: `${mailbox}@${MAIL}` });
  return [
    office(
      {
        kind: 'department_of_home_affairs',
        key: `${DEMO_KEY}SNV-12`,
        name: 'Sở Nội vụ tỉnh Lai Châu (dữ liệu mẫu)',
        province: '12',
        accounts: [
          account(DEMO_LOGINS.department, 'department_officer', 'Chuyên viên Sở (mẫu)'),
          account(DEMO_LOGINS.secondOfficer, 'department_officer', 'Chuyên viên thứ hai (mẫu)'),
          account(DEMO_LOGINS.leader, 'leader', 'Lãnh đạo Sở (mẫu)'),
        ],
      },
      'sonoivu',
    ),
    office(
      {
        kind: 'employment_service_centre',
        key: `${DEMO_KEY}TTDVVL-12`,
        name: 'Trung tâm Dịch vụ việc làm tỉnh Lai Châu (dữ liệu mẫu)',
        phone: '0510000012',
        province: '12',
        accounts: [account(DEMO_LOGINS.centre, 'centre_staff', 'Cán bộ Trung tâm (mẫu)')],
      },
      'trungtam',
    ),
    office(
      {
        kind: 'bank_office',
        key: `${DEMO_KEY}NHCSXH-12`,
        name: 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh Lai Châu (dữ liệu mẫu)',
        province: '12',
        accounts: [account(DEMO_LOGINS.bank, 'bank_officer', 'Cán bộ tín dụng (mẫu)')],
      },
      'nganhang',
    ),
    ...(['An Phúc', 'Hoa Ban', 'Sông Đà'] as const).map((name, i) =>
      office(
        {
          kind: 'sending_agency',
          key: `${DEMO_KEY}DN-${i + 1}`,
          name: `Công ty Cổ phần Nhân lực ${name} (dữ liệu mẫu)`,
          aliases: [`${name} mẫu`],
          accounts: [account(DEMO_LOGINS.agencies[i]!, 'agency_clerk', `Nhân viên ${name} (mẫu)`)],
        },
        DEMO_LOGINS.agencies[i]!,
      ),
    ),
    ...communes.map((commune, i): OrganisationForm => ({
      kind: 'commune_peoples_committee',
      key: `${DEMO_KEY}UBND-${commune.code}`,
      name: `UBND ${commune.name.charAt(0).toLowerCase()}${commune.name.slice(1)} (dữ liệu mẫu)`,
      province: '12',
      commune: commune.code,
      aliases: [],
      ...(i >= communes.length - WITHOUT_MAIL ? {} : { email: `xa-${commune.code}@${MAIL}` }),
      accounts: [
        account(DEMO_LOGINS.commune(commune.code), 'commune_officer', `Công chức ${commune.name} (mẫu)`),
        ...(i < WITH_TWO
          ? [account(`${DEMO_LOGINS.commune(commune.code)}-2`, 'commune_officer', `Công chức thứ hai ${commune.name} (mẫu)`)]
          : []),
      ],
    })),
  ];
}
