import { Answered } from './answered';

export class AccountAnswer {
  @Answered('id') id: string;
  @Answered('text') login: string;
  @Answered('text') displayName: string;
  @Answered('text') role: string;
  @Answered('id', { empty: true }) organisationId: string | null;
  @Answered('text', { empty: true }) organisationName: string | null;
  @Answered('text', { list: true }) communes: string[];
  @Answered('text', { empty: true }) email: string | null;
  @Answered('text') state: string;
  @Answered('moment', { empty: true }) lastSignInAt: Date | null;
  @Answered('moment', { empty: true }) linkUntil: Date | null;
}

export class AccountListResponse {
  @Answered(() => AccountAnswer, { list: true }) accounts: AccountAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class AccountCreatedResponse {
  @Answered('id') accountId: string;
  @Answered('text') login: string;
  @Answered('text') link: string;
}

export class BulkAccountAnswer {
  @Answered('whole') row: number;
  @Answered('text') login: string;
  @Answered('text') verdict: string;
  @Answered('text', { empty: true }) code: string | null;
  @Answered('text', { empty: true }) message: string | null;
  @Answered('text', { empty: true }) link: string | null;
}

export class BulkAccountsResponse {
  @Answered('whole') created: number;
  @Answered('whole') refused: number;
  @Answered(() => BulkAccountAnswer, { list: true }) rows: BulkAccountAnswer[];
}

export class LinkResponse {
  @Answered('text') login: string;
  @Answered('text') link: string;
}

export class LoginResponse {
  @Answered('text') login: string;
}

export class AuditAnswer {
  @Answered('whole') id: number;
  @Answered('moment') at: Date;
  @Answered('text') login: string;
  @Answered('text', { empty: true }) displayName: string | null;
  @Answered('id', { empty: true }) organisationId: string | null;
  @Answered('text', { empty: true }) organisationName: string | null;
  @Answered('text') action: string;
  @Answered('text') subjectKind: string;
  @Answered('text', { empty: true }) subjectId: string | null;
  @Answered('object') detail: Record<string, unknown>;
}

export class AuditListResponse {
  @Answered(() => AuditAnswer, { list: true }) entries: AuditAnswer[];
  @Answered('whole', { absent: true }) next?: number;
}

export class OrganisationAnswer {
  @Answered('id') id: string;
  @Answered('text') kind: string;
  @Answered('text') key: string;
  @Answered('text') name: string;
  @Answered('text', { empty: true }) provinceCode: string | null;
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('text', { empty: true }) email: string | null;
  @Answered('text', { empty: true }) phone: string | null;
  @Answered('flag') active: boolean;
}

export class OrganisationListResponse {
  @Answered(() => OrganisationAnswer, { list: true }) organisations: OrganisationAnswer[];
  @Answered('text', { absent: true }) next?: string;
}

export class PolicyAnswer {
  @Answered('whole') id: number;
  @Answered('text') key: string;
  @Answered('text') market: string;
  @Answered('any') value: unknown;
  @Answered('text') basis: string;
  @Answered('flag') certain: boolean;
  @Answered('day') from: string;
  @Answered('day', { empty: true }) until: string | null;
  @Answered('text') note: string;
  @Answered('text') enteredBy: string;
  @Answered('text', { empty: true }) approvedBy: string | null;
}

export class PolicyListResponse {
  @Answered(() => PolicyAnswer, { list: true }) rules: PolicyAnswer[];
  @Answered('whole', { absent: true }) next?: number;
}

export class ProposedRuleAnswer {
  @Answered('text') key: string;
  @Answered('text') market: string;
  @Answered('any') value: unknown;
  @Answered('day') from: string;
  @Answered('text') basis: string;
  @Answered('flag') certain: boolean;
  @Answered('text') note: string;
}

export class PolicyProposalAnswer {
  @Answered('id') id: string;
  @Answered(() => ProposedRuleAnswer, { list: true }) rules: ProposedRuleAnswer[];
  @Answered('text') proposedBy: string;
  @Answered('moment') proposedAt: Date;
  @Answered('text', { empty: true }) approvedBy: string | null;
  @Answered('moment', { empty: true }) approvedAt: Date | null;
}

export class PolicyProposalListResponse {
  @Answered(() => PolicyProposalAnswer, { list: true }) proposals: PolicyProposalAnswer[];
}

export class PolicyProposedResponse {
  @Answered('id') proposalId: string;
  @Answered('whole') rules: number;
  @Answered('whole') unchanged: number;
}

export class PolicyApprovedResponse {
  @Answered('id') proposalId: string;
  @Answered('whole') rules: number;
}

export class TrialOfRuleAnswer {
  @Answered('text') rule: string;
  @Answered('whole') opens: number;
  @Answered('whole') closes: number;
}

export class TrialOfCommuneAnswer {
  @Answered('text', { empty: true }) communeCode: string | null;
  @Answered('whole') opens: number;
  @Answered('whole') closes: number;
}

export class RuleTrialResponse {
  @Answered('day') asOf: string;
  @Answered('whole') opens: number;
  @Answered('whole') closes: number;
  @Answered('whole') communes: number;
  @Answered(() => TrialOfRuleAnswer, { list: true }) byRule: TrialOfRuleAnswer[];
  @Answered(() => TrialOfCommuneAnswer, { list: true }) byCommune: TrialOfCommuneAnswer[];
  @Answered('text', { list: true }) examples: string[];
}

export class SweepAnswer {
  @Answered('text') sweep: string;
  @Answered('day') businessDay: string;
  @Answered('text') state: string;
  @Answered('moment') startedAt: Date;
  @Answered('moment', { empty: true }) finishedAt: Date | null;
  @Answered('text', { empty: true }) error: string | null;
  @Answered('whole', { empty: true, absent: true }) examined?: number | null;
  @Answered('whole', { empty: true, absent: true }) raised?: number | null;
  @Answered('whole', { empty: true, absent: true }) existing?: number | null;
  @Answered('whole', { empty: true, absent: true }) closed?: number | null;
  @Answered('whole', { empty: true, absent: true }) notices?: number | null;
  @Answered('whole', { empty: true, absent: true }) ms?: number | null;
}

export class SweepListResponse {
  @Answered(() => SweepAnswer, { list: true }) runs: SweepAnswer[];
}

export class ApiKeyAnswer {
  @Answered('id') id: string;
  @Answered('text') label: string;
  @Answered('text') kind: string;
  @Answered('moment') createdAt: Date;
  @Answered('moment', { empty: true }) lastUsedAt: Date | null;
  @Answered('moment', { empty: true }) revokedAt: Date | null;
  @Answered('moment') expiresAt: Date;
}

export class ApiKeyListResponse {
  @Answered(() => ApiKeyAnswer, { list: true }) keys: ApiKeyAnswer[];
}

export class ApiKeyCreatedResponse {
  @Answered('id') id: string;
  @Answered('text') key: string;
}

export class LicenceAnswer {
  @Answered('text') number: string;
  @Answered('text') state: string;
  @Answered('day', { empty: true }) from: string | null;
  @Answered('day', { empty: true }) until: string | null;
  @Answered('text') basis: string;
}

export class LicenceResponse {
  @Answered(() => LicenceAnswer, { list: true }) periods: LicenceAnswer[];
}
