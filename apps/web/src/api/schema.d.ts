// Made from the API's own description by tools/api-types.mjs. Not edited by hand.

export type AbsenceReport = {
  readonly noticedOn: string;
  readonly lastSeenOn?: string;
  readonly note?: string;
};

export type AbsentRequest = {
  readonly caseId: string;
  readonly excused: boolean;
};

export type AccountAnswer = {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly communes: readonly (string)[];
  readonly email: string | null;
  readonly state: string;
  readonly lastSignInAt: string | null;
  readonly linkUntil: string | null;
};

export type AccountCreatedResponse = {
  readonly accountId: string;
  readonly login: string;
  readonly link: string;
};

export type AccountListResponse = {
  readonly accounts: readonly (AccountAnswer)[];
  readonly next?: string;
};

export type AgencyClaimAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly dueBy: string;
  readonly daysLeft: number;
  readonly owed: number;
  readonly toWorkOut: number;
  readonly escrow: number;
  readonly liquidation: string | null;
};

export type AgencyClaimsResponse = {
  readonly deposit: AgencyDepositAnswer | null;
  readonly asked: AskedDepositAnswer;
  readonly cover: string;
  readonly owed: number;
  readonly owedCases: number;
  readonly toWorkOut: number;
  readonly toWorkOutCases: number;
  readonly escrow: number;
  readonly escrowCases: number;
  readonly openLiquidations: number;
  readonly overdueCases: number;
  readonly claims: readonly (AgencyClaimAnswer)[];
  readonly next?: string;
};

export type AgencyDepositAnswer = {
  readonly amount: number;
  readonly bankName: string;
  readonly from: string;
  readonly basis: string;
};

export type AgencyOverviewAnswer = {
  readonly organisationId: string;
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
  readonly phone: string | null;
  readonly email: string | null;
  readonly licence: string;
  readonly licenceNumber: string | null;
  readonly licenceSince: string | null;
  readonly depositMissing: number | null;
  readonly cases: number;
  readonly abroad: number;
  readonly openAlerts: number;
  readonly overdueAnswers: number;
};

export type AgencyOverviewListResponse = {
  readonly agencies: readonly (AgencyOverviewAnswer)[];
  readonly next?: string;
};

export type AgencyUpdateAnswer = {
  readonly updatedOn: string;
  readonly recordedAt: string;
};

export type AgencyUpdateListResponse = {
  readonly updates: readonly (AgencyUpdateAnswer)[];
};

export type AgencyUpdateRequest = {
  readonly updatedOn: string;
};

export type AlertAnswerLine = {
  readonly id: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly agencyName: string | null;
  readonly rule: string;
  readonly family: string;
  readonly targetDate: string;
  readonly dueOn: string;
  readonly raisedOn: string;
  readonly estimated: boolean;
  readonly owner: string;
  readonly answerBy: string | null;
  readonly overdue: boolean;
  readonly state: string;
  readonly closedReason: string | null;
  readonly why: string;
  readonly nextAction: string;
};

export type AlertClosedResponse = {
  readonly alertId: number;
  readonly state: string;
};

export type AlertListResponse = {
  readonly alerts: readonly (AlertAnswerLine)[];
  readonly next?: string;
};

export type AlertOfCaseResponse = {
  readonly alerts: readonly (AlertAnswerLine)[];
};

export type AlertResponse = {
  readonly id: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly agencyName: string | null;
  readonly rule: string;
  readonly family: string;
  readonly targetDate: string;
  readonly dueOn: string;
  readonly raisedOn: string;
  readonly estimated: boolean;
  readonly owner: string;
  readonly answerBy: string | null;
  readonly overdue: boolean;
  readonly state: string;
  readonly closedReason: string | null;
  readonly why: string;
  readonly nextAction: string;
  readonly asksForReturn: boolean;
  readonly closingDeeds: readonly (string)[];
  readonly recipients: readonly (RecipientAnswer)[];
  readonly answers: readonly (GivenAnswer)[];
};

export type AlikeRequest = {
  readonly fullName?: string;
  readonly provinceCode?: string;
  readonly birthDate?: string;
  readonly birthPrecision?: "Y" | "YM" | "YMD";
  readonly citizenId?: string;
  readonly passport?: string;
  readonly phones?: readonly (string)[];
};

export type AlikeResponse = {
  readonly duplicates: readonly (DuplicateAnswer)[];
};

export type AmountsAnswer = {
  readonly overduePrincipal: number;
  readonly overdueInterest: number;
  readonly interest: number;
  readonly duePrincipal: number;
  readonly futurePrincipal: number;
  readonly advance: number;
};

export type AnswerRequest = {
  readonly answer: "RETURNED" | "EXTENDED" | "NOT_RETURNED_IN_CONTACT" | "NO_CONTACT";
  readonly happenedOn?: string;
  readonly newEnd?: string;
  readonly stayUntil?: string;
  readonly returnType?: "COMPLETED" | "EARLY" | "DEPORTED" | "VOLUNTARY_AFTER_OVERSTAY" | "AFTER_ABSCONDING" | "SICK_OR_INJURED";
  readonly reason?: string;
  readonly note?: string;
  readonly saidAt?: string;
};

export type AnswerTakenBackResponse = {
  readonly alertId: number;
  readonly caseId: string;
};

export type AnswerTakenResponse = {
  readonly alertId: number;
  readonly caseId: string;
  readonly state: string;
  readonly late: boolean;
  readonly stage: string;
};

export type AnsweredProposalAnswer = {
  readonly proposalId: string;
  readonly state: string;
  readonly code: string | null;
  readonly message: string | null;
};

export type ApiKeyAnswer = {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly expiresAt: string;
};

export type ApiKeyCreatedResponse = {
  readonly id: string;
  readonly key: string;
};

export type ApiKeyListResponse = {
  readonly keys: readonly (ApiKeyAnswer)[];
};

export type AskedDepositAnswer = {
  readonly required: number;
  readonly missing: number | null;
  readonly branches: number;
  readonly basis: string;
  readonly certain: boolean;
};

export type AssignedResponse = {
  readonly assignmentId: string;
};

export type AssignmentAnswerRequest = {
  readonly text: string;
};

export type AssignmentRequest = {
  readonly figure: "EXITS" | "ORIENTATION" | "UNCONFIRMED" | "OVERSTAY" | "COMMUNE";
  readonly shown: string;
  readonly rows: string;
  readonly desk: "centre" | "department" | "agency" | "commune";
  readonly ownerCommune?: string;
  readonly ownerAgency?: string;
  readonly text: string;
  readonly dueOn: string;
};

export type AssignmentResponse = {
  readonly id: string;
  readonly provinceCode: string;
  readonly desk: string;
  readonly communeCode: string | null;
  readonly agencyId: string | null;
  readonly owner: string | null;
  readonly figure: string;
  readonly shown: string;
  readonly rows: string;
  readonly text: string;
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly assignedAt: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
};

export type AttendanceRequest = {
  readonly absent: readonly (AbsentRequest)[];
};

export type AttendanceResponse = {
  readonly present: number;
  readonly absent: number;
};

export type AuditAnswer = {
  readonly id: number;
  readonly at: string;
  readonly login: string;
  readonly displayName: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly detail: Record<string, unknown>;
};

export type AuditListResponse = {
  readonly entries: readonly (AuditAnswer)[];
  readonly next?: number;
};

export type BalanceDifferenceAnswer = {
  readonly loanId: string;
  readonly loanNo: string;
  readonly printed: number;
  readonly computed: number;
};

export type BankLineAnswer = {
  readonly id: number;
  readonly batchId: string;
  readonly sheet: string;
  readonly row: number;
  readonly on: string | null;
  readonly reference: string | null;
  readonly loanNo: string | null;
  readonly kind: string;
  readonly amount: number;
  readonly balanceAfter: number | null;
  readonly outcome: string;
  readonly code: string | null;
  readonly expected: number | null;
  readonly difference: number | null;
  readonly name: string | null;
  readonly words: string | null;
  readonly fileName: string;
  readonly suggestions: readonly (SuggestionAnswer)[];
};

export type BankLineListResponse = {
  readonly lines: readonly (BankLineAnswer)[];
  readonly next?: string;
};

export type BatchAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly state: string;
  readonly verdict: string | null;
  readonly counts: Record<string, unknown>;
  readonly questions: readonly (ImportQuestionAnswer)[];
  readonly notices: readonly (ImportNoticeAnswer)[];
  readonly createdAt: string;
  readonly undoneAt: string | null;
  readonly undoable: boolean;
  readonly receipt: string;
  readonly note: string | null;
  readonly sentBy: string | null;
  readonly organisation: string | null;
};

export type BatchListResponse = {
  readonly batches: readonly (BatchAnswer)[];
  readonly next?: string;
};

export type BatchResponse = {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly state: string;
  readonly verdict: string | null;
  readonly counts: Record<string, unknown>;
  readonly questions: readonly (ImportQuestionAnswer)[];
  readonly notices: readonly (ImportNoticeAnswer)[];
  readonly createdAt: string;
  readonly undoneAt: string | null;
  readonly undoable: boolean;
  readonly receipt: string;
  readonly note: string | null;
  readonly sentBy: string | null;
  readonly organisation: string | null;
  readonly rows: readonly (RowAnswer)[];
};

export type BeatAnswer = {
  readonly name: string;
  readonly ageSeconds: number;
};

export type BehindLineAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly communeName: string | null;
  readonly market: string | null;
  readonly departedOn: string | null;
  readonly contractEnd: string | null;
  readonly returnedOn: string | null;
};

export type BellItemAnswer = {
  readonly kind: string;
  readonly ref: string;
  readonly code: string;
  readonly text: string;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly dueOn: string | null;
  readonly at: string;
  readonly unread: boolean;
};

export type BellResponse = {
  readonly unread: number;
  readonly seenAt: string | null;
  readonly asOf: string;
  readonly items: readonly (BellItemAnswer)[];
};

export type BellSeenRequest = {
  readonly upTo: string;
};

export type BorrowerAnswer = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly contractEnd: string | null;
  readonly departedOn: string | null;
  readonly returnedOn: string | null;
};

export type BorrowerListResponse = {
  readonly borrowers: readonly (BorrowerAnswer)[];
  readonly next?: string;
};

export type BranchAnswer = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly provinceCode: string;
  readonly from: string;
  readonly until: string | null;
  readonly basis: string;
};

export type BranchListResponse = {
  readonly branches: readonly (BranchAnswer)[];
};

export type BranchRequest = {
  readonly name: string;
  readonly address: string;
  readonly from: string;
  readonly lastDay?: string;
  readonly basis: string;
};

export type BulkAccountAnswer = {
  readonly row: number;
  readonly login: string;
  readonly verdict: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly link: string | null;
};

export type BulkAccountsRequest = {
  readonly accounts: readonly (PastedAccountRequest)[];
};

export type BulkAccountsResponse = {
  readonly created: number;
  readonly refused: number;
  readonly rows: readonly (BulkAccountAnswer)[];
};

export type CancelFairRequest = {
  readonly reason: string;
};

export type CandidateAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly communeName: string | null;
  readonly stage: string;
  readonly departedOn: string | null;
};

export type CandidateEligibilityResponse = {
  readonly market: string;
  readonly exitOn: string;
  readonly judgedOn: string;
  readonly sources: readonly (RuleSourceAnswer)[];
  readonly people: readonly (EligiblePersonAnswer)[];
};

export type CandidateListResponse = {
  readonly candidates: readonly (CandidateAnswer)[];
};

export type CarriedResponse = {
  readonly carried: readonly (string)[];
};

export type CaseCountAnswer = {
  readonly stage: string;
  readonly market: string | null;
  readonly communeCode: string | null;
  readonly cases: number;
  readonly ended: number;
};

export type CaseCountListResponse = {
  readonly counts: readonly (CaseCountAnswer)[];
};

export type CaseLineAnswer = {
  readonly id: string;
  readonly code: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthPrecision: string | null;
  readonly sex: string | null;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly market: string | null;
  readonly legalForm: string | null;
  readonly programme: string | null;
  readonly stage: string;
  readonly contractEnd: string | null;
  readonly daysLeft: number | null;
  readonly departedOn: string | null;
  readonly returnedOn: string | null;
  readonly openAlerts: number;
  readonly loan: string | null;
};

export type CaseListResponse = {
  readonly cases: readonly (CaseLineAnswer)[];
  readonly next?: string;
  readonly total?: number;
};

export type CaseOfWorkerListResponse = {
  readonly cases: readonly (OtherCaseAnswer)[];
};

export type CaseOpenedResponse = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly version: number;
};

export type CaseResponse = {
  readonly id: string;
  readonly code: string;
  readonly workerId: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly version: number;
  readonly stage: string;
  readonly storedStage: string;
  readonly openGaps: readonly (string)[];
  readonly otherCases: readonly (OtherCaseAnswer)[];
  readonly legalForm: string | null;
  readonly programme: string | null;
  readonly market: string | null;
  readonly agencyId: string | null;
  readonly orderId: string | null;
  readonly ruleDate: string | null;
  readonly selectedOn: string | null;
  readonly contractSignedOn: string | null;
  readonly contractStart: string | null;
  readonly contractEnd: string | null;
  readonly contractTerminatedOn: string | null;
  readonly stayUntil: string | null;
  readonly departedOn: string | null;
  readonly returnedOn: string | null;
  readonly returnType: string | null;
  readonly abscondedOn: string | null;
  readonly plannedReturnOn: string | null;
  readonly endedOn: string | null;
  readonly closedFrom: string | null;
  readonly guards: Record<string, unknown>;
  readonly waivers: Record<string, unknown>;
  readonly plannedExitOn: string | null;
  readonly occupation: string | null;
  readonly papersFor: string;
  readonly waitUntil: string | null;
  readonly programmeTitle: string | null;
  readonly today: string;
  readonly communeName: string | null;
  readonly agencyName: string | null;
  readonly papers: readonly (PaperAnswer)[];
  readonly offers: readonly (OfferAnswer)[];
  readonly contracts: readonly (ContractVersionAnswer)[];
};

export type CaseScanAnswer = {
  readonly id: string;
  readonly guard: string;
  readonly medium: string;
  readonly sentOn: string;
  readonly title: string;
};

export type CauseAnswer = {
  readonly cause: string | null;
  readonly loans: number;
  readonly overdueLoans: number;
  readonly principal: number;
  readonly overduePrincipal: number;
  readonly oldestDays: number;
  readonly title: string;
};

export type CauseTotalAnswer = {
  readonly cause: string | null;
  readonly loans: number;
  readonly overdueLoans: number;
  readonly principal: number;
  readonly overduePrincipal: number;
  readonly oldestDays: number;
};

export type CeiledSheetAnswer = {
  readonly id: string;
  readonly agencyName: string;
  readonly market: string;
  readonly occupation: string;
  readonly job: string | null;
  readonly validFrom: string;
  readonly months: number;
  readonly monthlyWage: number;
  readonly lines: readonly (FeeLineAnswer)[];
  readonly workerPays: number;
  readonly publishedAt: string;
  readonly jobTitle: string | null;
  readonly ceilings: readonly (FeeCeilingAnswer)[];
};

export type CellRowAnswer = {
  readonly row: number;
  readonly cells: readonly (string)[];
};

export type CertificateAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly issuerName: string;
  readonly market: string | null;
  readonly occupation: string | null;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly checkCode: string;
};

export type CertificateCheckResponse = {
  readonly certificate: PrintedCertificateAnswer | null;
  readonly today: string;
};

export type CertificateListResponse = {
  readonly certificates: readonly (CertificateAnswer)[];
};

export type CertificatesRequest = {
  readonly issuedOn: string;
  readonly caseIds?: readonly (string)[];
};

export type ChangePasswordRequest = {
  readonly current: string;
  readonly password: string;
};

export type ChangeWorkerRequest = {
  readonly fullName?: string;
  readonly birthDate?: string;
  readonly birthPrecision?: "Y" | "YM" | "YMD";
  readonly sex?: "M" | "F";
  readonly ethnicCode?: string;
  readonly householdClass?: string;
  readonly education?: string;
  readonly skill?: string;
  readonly hamlet?: string;
  readonly consentFamilyNotice?: boolean;
  readonly phones?: readonly (string)[];
  readonly priorityGroups?: readonly (string)[];
};

export type ClaimScanAnswer = {
  readonly id: string;
  readonly guard: string;
  readonly medium: string;
  readonly sentOn: string;
};

export type ClassLineAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly market: string | null;
  readonly occupation: string | null;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly seats: number;
  readonly trainers: readonly (string)[];
  readonly state: string;
  readonly organisationName: string;
  readonly requiredPeriods: number | null;
  readonly taken: number;
  readonly waiting: number;
  readonly certified: number;
  readonly own: boolean;
};

export type ClassListResponse = {
  readonly classes: readonly (ClassLineAnswer)[];
};

export type ClassOpenedResponse = {
  readonly classId: string;
};

export type ClassResponse = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly market: string | null;
  readonly occupation: string | null;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly seats: number;
  readonly trainers: readonly (string)[];
  readonly state: string;
  readonly organisationName: string;
  readonly requiredPeriods: number | null;
  readonly taken: number;
  readonly waiting: number;
  readonly certified: number;
  readonly own: boolean;
  readonly today: string;
  readonly sessions: readonly (SessionAnswer)[];
  readonly people: readonly (SeatAnswer)[];
};

export type ClassStateResponse = {
  readonly state: string;
};

export type ClassificationRequest = {
  readonly year: number;
};

export type ClassificationResponse = {
  readonly year: number;
  readonly waiting: number;
  readonly classes: readonly (DebtClassAnswer)[];
  readonly loans: readonly (ClassifiedLoanAnswer)[];
  readonly added: number;
};

export type ClassifiedLoanAnswer = {
  readonly loanId: string;
  readonly loanNo: string | null;
  readonly fullName: string | null;
  readonly creditGroup: string | null;
  readonly class: string;
  readonly principal: number;
  readonly overduePrincipal: number;
  readonly endsOn: string | null;
};

export type CloseAlertRequest = {
  readonly deed: "PLAN_CHOSEN" | "TICKET_BOOKED" | "RETURN_DATE_KNOWN" | "PASS_REQUESTED" | "NOTED" | "NOTIFIED" | "EXIT_ARRANGED" | "RENEWAL_STARTED" | "EXIT_POSTPONED" | "BANK_ASKED" | "PAYER_REMINDED" | "SETTLEMENT_STARTED";
};

export type CloseBranchRequest = {
  readonly lastDay: string;
};

export type CloseClassRequest = {
  readonly state: "closed" | "cancelled";
};

export type CodedTextAnswer = {
  readonly code: string;
  readonly text: string;
};

export type ColleagueAnswer = {
  readonly accountId: string;
  readonly name: string;
  readonly cases: number;
  readonly active: boolean;
  readonly own: boolean;
};

export type ColleagueListResponse = {
  readonly officers: readonly (ColleagueAnswer)[];
};

export type CommuneAnswer = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly province: string;
};

export type CommuneDayResponse = {
  readonly today: string;
  readonly now: string;
  readonly tasks: readonly (CommuneTaskAnswer)[];
  readonly next?: string;
  readonly month: CommuneMonthAnswer;
};

export type CommuneMonthAnswer = {
  readonly asked: number;
  readonly answered: number;
  readonly inTime: number;
  readonly visits: number;
};

export type CommunePeopleResponse = {
  readonly today: string;
  readonly people: readonly (CommunePersonAnswer)[];
  readonly next?: string;
};

export type CommunePersonAnswer = {
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthPrecision: string | null;
  readonly sex: string | null;
  readonly hamlet: string | null;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly market: string | null;
  readonly agencyName: string | null;
  readonly stage: string | null;
  readonly departedOn: string | null;
  readonly contractEnd: string | null;
  readonly returnedOn: string | null;
  readonly phone: string | null;
  readonly phoneOf: string | null;
  readonly visits: number;
  readonly lastVisitOn: string | null;
};

export type CommuneReportRequest = {
  readonly month: string;
  readonly remark: string;
  readonly communeCode?: string;
};

export type CommuneReportResponse = {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
  readonly today: string;
  readonly over: boolean;
  readonly communeCode: string;
  readonly communes: readonly (ReportingCommuneAnswer)[];
  readonly state: string;
  readonly version: number;
  readonly sentOn: string | null;
  readonly late: boolean;
  readonly decisionNote: string | null;
  readonly remark: string;
  readonly target: number | null;
  readonly figures: readonly (FigureAnswer)[];
  readonly restated: readonly (RestatedAnswer)[];
  readonly asked: number;
  readonly answered: number;
  readonly inTime: number;
};

export type CommuneTargetAnswer = {
  readonly communeCode: string;
  readonly name: string;
  readonly exits: number | null;
};

export type CommuneTaskAnswer = {
  readonly kind: string;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly bucket: string;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly workerId: string | null;
  readonly fullName: string | null;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly why: string;
  readonly advice: string;
  readonly nextAction: string;
  readonly detail: Record<string, unknown>;
  readonly hiddenUntil?: string;
  readonly hamlet: string | null;
  readonly lastVisitOn: string | null;
};

export type ComparedFigureAnswer = {
  readonly indicator: string;
  readonly value: number;
  readonly market: string | null;
  readonly before: number | null;
};

export type ComparedPersonAnswer = {
  readonly sheet: string;
  readonly row: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly stage: string;
  readonly departedOn: string | null;
  readonly differences: readonly (DifferenceAnswer)[];
};

export type ContactAddedResponse = {
  readonly contactId: string;
  readonly version: number;
};

export type ContactAnswer = {
  readonly fullName: string;
  readonly kin: string | null;
  readonly phone: string | null;
  readonly communeCode: string | null;
  readonly hamlet: string | null;
};

export type ContactListResponse = {
  readonly contacts: readonly (FamilyContactAnswer)[];
};

export type ContractDecisionRequest = {
  readonly state: "registered" | "refused" | "ended";
  readonly registrationNumber?: string;
  readonly registeredOn?: string;
  readonly reason?: string;
};

export type ContractRequest = {
  readonly kind: "sending" | "employment" | "extension" | "transfer";
  readonly number?: string;
  readonly signedOn?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly termMonths?: number;
  readonly employer?: string;
  readonly workplace?: string;
  readonly occupation?: string;
  readonly wage?: string;
  readonly wageCurrency?: string;
};

export type ContractVersionAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly signedOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly termMonths: number | null;
  readonly employer: string | null;
  readonly workplace: string | null;
  readonly occupation: string | null;
  readonly wage: string | null;
  readonly wageCurrency: string | null;
  readonly recordedAt: string;
  readonly voided: boolean;
};

export type CorrectionRequest = {
  readonly reason: string;
  readonly replacement?: ReplacementRequest;
};

export type CounselledResponse = {
  readonly stage: string;
};

export type CounsellingAnswer = {
  readonly heldOn: string;
  readonly channel: string;
  readonly market: string | null;
  readonly sheet: string | null;
  readonly outcome: string;
  readonly note: string | null;
  readonly by: string | null;
};

export type CounsellingListResponse = {
  readonly counsellings: readonly (CounsellingAnswer)[];
};

export type CounsellingRequest = {
  readonly heldOn: string;
  readonly channel: "MEETING" | "PHONE" | "HOME" | "FAIR" | "ONLINE";
  readonly market?: string;
  readonly sheet?: string;
  readonly outcome: "AGREED" | "THINKING" | "OTHER_MARKET" | "REFUSED";
  readonly legalForm?: "SERVICE" | "PUBLIC" | "SEASONAL" | "BORDER" | "CONTRACTOR" | "SKILL_UPGRADE" | "DIRECT";
  readonly programme?: string;
  readonly note?: string;
};

export type CreateAccountRequest = {
  readonly login: string;
  readonly role: "centre_staff" | "department_officer" | "agency_clerk" | "commune_officer" | "bank_officer" | "leader" | "administrator";
  readonly organisation?: string;
  readonly name?: string;
  readonly email?: string;
  readonly communes?: readonly (string)[];
};

export type CreateApiKeyRequest = {
  readonly label: string;
  readonly kind?: "live" | "read" | "trial";
  readonly days?: number;
};

export type CrossingAnswer = {
  readonly crossing: string;
  readonly statements: readonly (SaidAnswer)[];
  readonly verdict: VerdictAnswer;
};

export type CrossingListResponse = {
  readonly crossings: readonly (CrossingAnswer)[];
};

export type DebtClassAnswer = {
  readonly class: string;
  readonly title: string;
  readonly loans: number;
  readonly principal: number;
  readonly overduePrincipal: number;
};

export type DebtYearResponse = {
  readonly year: number;
  readonly waiting: number;
  readonly classes: readonly (DebtClassAnswer)[];
  readonly loans: readonly (ClassifiedLoanAnswer)[];
};

export type DecisionRequest = {
  readonly decision: "confirmed" | "rejected";
  readonly note?: string;
};

export type DeliveryAnswer = {
  readonly id: number;
  readonly state: string;
  readonly attempts: number;
  readonly reason: string | null;
  readonly sentAt: string | null;
  readonly nextAttemptAt: string | null;
  readonly messageId: string;
};

export type DemandLineAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly communeName: string | null;
  readonly stage: string;
  readonly markets: readonly (string)[];
  readonly occupations: readonly (string)[];
  readonly language: string | null;
  readonly canGoFrom: string | null;
  readonly source: string | null;
  readonly event: string | null;
  readonly officerName: string | null;
  readonly proposals: number;
  readonly registeredOn: string;
};

export type DemandLineRequest = {
  readonly fullName: string;
  readonly communeCode?: string;
  readonly place?: string;
  readonly birthDate?: string;
  readonly birthPrecision?: "Y" | "YM" | "YMD";
  readonly sex?: "M" | "F";
  readonly phone?: string;
  readonly citizenId?: string;
  readonly markets?: readonly (string)[];
  readonly occupations?: readonly (string)[];
};

export type DemandListRequest = {
  readonly source: "COMMUNE" | "SCHOOL" | "ARMY" | "FAIR" | "CENTRE" | "AGENCY";
  readonly event?: string;
  readonly lines: readonly (DemandLineRequest)[];
};

export type DemandListResponse = {
  readonly demands: readonly (DemandLineAnswer)[];
  readonly next?: string;
};

export type DemandRequest = {
  readonly fullName: string;
  readonly provinceCode?: string;
  readonly communeCode: string;
  readonly hamlet?: string;
  readonly birthDate?: string;
  readonly birthPrecision?: "Y" | "YM" | "YMD";
  readonly sex?: "M" | "F";
  readonly ethnicCode?: string;
  readonly householdClass?: string;
  readonly education?: string;
  readonly skill?: string;
  readonly citizenId?: string;
  readonly passport?: string;
  readonly phones?: readonly (string)[];
  readonly contacts?: readonly (FamilyContactRequest)[];
  readonly priorityGroups?: readonly (string)[];
  readonly consentFamilyNotice?: boolean;
  readonly confirmedNew?: readonly (string)[];
  readonly markets?: readonly (string)[];
  readonly occupations?: readonly (string)[];
  readonly language?: string;
  readonly canGoFrom?: string;
  readonly source: "COMMUNE" | "SCHOOL" | "ARMY" | "FAIR" | "CENTRE" | "AGENCY";
  readonly event?: string;
  readonly note?: string;
};

export type DemandResponse = {
  readonly outcome: string;
  readonly workerId?: string;
  readonly caseId?: string;
  readonly duplicates?: readonly (DuplicateAnswer)[];
};

export type DemandVerdictAnswer = {
  readonly row: number;
  readonly outcome: string;
  readonly caseId: string | null;
  readonly message: string | null;
};

export type DemandVerdictsResponse = {
  readonly results: readonly (DemandVerdictAnswer)[];
};

export type DepartureAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthPrecision: string | null;
  readonly communeName: string | null;
  readonly agencyId: string | null;
  readonly agencyName: string | null;
  readonly market: string | null;
  readonly plannedExitOn: string;
  readonly daysLeft: number;
  readonly missing: readonly (MissingPaperAnswer)[];
  readonly remindedOn: string | null;
};

export type DepartureListResponse = {
  readonly departures: readonly (DepartureAnswer)[];
  readonly next?: string;
};

export type DepositRequest = {
  readonly amount: number;
  readonly bankName: string;
  readonly from: string;
  readonly basis: string;
};

export type DeskHandOverRequest = {
  readonly accountId: string;
  readonly reason: string;
};

export type DeskHandedOverResponse = {
  readonly tasks: number;
  readonly cases: number;
};

export type DetailRequest = {
  readonly returnType?: "COMPLETED" | "EARLY" | "DEPORTED" | "VOLUNTARY_AFTER_OVERSTAY" | "AFTER_ABSCONDING" | "SICK_OR_INJURED";
  readonly reason?: string;
  readonly fault?: "WORKER" | "EMPLOYER" | "AGENCY" | "FORCE_MAJEURE" | "NONE";
  readonly employer?: string;
  readonly workplace?: string;
  readonly gate?: string;
  readonly market?: string;
  readonly legalForm?: "SERVICE" | "PUBLIC" | "SEASONAL" | "BORDER" | "CONTRACTOR" | "SKILL_UPGRADE" | "DIRECT";
  readonly programme?: string;
  readonly agencyId?: string;
  readonly stayUntil?: string;
  readonly validUntil?: string;
  readonly reference?: string;
  readonly issuer?: string;
  readonly guard?: "APPLICATION" | "HEALTH" | "ORIENTATION" | "SUPPLY_CONTRACT" | "SENDING_CONTRACT" | "EMPLOYMENT_CONTRACT" | "COMMUNE_CONFIRMATION" | "PASSPORT" | "VISA" | "POLICE_RECORD" | "LANGUAGE" | "VOCATION" | "ESCROW" | "FUND" | "RETURN_COMMITMENT" | "NO_EXIT_BAN" | "NO_RELATIVE_OVERSTAYING" | "FEES";
  readonly pass?: boolean;
  readonly occupation?: string;
  readonly lastSeenOn?: string;
  readonly plan?: "RETURN" | "EXTEND";
  readonly note?: string;
  readonly decided?: boolean;
};

export type DifferenceAnswer = {
  readonly field: string;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly written: string;
  readonly form: string | null;
};

export type DifferencesResponse = {
  readonly reasons: readonly (ImportReasonAnswer)[];
  readonly questions: readonly (ImportQuestionAnswer)[];
  readonly sheets: readonly (ImportSheetAnswer)[];
  readonly lines: number;
  readonly same: number;
  readonly people: readonly (ComparedPersonAnswer)[];
  readonly unknown: readonly (UnknownLineAnswer)[];
  readonly unread: readonly (UnreadLineAnswer)[];
  readonly missing: readonly (MissingCaseAnswer)[];
  readonly missingTotal: number;
};

export type DocumentListResponse = {
  readonly documents: readonly (DocumentResponse)[];
};

export type DocumentRequest = {
  readonly kind: "COMMUNE_CONFIRMATION" | "REFERRAL" | "RETURN_COMMITMENT" | "CLASS_LIST" | "CERTIFICATE";
  readonly caseIds?: readonly (string)[];
  readonly classId?: string;
};

export type DocumentResponse = {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly people: number;
  readonly problem: string | null;
  readonly requestedAt: string;
};

export type DuplicateAnswer = {
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthPrecision: string | null;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly reasons: readonly (string)[];
};

export type DutyAnswer = {
  readonly id: number;
  readonly topic: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly dueAt: string;
};

export type DutyListResponse = {
  readonly duties: readonly (DutyAnswer)[];
};

export type DutyTopicAnswer = {
  readonly topic: string;
  readonly waiting: number;
  readonly handedOver: number;
  readonly dead: number;
  readonly oldestSeconds: number | null;
};

export type EligibilityFindingAnswer = {
  readonly rule: string;
  readonly outcome: string;
  readonly value: string;
};

export type EligibilityRequest = {
  readonly orderId?: string;
  readonly market?: string;
  readonly exitOn?: string;
  readonly workerIds?: readonly (string)[];
};

export type EligibilityResponse = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly communeName: string | null;
  readonly agencyName: string | null;
  readonly eligible: boolean;
  readonly reasons: readonly (CodedTextAnswer)[];
  readonly lacks: readonly (CodedTextAnswer)[];
  readonly entitling: readonly (string)[];
  readonly priority: boolean;
  readonly rate: string;
  readonly overdueRate: string;
  readonly costs: number | null;
  readonly supports: readonly (SupportAnswer)[];
  readonly ceiling: number | null;
  readonly collateral: boolean;
  readonly termMonthsMost: number | null;
  readonly decisionWorkingDays: number;
  readonly papers: readonly (string)[];
  readonly supportable: readonly (SupportableAnswer)[];
  readonly sources: readonly (SheetRuleAnswer)[];
  readonly judgedOn: string;
};

export type EligiblePersonAnswer = {
  readonly workerId: string;
  readonly outcome: string;
  readonly findings: readonly (EligibilityFindingAnswer)[];
};

export type EndPermissionRequest = {
  readonly lastDay: string;
};

export type EnrolRequest = {
  readonly caseIds: readonly (string)[];
};

export type EscrowAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly amount: number;
  readonly signedOn: string;
  readonly dueBy: string | null;
  readonly state: string;
  readonly balance: number;
  readonly entries: readonly (EscrowEntryAnswer)[];
  readonly outcome: string | null;
  readonly article: string | null;
};

export type EscrowDeedRequest = {
  readonly kind: "EPS" | "AGENCY";
  readonly deed: "DEPOSIT" | "INTEREST" | "RETURN" | "FORFEIT" | "USE";
  readonly amount: number;
  readonly on: string;
  readonly reference: string;
  readonly atCaseBank?: boolean;
  readonly note?: string;
};

export type EscrowEntryAnswer = {
  readonly id: number;
  readonly deed: string;
  readonly on: string;
  readonly held: number;
  readonly reference: string;
  readonly reversesId: number | null;
};

export type EscrowListResponse = {
  readonly escrows: readonly (EscrowAnswer)[];
  readonly epsDueBy: string | null;
};

export type EscrowTotalsAnswer = {
  readonly accounts: number;
  readonly held: number;
};

export type EventAnswer = {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly effectiveOn: string | null;
  readonly recordedAt: string;
  readonly stageBefore: string | null;
  readonly stageAfter: string;
  readonly proof: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly correctsId: number | null;
  readonly correctedBy: number | null;
  readonly batchId: string | null;
  readonly detail: Record<string, unknown>;
};

export type ExitReport = {
  readonly exitOn: string;
  readonly market?: string;
  readonly employer?: string;
  readonly workplace?: string;
  readonly gate?: string;
  readonly contractStart?: string;
  readonly contractEnd?: string;
  readonly note?: string;
};

export type ExtensionReport = {
  readonly newEnd: string;
  readonly startsOn?: string;
  readonly signedOn?: string;
  readonly stayUntil?: string;
  readonly note?: string;
};

export type FairAttendanceRequest = {
  readonly absent: readonly (string)[];
};

export type FairAttendedResponse = {
  readonly people: number;
};

export type FairCommuneAnswer = {
  readonly communeCode: string;
  readonly communeName: string;
  readonly signed: number;
};

export type FairLeftResponse = {
  readonly left: boolean;
};

export type FairLineAnswer = {
  readonly id: string;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly firms: readonly (string)[];
  readonly transport: string | null;
  readonly signUpUntil: string;
  readonly seats: number;
  readonly taken: number;
  readonly quota: number | null;
  readonly communes: readonly (string)[];
  readonly note: string | null;
  readonly state: string;
  readonly organisationName: string;
  readonly signed: number;
};

export type FairListResponse = {
  readonly today: string;
  readonly fairs: readonly (FairLineAnswer)[];
};

export type FairPersonAnswer = {
  readonly workerId: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly communeCode: string;
  readonly communeName: string | null;
  readonly hamlet: string | null;
  readonly phone: string | null;
  readonly attended: boolean | null;
};

export type FairRequest = {
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt?: string;
  readonly place: string;
  readonly heldInCommune?: string;
  readonly firms: readonly (string)[];
  readonly transport?: string;
  readonly signUpUntil: string;
  readonly seats: number;
  readonly quota?: number;
  readonly communes: readonly (string)[];
  readonly note?: string;
};

export type FairResponse = {
  readonly id: string;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly firms: readonly (string)[];
  readonly transport: string | null;
  readonly signUpUntil: string;
  readonly seats: number;
  readonly taken: number;
  readonly quota: number | null;
  readonly communes: readonly (string)[];
  readonly note: string | null;
  readonly state: string;
  readonly organisationName: string;
  readonly signed: number;
  readonly today: string;
  readonly people: readonly (FairPersonAnswer)[];
  readonly brought: readonly (FairCommuneAnswer)[];
};

export type FairSavedResponse = {
  readonly fairId: string;
};

export type FamilyContactAnswer = {
  readonly id: string;
  readonly fullName: string;
  readonly kin: string | null;
  readonly phone: string | null;
  readonly communeCode: string | null;
  readonly hamlet: string | null;
  readonly consent: boolean;
  readonly formerPhones: readonly (string)[];
};

export type FamilyContactRequest = {
  readonly fullName: string;
  readonly kin?: string;
  readonly phone?: string;
  readonly communeCode?: string;
  readonly hamlet?: string;
  readonly consent?: boolean;
};

export type FeeCeilingAnswer = {
  readonly item: string;
  readonly most: number;
  readonly basis: string;
  readonly certain: boolean;
};

export type FeeCeilingListResponse = {
  readonly jobs: readonly (FeeJobAnswer)[];
  readonly ceilings: readonly (FeeCeilingAnswer)[];
};

export type FeeJobAnswer = {
  readonly code: string;
  readonly title: string;
  readonly perYear: number;
  readonly most: number;
};

export type FeeLineAnswer = {
  readonly item: string;
  readonly payer: string;
  readonly amount: number;
  readonly when?: string;
  readonly refundable?: boolean;
};

export type FeeLineRequest = {
  readonly item: "SERVICE_FEE" | "ESCROW" | "FUND" | "TRAINING" | "LANGUAGE" | "HEALTH_EXAM" | "PASSPORT" | "VISA" | "POLICE_RECORD" | "TICKET" | "FILE" | "SELECTION" | "BROKERAGE" | "OTHER";
  readonly payer: "WORKER" | "AGENCY" | "FOREIGN" | "BUDGET";
  readonly amount: number;
  readonly when?: string;
  readonly refundable?: boolean;
};

export type FeeReceiptAnswer = {
  readonly id: number;
  readonly item: string;
  readonly amount: number;
  readonly paidOn: string;
  readonly receiptNo: string;
  readonly faults: readonly (string)[];
  readonly article: string | null;
  readonly reversesId: number | null;
};

export type FeeReceiptRequest = {
  readonly item: "SERVICE_FEE" | "ESCROW" | "FUND" | "TRAINING" | "LANGUAGE" | "HEALTH_EXAM" | "PASSPORT" | "VISA" | "POLICE_RECORD" | "TICKET" | "FILE" | "SELECTION" | "BROKERAGE" | "OTHER";
  readonly amount: number;
  readonly paidOn: string;
  readonly receiptNo: string;
  readonly note?: string;
};

export type FeeSheetAnswer = {
  readonly id: string;
  readonly agencyName: string;
  readonly market: string;
  readonly occupation: string;
  readonly job: string | null;
  readonly validFrom: string;
  readonly months: number;
  readonly monthlyWage: number;
  readonly lines: readonly (FeeLineAnswer)[];
  readonly workerPays: number;
  readonly publishedAt: string;
};

export type FeeSheetListResponse = {
  readonly sheets: readonly (CeiledSheetAnswer)[];
  readonly loan: LoanShareAnswer | null;
};

export type FeeSheetPageResponse = {
  readonly sheets: readonly (FeeSheetAnswer)[];
  readonly next?: string;
};

export type FeeSheetPublishedResponse = {
  readonly id: string;
  readonly workerPays: number;
};

export type FeeSheetRequest = {
  readonly market: string;
  readonly occupation: string;
  readonly job?: string;
  readonly validFrom: string;
  readonly months: number;
  readonly monthlyWage: number;
  readonly lines: readonly (FeeLineRequest)[];
};

export type FeeSheetResponse = {
  readonly sheet: CeiledSheetAnswer;
  readonly versions: readonly (FeeSheetAnswer)[];
};

export type FigureAnswer = {
  readonly indicator: string;
  readonly value: number;
  readonly market: string | null;
};

export type FileAttachedResponse = {
  readonly fileId: string;
  readonly known: boolean;
};

export type FileOrderRequest = {
  readonly provinceCode: string;
  readonly terms: OrderTermsRequest;
};

export type FileRemovedResponse = {
  readonly fileId: string;
  readonly removed: boolean;
};

export type FindRequest = {
  readonly text: string;
};

export type FindingAnswer = {
  readonly check: string;
  readonly state: string;
  readonly detail: string;
};

export type FinishTaskRequest = {
  readonly outcome: string;
};

export type FitAnswer = {
  readonly fits: readonly (string)[];
  readonly misses: readonly (string)[];
  readonly trade: string | null;
  readonly languageGuessed: boolean;
};

export type FittingOpeningAnswer = {
  readonly id: string;
  readonly firm: string;
  readonly occupation: string;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly place: string;
  readonly places: number;
  readonly taken: number;
  readonly hired: number;
  readonly waiting: number;
  readonly wageFrom: number;
  readonly wageTo: number | null;
  readonly language: string | null;
  readonly until: string;
  readonly contact: string | null;
  readonly note: string | null;
  readonly state: string;
  readonly fit: FitAnswer;
};

export type FoundAnswer = {
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthPrecision: string | null;
  readonly sex: string | null;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly declaredName: string | null;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly stage: string | null;
  readonly market: string | null;
  readonly contractEnd: string | null;
  readonly agencyName: string | null;
  readonly openAlerts: number;
};

export type FoundListResponse = {
  readonly people: readonly (FoundAnswer)[];
};

export type FrozenAnswer = {
  readonly from: string;
  readonly to: string;
};

export type GapAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly guard: string;
  readonly title: string;
  readonly foundOn: string;
  readonly source: string;
  readonly sourceRef: string | null;
};

export type GapListResponse = {
  readonly gaps: readonly (GapAnswer)[];
  readonly next?: string;
};

export type GivenAnswer = {
  readonly answer: string;
  readonly answeredOn: string;
  readonly happenedOn: string | null;
  readonly note: string | null;
  readonly late: boolean;
  readonly takenBack: boolean;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
};

export type HandOverRequest = {
  readonly fromAccountId?: string;
  readonly accountId: string;
  readonly reason: string;
};

export type HandedOverResponse = {
  readonly cases: number;
};

export type HandledLoanResponse = {
  readonly loanId: string;
  readonly state: string;
  readonly outcome: string;
};

export type HeaderRowsAnswer = {
  readonly top: number;
  readonly bottom: number;
};

export type HeldEscrowAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly stage: string;
  readonly returnType: string | null;
  readonly agencyName: string | null;
  readonly amount: number;
  readonly balance: number;
  readonly state: string;
  readonly signedOn: string;
  readonly dueBy: string | null;
  readonly outcome: string | null;
};

export type HeldEscrowResponse = {
  readonly kind: string;
  readonly totals: EscrowTotalsAnswer;
  readonly escrows: readonly (HeldEscrowAnswer)[];
  readonly next?: string;
};

export type HouseholdAnswerRequest = {
  readonly answer: "POOR" | "NEAR_POOR" | "NONE";
  readonly checkedOn: string;
  readonly list: string;
};

export type HouseholdLineAnswer = {
  readonly id: string;
  readonly declared: string | null;
  readonly askedAt: string;
  readonly answer: string | null;
  readonly checkedOn: string | null;
  readonly list: string | null;
  readonly answeredAt: string | null;
  readonly answeredOffice: string | null;
};

export type HouseholdResponse = {
  readonly unproven: string | null;
  readonly proven: string | null;
  readonly questions: readonly (HouseholdLineAnswer)[];
};

export type ImportNoticeAnswer = {
  readonly code: string;
  readonly sheet: string;
  readonly message: string;
  readonly rows?: readonly (number)[];
  readonly column?: string;
};

export type ImportProgressResponse = {
  readonly importId: string;
  readonly kind: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly phase: string;
  readonly done: number;
  readonly of: number;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly report: ImportReportResponse | null;
};

export type ImportQuestionAnswer = {
  readonly id: string;
  readonly code: string;
  readonly column: string | null;
  readonly rows: readonly (number)[];
  readonly question: string;
  readonly options: readonly (string)[];
  readonly answer: string | null;
};

export type ImportReasonAnswer = {
  readonly code: string;
  readonly message: string;
};

export type ImportReportResponse = {
  readonly batch: string | null;
  readonly verdict: string;
  readonly reasons?: readonly (ImportReasonAnswer)[];
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly ask: number;
  readonly questions: readonly (ImportQuestionAnswer)[];
  readonly notices: readonly (ImportNoticeAnswer)[];
  readonly sheets: readonly (ImportSheetAnswer)[];
  readonly results: readonly (RowAnswer)[];
};

export type ImportSheetAnswer = {
  readonly name: string;
  readonly state: string;
  readonly header: HeaderRowsAnswer | null;
  readonly dataRows: number;
  readonly left: readonly (LinesLeftAnswer)[];
  readonly columns: readonly (SheetColumnAnswer)[];
  readonly fields: readonly (string)[];
  readonly preview: readonly (CellRowAnswer)[];
};

export type ImportStartedResponse = {
  readonly importId: string;
};

export type InstalmentAnswer = {
  readonly no: number;
  readonly dueOn: string;
  readonly plannedOn: string;
  readonly principal: number;
  readonly paid: boolean;
};

export type JurisdictionRequest = {
  readonly communes: readonly (string)[];
};

export type LastSweepAnswer = {
  readonly sweep: string;
  readonly businessDay: string;
  readonly state: string;
  readonly daysBehind: number;
  readonly finishedAt: string | null;
};

export type LeadAgencyAnswer = {
  readonly agencyId: string;
  readonly name: string;
  readonly exits: number;
  readonly rows: string;
  readonly onTime: LeadPartAnswer;
  readonly updated: boolean;
};

export type LeadCommuneAnswer = {
  readonly actual: number;
  readonly target: number | null;
  readonly expected: number | null;
  readonly lastYear: number;
  readonly rows: string;
  readonly communeCode: string;
  readonly name: string;
  readonly cluster: string | null;
  readonly overstay: LeadOverstayAnswer;
  readonly updated: boolean;
};

export type LeadExitsAnswer = {
  readonly actual: number;
  readonly target: number | null;
  readonly expected: number | null;
  readonly lastYear: number;
  readonly rows: string;
};

export type LeadFreshnessAnswer = {
  readonly days: number;
  readonly communes: LeadPartAnswer;
  readonly agencies: LeadPartAnswer;
};

export type LeadMarketAnswer = {
  readonly market: string;
  readonly exits: number;
  readonly rows: string;
  readonly overstay: LeadOverstayAnswer;
};

export type LeadMonthAnswer = {
  readonly month: number;
  readonly actual: number;
  readonly plan: number | null;
  readonly rows: string;
};

export type LeadOrientationAnswer = {
  readonly part: number;
  readonly of: number;
  readonly rows: string;
  readonly missing: LeadShareAnswer;
};

export type LeadOverstayAnswer = {
  readonly confirmed: LeadShareAnswer;
  readonly unconfirmed: LeadShareAnswer;
};

export type LeadOverviewResponse = {
  readonly year: number;
  readonly until: string;
  readonly asOf: string;
  readonly exits: LeadExitsAnswer;
  readonly orientation: LeadOrientationAnswer;
  readonly overstay: LeadOverstayAnswer;
  readonly communes: readonly (LeadCommuneAnswer)[];
  readonly markets: readonly (LeadMarketAnswer)[];
  readonly agencies: readonly (LeadAgencyAnswer)[];
  readonly funnel: readonly (LeadStepAnswer)[];
  readonly months: readonly (LeadMonthAnswer)[];
  readonly freshness: LeadFreshnessAnswer;
  readonly assignments: readonly (AssignmentResponse)[];
};

export type LeadPartAnswer = {
  readonly part: number;
  readonly of: number;
};

export type LeadShareAnswer = {
  readonly part: number;
  readonly of: number;
  readonly rows: string;
};

export type LeadStepAnswer = {
  readonly step: string;
  readonly title: string;
  readonly people: number;
  readonly listed: number;
  readonly rows: string;
};

export type LeaveFairRequest = {
  readonly workerId: string;
};

export type LeaveRequest = {
  readonly caseId: string;
  readonly reason: string;
};

export type LeftAnswer = {
  readonly subject: string;
  readonly id: string;
  readonly sheet: string | null;
  readonly row: number | null;
};

export type LetterAnswer = {
  readonly id: number;
  readonly addressee: string;
  readonly office: string;
  readonly kind: string;
  readonly day: string;
  readonly ordinal: number | null;
  readonly state: string;
  readonly createdAt: string;
  readonly sealedAt: string | null;
  readonly items: number;
};

export type LetterListResponse = {
  readonly letters: readonly (LetterAnswer)[];
  readonly next?: number;
};

export type LicenceAnswer = {
  readonly number: string;
  readonly state: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly basis: string;
};

export type LicenceRequest = {
  readonly number: string;
  readonly state: "valid" | "suspended" | "withdrawn";
  readonly from: string;
  readonly lastDay?: string;
  readonly basis: string;
};

export type LicenceResponse = {
  readonly periods: readonly (LicenceAnswer)[];
};

export type LinesLeftAnswer = {
  readonly what: string;
  readonly count: number;
  readonly rows: readonly (number)[];
};

export type LinkLoanRequest = {
  readonly caseId: string;
};

export type LinkResponse = {
  readonly login: string;
  readonly link: string;
};

export type LiquidationDeedRequest = {
  readonly deed: "SEND_LETTER" | "PROPOSE" | "CONFIRM" | "DISPUTE" | "CLOSE_ALONE";
  readonly on?: string;
  readonly note?: string;
};

export type LiquidationEventAnswer = {
  readonly deed: string;
  readonly on: string;
  readonly stateAfter: string;
  readonly note: string | null;
  readonly recordedAt: string;
  readonly by: string | null;
  readonly organisation: string | null;
};

export type LiquidationLineAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly agencyName: string | null;
  readonly communeName: string | null;
  readonly endedOn: string;
  readonly dueBy: string;
  readonly daysLeft: number;
  readonly state: string;
  readonly owed: number;
  readonly paid: number;
};

export type LiquidationListResponse = {
  readonly liquidations: readonly (LiquidationLineAnswer)[];
  readonly next?: string;
};

export type LiquidationResponse = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly state: string;
  readonly stateTitle: string;
  readonly endedOn: string | null;
  readonly dueBy: string | null;
  readonly letters: readonly (string)[];
  readonly lettersNeeded: number;
  readonly escrowHeld: number;
  readonly owed: number;
  readonly paid: number;
  readonly refunds: readonly (RefundAnswer)[];
  readonly receipts: readonly (FeeReceiptAnswer)[];
  readonly history: readonly (LiquidationEventAnswer)[];
};

export type LiveResponse = {
  readonly status: string;
};

export type LoanCheckAnswer = {
  readonly loanId: string;
  readonly loanNo: string | null;
  readonly fullName: string | null;
  readonly communeName: string | null;
  readonly creditGroup: string | null;
  readonly firstDisbursedOn: string | null;
  readonly checkedOn: string | null;
  readonly checkKind: string | null;
  readonly finding: string | null;
  readonly misused: number | null;
  readonly checks: number;
  readonly dueOn: string | null;
};

export type LoanCheckListResponse = {
  readonly checks: readonly (LoanCheckAnswer)[];
  readonly next?: string;
};

export type LoanDeedRequest = {
  readonly deed: "RECEIVE" | "APPRAISE" | "APPROVE" | "REFUSE" | "CANCEL" | "END_DISBURSEMENT" | "EXTEND" | "FREEZE" | "UNFREEZE" | "WRITE_OFF" | "CHECK" | "CONSENT" | "WITHDRAW_CONSENT";
  readonly on?: string;
  readonly loanNo?: string;
  readonly amount?: number;
  readonly costs?: number;
  readonly supported?: number;
  readonly termMonths?: number;
  readonly everyMonths?: number;
  readonly months?: number;
  readonly until?: string;
  readonly decisionNo?: string;
  readonly reason?: string;
  readonly collateral?: string;
  readonly capitalSource?: string;
  readonly creditGroup?: string;
  readonly authorisedPayer?: string;
  readonly checkKind?: "PERIODIC" | "REGULAR" | "SURPRISE";
  readonly finding?: "AS_PROMISED" | "PARTLY" | "NOT_AS_PROMISED";
  readonly misused?: number;
};

export type LoanEntryAnswer = {
  readonly id: number;
  readonly kind: string;
  readonly on: string;
  readonly recordedAt: string;
  readonly reference: string | null;
  readonly payee: string | null;
  readonly amount: number;
  readonly principal: number;
  readonly overduePrincipal: number;
  readonly interest: number;
  readonly overdueInterest: number;
  readonly advance: number;
  readonly tolerated: number;
  readonly reversesId: number | null;
  readonly reversedBy: number | null;
  readonly by: string | null;
  readonly note: string | null;
};

export type LoanEventAnswer = {
  readonly kind: string;
  readonly on: string;
  readonly recordedAt: string;
  readonly stateAfter: string;
  readonly detail: Record<string, unknown>;
  readonly by: string | null;
  readonly organisation: string | null;
};

export type LoanLineAnswer = {
  readonly id: string;
  readonly loanNo: string | null;
  readonly product: string;
  readonly state: string;
  readonly standing: string;
  readonly standingTitle: string;
  readonly version: number;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly fullName: string | null;
  readonly communeName: string | null;
  readonly stage: string | null;
  readonly departedOn: string | null;
  readonly returnedOn: string | null;
  readonly contractEnd: string | null;
  readonly priority: boolean;
  readonly requested: number | null;
  readonly approved: number | null;
  readonly principal: number;
  readonly overduePrincipal: number;
  readonly nextDueOn: string | null;
  readonly daysLate: number;
  readonly referredOn: string | null;
  readonly receivedOn: string | null;
  readonly decideBy: string | null;
  readonly endsOn: string | null;
  readonly creditGroup: string | null;
};

export type LoanLinkedResponse = {
  readonly loanId: string;
  readonly caseId: string;
};

export type LoanListResponse = {
  readonly loans: readonly (LoanLineAnswer)[];
  readonly next?: string;
};

export type LoanResponse = {
  readonly id: string;
  readonly loanNo: string | null;
  readonly product: string;
  readonly state: string;
  readonly standing: string;
  readonly standingTitle: string;
  readonly version: number;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly fullName: string | null;
  readonly communeName: string | null;
  readonly stage: string | null;
  readonly departedOn: string | null;
  readonly returnedOn: string | null;
  readonly contractEnd: string | null;
  readonly priority: boolean;
  readonly requested: number | null;
  readonly approved: number | null;
  readonly principal: number;
  readonly overduePrincipal: number;
  readonly nextDueOn: string | null;
  readonly daysLate: number;
  readonly referredOn: string | null;
  readonly receivedOn: string | null;
  readonly decideBy: string | null;
  readonly endsOn: string | null;
  readonly creditGroup: string | null;
  readonly rate: string;
  readonly overdueRate: string;
  readonly ratePpm: number | null;
  readonly overdueRatePpm: number | null;
  readonly termMonths: number | null;
  readonly everyMonths: number | null;
  readonly disbursed: number;
  readonly advance: number;
  readonly interestPaidTo: string | null;
  readonly ruleDate: string;
  readonly decidedOn: string | null;
  readonly decisionNo: string | null;
  readonly reason: string | null;
  readonly collateral: string | null;
  readonly capitalSource: string | null;
  readonly authorisedPayer: string | null;
  readonly firstDisbursedOn: string | null;
  readonly frozen: readonly (FrozenAnswer)[];
  readonly returnType: string | null;
  readonly abscondedOn: string | null;
  readonly bankId: string;
  readonly bankName: string;
  readonly today: string;
  readonly sharedOn: string | null;
  readonly cause: string;
  readonly due: AmountsAnswer;
  readonly deeds: readonly (string)[];
  readonly entries: readonly (LoanEntryAnswer)[];
  readonly instalments: readonly (InstalmentAnswer)[];
  readonly events: readonly (LoanEventAnswer)[];
};

export type LoanShareAnswer = {
  readonly coverPercent: number;
  readonly basis: string;
  readonly certain: boolean;
};

export type LoanStandingResponse = {
  readonly standings: readonly (StandingAnswer)[];
};

export type LoginResponse = {
  readonly login: string;
};

export type LookupRequest = {
  readonly code: string;
  readonly pin: string;
};

export type LookupResponse = {
  readonly step: number | null;
  readonly of: number;
  readonly title: string;
  readonly next: string;
  readonly office: string | null;
  readonly phone: string | null;
};

export type ManyMilestonesRequest = {
  readonly caseIds: readonly (string)[];
  readonly kind: "REGISTERED" | "COUNSELLED" | "SOURCED" | "SELECTED" | "TRAINING_STARTED" | "CERTIFICATE_ISSUED" | "CONTRACT_SIGNED" | "EMPLOYMENT_CONTRACT_SIGNED" | "APPLICATION_CONFIRMED" | "HEALTH_CERTIFIED" | "SUPPLY_CONTRACT_REGISTERED" | "COMMUNE_CONFIRMED" | "PASSPORT_RECORDED" | "VISA_ISSUED" | "POLICE_RECORD_ISSUED" | "LANGUAGE_PROVEN" | "VOCATION_PROVEN" | "ESCROW_PAID" | "FUND_PAID" | "FEES_PAID" | "RETURN_COMMITTED" | "EXIT_CLEARED" | "RELATIVES_CLEARED" | "GUARD_PROVEN" | "EXIT_PLANNED" | "LOAN_APPROVED" | "LOAN_DISBURSED" | "LOAN_SETTLED" | "READY_CONFIRMED" | "REJECTED" | "WITHDRAWN" | "NOT_SENT" | "DEPARTED" | "EMPLOYER_REPORTED" | "EXTENDED" | "TRANSFERRED" | "VISITED_HOME" | "RETURN_PLANNED" | "STAY_CHANGED" | "STAY_CANCELLED" | "CONTRACT_TERMINATED" | "STATUS_CHANGED" | "ABSCONDED" | "ABSCONDING_WITHDRAWN" | "WENT_MISSING" | "FOUND" | "RETURNED" | "DIED" | "AGENCY_CHANGED" | "CLOSED" | "REOPENED";
  readonly effectiveOn?: string;
  readonly detail?: DetailRequest;
};

export type ManyRecordedResponse = {
  readonly results: readonly (ManyResultAnswer)[];
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly undoMinutes: number;
};

export type ManyResultAnswer = {
  readonly caseId: string;
  readonly outcome: string;
  readonly stage?: string;
  readonly code?: string;
  readonly message?: string;
};

export type MarketAnswer = {
  readonly code: string;
  readonly name: string;
};

export type MarketListResponse = {
  readonly markets: readonly (MarketAnswer)[];
};

export type MeResponse = {
  readonly login: string;
  readonly displayName: string;
  readonly role: string;
  readonly organisation: OwnOrganisationAnswer | null;
  readonly provinceCode: string | null;
  readonly communes: readonly (string)[];
  readonly today: string;
};

export type MergedUnitAnswer = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly to: string;
  readonly district: string | null;
  readonly divided: boolean;
  readonly verified: boolean;
};

export type MilestoneRequest = {
  readonly effectiveOn?: string;
  readonly detail?: DetailRequest;
  readonly contract?: ContractRequest;
  readonly documentId?: string;
  readonly kind: "REGISTERED" | "COUNSELLED" | "SOURCED" | "SELECTED" | "TRAINING_STARTED" | "CERTIFICATE_ISSUED" | "CONTRACT_SIGNED" | "EMPLOYMENT_CONTRACT_SIGNED" | "APPLICATION_CONFIRMED" | "HEALTH_CERTIFIED" | "SUPPLY_CONTRACT_REGISTERED" | "COMMUNE_CONFIRMED" | "PASSPORT_RECORDED" | "VISA_ISSUED" | "POLICE_RECORD_ISSUED" | "LANGUAGE_PROVEN" | "VOCATION_PROVEN" | "ESCROW_PAID" | "FUND_PAID" | "FEES_PAID" | "RETURN_COMMITTED" | "EXIT_CLEARED" | "RELATIVES_CLEARED" | "GUARD_PROVEN" | "EXIT_PLANNED" | "LOAN_APPROVED" | "LOAN_DISBURSED" | "LOAN_SETTLED" | "READY_CONFIRMED" | "REJECTED" | "WITHDRAWN" | "NOT_SENT" | "DEPARTED" | "EMPLOYER_REPORTED" | "EXTENDED" | "TRANSFERRED" | "VISITED_HOME" | "RETURN_PLANNED" | "STAY_CHANGED" | "STAY_CANCELLED" | "CONTRACT_TERMINATED" | "STATUS_CHANGED" | "ABSCONDED" | "ABSCONDING_WITHDRAWN" | "WENT_MISSING" | "FOUND" | "RETURNED" | "DIED" | "AGENCY_CHANGED" | "CLOSED" | "REOPENED";
};

export type MilestoneResponse = {
  readonly outcome: string;
  readonly caseId: string;
  readonly eventId?: number;
  readonly stage: string;
  readonly version: number;
  readonly gaps: readonly (string)[];
};

export type MissingCaseAnswer = {
  readonly caseId: string;
  readonly code: string;
  readonly fullName: string;
  readonly stage: string;
  readonly departedOn: string | null;
  readonly contractEnd: string | null;
};

export type MissingPaperAnswer = {
  readonly guard: string;
  readonly title: string;
  readonly state: string;
  readonly why: string | null;
};

export type MoneyTakenBackResponse = {
  readonly what: string;
  readonly id: string;
};

export type MonthAnswer = {
  readonly month: string;
  readonly state: string;
  readonly statements: number;
  readonly openLines: number;
  readonly differences: number;
  readonly trail: readonly (MonthTrailAnswer)[];
};

export type MonthCheckResponse = {
  readonly statements: number;
  readonly openLines: number;
  readonly wrongTotals: number;
  readonly differences: readonly (BalanceDifferenceAnswer)[];
  readonly lent: number;
  readonly received: number;
};

export type MonthListResponse = {
  readonly months: readonly (MonthAnswer)[];
};

export type MonthRequest = {
  readonly month: string;
  readonly act: "CLOSE" | "REOPEN";
  readonly reason?: string;
};

export type MonthTrailAnswer = {
  readonly kind: string;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string | null;
};

export type NamedPlaceAnswer = {
  readonly code: string;
  readonly name: string;
};

export type NamedRelativeRequest = {
  readonly kin: "FATHER" | "MOTHER" | "SPOUSE" | "CHILD" | "SIBLING";
  readonly fullName: string;
};

export type NoticeAnswer = {
  readonly id: number;
  readonly addressee: string;
  readonly office: string;
  readonly kind: string;
  readonly day: string;
  readonly ordinal: number | null;
  readonly state: string;
  readonly createdAt: string;
  readonly sealedAt: string | null;
  readonly items: number;
  readonly deliveries: readonly (DeliveryAnswer)[];
};

export type NoticeListResponse = {
  readonly notices: readonly (NoticeAnswer)[];
  readonly next?: number;
};

export type NotificationSettingRequest = {
  readonly urgentPush: boolean;
  readonly urgentMail: boolean;
  readonly usualPush: boolean;
  readonly usualMail: "daily" | "weekly" | "off";
  readonly quietFrom?: string;
  readonly quietUntil?: string;
  readonly quietWeekends: boolean;
};

export type NotificationSettingResponse = {
  readonly urgentPush: boolean;
  readonly urgentMail: boolean;
  readonly usualPush: boolean;
  readonly usualMail: string;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly quietWeekends: boolean;
};

export type OfferAnswer = {
  readonly kind: string;
  readonly title: string;
  readonly needs: readonly (string)[];
  readonly to: string | null;
  readonly proves: string | null;
  readonly late: boolean;
};

export type OfficerAnswer = {
  readonly accountId: string;
  readonly name: string;
  readonly deputyId: string | null;
  readonly deputyName: string | null;
  readonly since: string;
  readonly endedAt: string | null;
  readonly reason: string | null;
};

export type OfficerListResponse = {
  readonly officers: readonly (OfficerAnswer)[];
};

export type OfficerRequest = {
  readonly accountId: string;
  readonly deputyId?: string;
  readonly reason?: string;
};

export type OpenCaseRequest = {
  readonly workerId: string;
  readonly agencyId?: string;
  readonly legalForm?: "SERVICE" | "PUBLIC" | "SEASONAL" | "BORDER" | "CONTRACTOR" | "SKILL_UPGRADE" | "DIRECT";
  readonly programme?: string;
  readonly market?: string;
  readonly registeredOn?: string;
};

export type OpenClassRequest = {
  readonly kind: "ORIENTATION" | "LANGUAGE" | "VOCATION";
  readonly title: string;
  readonly market?: string;
  readonly occupation?: string;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly seats: number;
  readonly trainers: readonly (string)[];
};

export type OpeningAnswer = {
  readonly id: string;
  readonly firm: string;
  readonly occupation: string;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly place: string;
  readonly places: number;
  readonly taken: number;
  readonly hired: number;
  readonly waiting: number;
  readonly wageFrom: number;
  readonly wageTo: number | null;
  readonly language: string | null;
  readonly until: string;
  readonly contact: string | null;
  readonly note: string | null;
  readonly state: string;
};

export type OpeningListResponse = {
  readonly openings: readonly (OpeningAnswer)[];
};

export type OpeningRequest = {
  readonly firm: string;
  readonly occupation: string;
  readonly workCommune?: string;
  readonly place: string;
  readonly places: number;
  readonly wageFrom: number;
  readonly wageTo?: number;
  readonly language?: "KO" | "JA" | "ZH" | "EN" | "DE";
  readonly until: string;
  readonly contact?: string;
  readonly note?: string;
};

export type OpeningSavedResponse = {
  readonly openingId: string;
};

export type OpeningTermsAnswer = {
  readonly firm: string;
  readonly occupation: string;
  readonly communeCode: string | null;
  readonly place: string;
  readonly places: number;
  readonly wageFrom: number;
  readonly wageTo: number | null;
  readonly language: string | null;
  readonly until: string;
  readonly contact: string | null;
  readonly note: string | null;
};

export type OpeningVersionAnswer = {
  readonly terms: OpeningTermsAnswer;
  readonly changedAt: string;
  readonly by: string | null;
};

export type OpeningVersionsResponse = {
  readonly versions: readonly (OpeningVersionAnswer)[];
};

export type OperationReportResponse = {
  readonly healthy: boolean;
  readonly findings: readonly (FindingAnswer)[];
  readonly databaseVersion: string;
  readonly beats: readonly (BeatAnswer)[];
  readonly topics: readonly (DutyTopicAnswer)[];
  readonly sweeps: readonly (LastSweepAnswer)[];
  readonly mailGateClosed: boolean;
  readonly deliveries: Record<string, unknown>;
  readonly lettersWaiting: number;
  readonly noticesHeld: number;
};

export type OrderDecisionRequest = {
  readonly decision: "approve" | "refuse";
  readonly reason?: string;
};

export type OrderListResponse = {
  readonly orders: readonly (OrderResponse)[];
  readonly next?: string;
};

export type OrderOfferAnswer = {
  readonly orderId: string;
  readonly code: string;
  readonly title: string;
  readonly agencyName: string;
  readonly market: string;
  readonly free: number;
  readonly fits: readonly (string)[];
  readonly misses: readonly (string)[];
};

export type OrderOffersResponse = {
  readonly offers: readonly (OrderOfferAnswer)[];
};

export type OrderPeopleResponse = {
  readonly people: readonly (OrderPersonAnswer)[];
  readonly rounds: readonly (SelectionRoundAnswer)[];
  readonly next?: string;
};

export type OrderPersonAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly communeName: string | null;
  readonly stage: string;
  readonly holds: boolean;
  readonly result: string | null;
  readonly reason: string | null;
  readonly heldOn: string | null;
  readonly departedOn: string | null;
};

export type OrderProposalAnswer = {
  readonly id: string;
  readonly orderId: string;
  readonly orderCode: string;
  readonly orderTitle: string;
  readonly caseId: string;
  readonly state: string;
  readonly profile: ProposedProfileAnswer;
  readonly reason: string | null;
  readonly note: string | null;
  readonly proposedAt: string;
};

export type OrderProposalListResponse = {
  readonly proposals: readonly (OrderProposalAnswer)[];
  readonly next?: string;
};

export type OrderResponse = {
  readonly id: string;
  readonly code: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly provinceCode: string;
  readonly state: string;
  readonly version: number;
  readonly approvedVersion: number | null;
  readonly terms: OrderTermsAnswer;
  readonly passed: number;
  readonly exited: number;
};

export type OrderTermsAnswer = {
  readonly title: string;
  readonly market: string;
  readonly legalForm: string;
  readonly programme?: string;
  readonly contractId?: string;
  readonly occupation: string;
  readonly employer: string;
  readonly workplace?: string;
  readonly places: number;
  readonly wage?: string;
  readonly wageCurrency?: string;
  readonly hoursPerWeek?: number;
  readonly termMonths?: number;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly sex?: string;
  readonly education?: string;
  readonly language?: string;
  readonly conditions?: string;
  readonly closesOn?: string;
  readonly exitOn?: string;
};

export type OrderTermsRequest = {
  readonly title: string;
  readonly market: string;
  readonly legalForm: "SERVICE" | "PUBLIC" | "SEASONAL" | "BORDER" | "CONTRACTOR" | "SKILL_UPGRADE" | "DIRECT";
  readonly programme?: string;
  readonly contractId?: string;
  readonly occupation: string;
  readonly employer: string;
  readonly workplace?: string;
  readonly places: number;
  readonly wage?: string;
  readonly wageCurrency?: string;
  readonly hoursPerWeek?: number;
  readonly termMonths?: number;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly sex?: "M" | "F";
  readonly education?: "PRIMARY" | "LOWER_SECONDARY" | "UPPER_SECONDARY" | "VOCATIONAL" | "COLLEGE" | "UNIVERSITY";
  readonly language?: string;
  readonly conditions?: string;
  readonly closesOn?: string;
  readonly exitOn?: string;
};

export type OrderVersionAnswer = {
  readonly version: number;
  readonly terms: OrderTermsAnswer;
  readonly state: string;
  readonly filedAt: string;
  readonly filedBy: string | null;
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
};

export type OrderWithVersionsResponse = {
  readonly id: string;
  readonly code: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly provinceCode: string;
  readonly state: string;
  readonly version: number;
  readonly approvedVersion: number | null;
  readonly terms: OrderTermsAnswer;
  readonly passed: number;
  readonly exited: number;
  readonly versions: readonly (OrderVersionAnswer)[];
};

export type OrganisationAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly name: string;
  readonly provinceCode: string | null;
  readonly communeCode: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly active: boolean;
};

export type OrganisationListResponse = {
  readonly organisations: readonly (OrganisationAnswer)[];
  readonly next?: string;
};

export type OtherCaseAnswer = {
  readonly id: string;
  readonly code: string;
  readonly stage: string;
};

export type OverdueOverviewResponse = {
  readonly causes: readonly (CauseAnswer)[];
  readonly total: CauseTotalAnswer;
  readonly ratios: OverdueRatiosAnswer;
};

export type OverdueRatiosAnswer = {
  readonly byPrincipal: number;
  readonly byLoans: number;
};

export type OwnOrganisationAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
};

export type PaperAnswer = {
  readonly guard: string;
  readonly title: string;
  readonly state: string;
  readonly on: string | null;
  readonly until: string | null;
  readonly reference: string | null;
  readonly rule: string | null;
  readonly why: string | null;
  readonly lastDay: string | null;
  readonly waivedFor: string | null;
};

export type PaperFileAnswer = {
  readonly id: string;
  readonly guard: string | null;
  readonly visitId: string | null;
  readonly medium: string;
  readonly bytes: number;
  readonly scan: string;
  readonly sentAt: string;
  readonly sentBy: string | null;
  readonly organisationName: string | null;
};

export type PaperHistoryResponse = {
  readonly shown: readonly (ShownPaperAnswer)[];
  readonly files: readonly (PaperFileAnswer)[];
};

export type PartnerAnswer = {
  readonly id: string;
  readonly name: string;
  readonly market: string;
  readonly registration: string | null;
  readonly address: string | null;
  readonly active: boolean;
};

export type PartnerRequest = {
  readonly name: string;
  readonly registration?: string;
  readonly address?: string;
};

export type PastedAccountRequest = {
  readonly login: string;
  readonly role: string;
  readonly organisation?: string;
  readonly name?: string;
  readonly email?: string;
  readonly communes?: readonly (string)[];
};

export type PermissionAnswer = {
  readonly id: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly basis: string;
};

export type PermissionListResponse = {
  readonly permissions: readonly (PermissionAnswer)[];
};

export type PermitRequest = {
  readonly communes?: readonly (string)[];
  readonly from: string;
  readonly lastDay?: string;
  readonly basis: string;
};

export type PolicyAnswer = {
  readonly id: number;
  readonly key: string;
  readonly market: string;
  readonly value: Record<string, unknown> | readonly (Record<string, unknown>)[] | string | number | boolean;
  readonly basis: string;
  readonly certain: boolean;
  readonly from: string;
  readonly until: string | null;
  readonly note: string;
  readonly enteredBy: string;
  readonly approvedBy: string | null;
};

export type PolicyApprovedResponse = {
  readonly proposalId: string;
  readonly rules: number;
};

export type PolicyListResponse = {
  readonly rules: readonly (PolicyAnswer)[];
  readonly next?: number;
};

export type PolicyProposalAnswer = {
  readonly id: string;
  readonly rules: readonly (ProposedRuleAnswer)[];
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
};

export type PolicyProposalListResponse = {
  readonly proposals: readonly (PolicyProposalAnswer)[];
};

export type PolicyProposalRequest = {
  readonly rules: readonly (PolicyRuleRequest)[];
};

export type PolicyProposedResponse = {
  readonly proposalId: string;
  readonly rules: number;
  readonly unchanged: number;
};

export type PolicyRuleRequest = {
  readonly key: string;
  readonly market?: string;
  readonly value: Record<string, unknown>;
  readonly from: string;
  readonly basis: string;
  readonly certain?: boolean;
  readonly note?: string;
};

export type PostedLineResponse = {
  readonly entryId: number;
  readonly outcome: string;
  readonly state: string;
  readonly principal: number;
  readonly advance: number;
  readonly expected: number;
  readonly split: AmountsAnswer;
};

export type PostingRequest = {
  readonly kind: "DISBURSEMENT" | "INTEREST" | "REPAYMENT" | "SETTLEMENT";
  readonly on: string;
  readonly amount: number;
  readonly reference: string;
  readonly payee?: "WORKER" | "AGENCY";
  readonly note?: string;
};

export type PreferenceRequest = {
  readonly value: Record<string, unknown>;
};

export type PreferenceResponse = {
  readonly key: string;
  readonly value: Record<string, unknown> | readonly (Record<string, unknown>)[] | string | number | boolean | null;
};

export type PrintedCertificateAnswer = {
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  readonly market: string | null;
  readonly occupation: string | null;
  readonly issuedOn: string;
  readonly validUntil: string | null;
};

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors?: readonly ({
  readonly field?: string;
  readonly message?: string;
})[];
  readonly details?: Record<string, unknown>;
};

export type ProfileKeptResponse = {
  readonly workerId: string;
};

export type ProgrammeAnswer = {
  readonly code: string;
  readonly title: string;
  readonly legalForm: string;
  readonly market: string;
};

export type ProgrammeListResponse = {
  readonly programmes: readonly (ProgrammeAnswer)[];
};

export type ProposalAnswer = {
  readonly proposalId: string;
  readonly caseId: string;
  readonly caseCode: string;
  readonly communeCode: string | null;
  readonly basis: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly proposedAt: string;
};

export type ProposalAnswerRequest = {
  readonly proposalId: string;
  readonly answer: "accept" | "decline";
  readonly reason?: "FULL" | "AGE" | "EDUCATION" | "LANGUAGE" | "HEALTH" | "SKILL" | "NOT_REACHED" | "CHANGED_MIND" | "OTHER";
  readonly note?: string;
};

export type ProposalAnswersRequest = {
  readonly answers: readonly (ProposalAnswerRequest)[];
};

export type ProposalListResponse = {
  readonly proposals: readonly (ProposalAnswer)[];
};

export type ProposalRequest = {
  readonly caseId: string;
  readonly basis: "a" | "b" | "c";
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly note?: string;
};

export type ProposalResponse = {
  readonly proposalId: string;
  readonly caseId: string;
  readonly documentId: string;
  readonly decision: string | null;
};

export type ProposalVerdictAnswer = {
  readonly caseId: string;
  readonly verdict: string;
  readonly code: string | null;
  readonly message: string | null;
};

export type ProposalsAnsweredResponse = {
  readonly results: readonly (AnsweredProposalAnswer)[];
};

export type ProposeRequest = {
  readonly caseIds: readonly (string)[];
  readonly note?: string;
};

export type ProposedProfileAnswer = {
  readonly fullName?: string;
  readonly birthYear?: number;
  readonly sex?: string;
  readonly education?: string;
  readonly skill?: string;
  readonly communeName?: string;
  readonly language?: string;
};

export type ProposedResponse = {
  readonly results: readonly (ProposalVerdictAnswer)[];
};

export type ProposedRuleAnswer = {
  readonly key: string;
  readonly market: string;
  readonly value: Record<string, unknown> | readonly (Record<string, unknown>)[] | string | number | boolean;
  readonly from: string;
  readonly basis: string;
  readonly certain: boolean;
  readonly note: string;
};

export type ProveGuardRequest = {
  readonly guard: "APPLICATION" | "HEALTH" | "ORIENTATION" | "SUPPLY_CONTRACT" | "SENDING_CONTRACT" | "EMPLOYMENT_CONTRACT" | "COMMUNE_CONFIRMATION" | "PASSPORT" | "VISA" | "POLICE_RECORD" | "LANGUAGE" | "VOCATION" | "ESCROW" | "FUND" | "RETURN_COMMITMENT" | "NO_EXIT_BAN" | "NO_RELATIVE_OVERSTAYING" | "FEES";
  readonly on: string;
  readonly validUntil?: string;
  readonly reference: string;
  readonly issuer?: string;
  readonly pass?: boolean;
};

export type ProvinceListResponse = {
  readonly provinces: readonly (UnitAnswerLine)[];
};

export type PublicFairAnswer = {
  readonly id: string;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string;
  readonly communeName: string | null;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly firms: readonly (string)[];
  readonly transport: string | null;
  readonly signUpUntil: string;
  readonly organisationName: string;
  readonly phone: string | null;
  readonly note: string | null;
  readonly full: boolean;
};

export type PublicFairListResponse = {
  readonly today: string;
  readonly fairs: readonly (PublicFairAnswer)[];
  readonly provinces: readonly (NamedPlaceAnswer)[];
  readonly communes: readonly (NamedPlaceAnswer)[];
};

export type PublicLicenceAnswer = {
  readonly name: string;
  readonly licensed: string;
  readonly number: string | null;
  readonly checkedOn: string | null;
};

export type PublicLicenceListResponse = {
  readonly agencies: readonly (PublicLicenceAnswer)[];
};

export type PublicOfficeAnswer = {
  readonly name: string;
  readonly phone: string | null;
  readonly provinceCode: string | null;
};

export type PublicOfficeListResponse = {
  readonly offices: readonly (PublicOfficeAnswer)[];
};

export type PublicOpeningAnswer = {
  readonly id: string;
  readonly firm: string;
  readonly occupation: string;
  readonly place: string;
  readonly communeName: string | null;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly free: number;
  readonly wageFrom: number;
  readonly wageTo: number | null;
  readonly language: string | null;
  readonly until: string;
  readonly office: string;
  readonly phone: string | null;
};

export type PublicOpeningListResponse = {
  readonly openings: readonly (PublicOpeningAnswer)[];
};

export type PublicOrderAnswer = {
  readonly code: string;
  readonly agencyName: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly market: string;
  readonly title: string;
  readonly closesOn: string | null;
  readonly free: number;
  readonly occupation: string;
  readonly employer: string;
  readonly workplace?: string;
  readonly wage?: string;
  readonly wageCurrency?: string;
  readonly hoursPerWeek?: number;
  readonly termMonths?: number;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly sex?: string;
  readonly education?: string;
  readonly language?: string;
  readonly conditions?: string;
};

export type PublicOrderListResponse = {
  readonly orders: readonly (PublicOrderAnswer)[];
};

export type PushEndpointRequest = {
  readonly endpoint: string;
};

export type PushKeyResponse = {
  readonly publicKey: string;
};

export type PushKeysRequest = {
  readonly p256dh: string;
  readonly auth: string;
};

export type PushSubscriptionRequest = {
  readonly endpoint: string;
  readonly keys: PushKeysRequest;
};

export type QuestionAnswer = {
  readonly id: string;
  readonly caseId: string;
  readonly text: string;
  readonly askedAt: string;
  readonly organisationId: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
};

export type QuestionAnswerRequest = {
  readonly text: string;
};

export type QuestionAnsweredResponse = {
  readonly questionId: string;
  readonly caseId: string;
};

export type QuestionAskedResponse = {
  readonly questionId: string;
};

export type QuestionListResponse = {
  readonly questions: readonly (QuestionAnswer)[];
};

export type QuestionRequest = {
  readonly caseId: string;
  readonly text: string;
};

export type ReadAnswer = {
  readonly at: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly fields: string;
  readonly purpose: string;
  readonly reason: string | null;
};

export type ReadFileRequest = {
  readonly reason: string;
};

export type ReadListResponse = {
  readonly reads: readonly (ReadAnswer)[];
};

export type ReadyResponse = {
  readonly status: string;
  readonly database: string;
  readonly background: string;
};

export type ReceiptFlagsResponse = {
  readonly faults: readonly (string)[];
  readonly article: string | null;
};

export type ReceiptResponse = {
  readonly caseCode: string;
  readonly pin: string;
  readonly issuedAt: string;
  readonly fullName: string;
  readonly step: string;
  readonly office: string | null;
  readonly phone: string | null;
  readonly page: string;
};

export type RecipientAnswer = {
  readonly role: string;
  readonly addressee: string | null;
  readonly since: string;
  readonly toldOn: string | null;
};

export type ReferRequest = {
  readonly caseIds: readonly (string)[];
  readonly bankId?: string;
  readonly requested?: number;
};

export type ReferralAnswer = {
  readonly id: string;
  readonly openingId: string;
  readonly firm: string;
  readonly occupation: string;
  readonly referredOn: string;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly answeredOn: string | null;
};

export type ReferralOutcomeRequest = {
  readonly outcome: "taken" | "declined" | "no_answer";
  readonly reason?: "WAGE" | "FAR" | "OTHER_TRADE" | "HEALTH" | "FAMILY" | "GOES_AGAIN" | "OWN_BUSINESS" | "FIRM_CHOSE_OTHER" | "FIRM_SILENT" | "NOT_REACHED" | "OTHER";
  readonly note?: string;
};

export type ReferralRequest = {
  readonly workerId: string;
};

export type ReferralSavedResponse = {
  readonly referralId: string;
};

export type ReferredCaseAnswer = {
  readonly caseId: string;
  readonly outcome: string;
  readonly code?: string;
  readonly message?: string;
};

export type ReferredResponse = {
  readonly results: readonly (ReferredCaseAnswer)[];
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
};

export type RefundAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly principal: number;
  readonly interest: number;
  readonly paid: number;
  readonly dueBy: string;
  readonly detail: RefundDetailAnswer;
  readonly ruleBasis: string | null;
  readonly ruleCertain: boolean;
  readonly payments: readonly (RefundPaymentAnswer)[];
};

export type RefundDetailAnswer = {
  readonly taken?: number;
  readonly provenCosts?: number;
  readonly fault?: string;
  readonly basis?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly lastDay?: string;
  readonly refundOn?: string;
  readonly wholeUnits?: number;
  readonly leftUnits?: number;
  readonly interestPpm?: number;
  readonly terms?: readonly (RefundTermAnswer)[];
  readonly lines?: readonly (RefundReceiptAnswer)[];
};

export type RefundPaymentAnswer = {
  readonly id: number;
  readonly amount: number;
  readonly on: string;
  readonly proof: string;
  readonly takenBack: boolean;
};

export type RefundPaymentRequest = {
  readonly amount: number;
  readonly on?: string;
  readonly proof: string;
};

export type RefundReceiptAnswer = {
  readonly receiptNo: string;
  readonly item: string;
  readonly paidOn: string;
  readonly amount: number;
  readonly share?: number;
  readonly days?: number;
  readonly interest?: number;
};

export type RefundRequest = {
  readonly kind: "EARLY_RETURN" | "DEATH" | "NOT_SENT" | "WITHDRAWAL";
  readonly lastDay?: string;
  readonly fault?: "WORKER" | "EMPLOYER" | "AGENCY" | "FORCE_MAJEURE" | "NONE";
  readonly provenCosts?: number;
};

export type RefundTermAnswer = {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly taken: number;
  readonly wholeUnits: number;
  readonly leftUnits: number;
  readonly principal: number;
};

export type RegisterWorkerRequest = {
  readonly fullName: string;
  readonly provinceCode?: string;
  readonly communeCode: string;
  readonly hamlet?: string;
  readonly birthDate?: string;
  readonly birthPrecision?: "Y" | "YM" | "YMD";
  readonly sex?: "M" | "F";
  readonly ethnicCode?: string;
  readonly householdClass?: string;
  readonly education?: string;
  readonly skill?: string;
  readonly citizenId?: string;
  readonly passport?: string;
  readonly phones?: readonly (string)[];
  readonly contacts?: readonly (FamilyContactRequest)[];
  readonly priorityGroups?: readonly (string)[];
  readonly consentFamilyNotice?: boolean;
  readonly confirmedNew?: readonly (string)[];
};

export type RegistrationResponse = {
  readonly outcome: string;
  readonly workerId?: string;
  readonly duplicates?: readonly (DuplicateAnswer)[];
};

export type RelativeAnswer = {
  readonly kin: string;
  readonly fullName: string;
  readonly hasCitizenId: boolean;
};

export type RelativeListResponse = {
  readonly relatives: readonly (RelativeAnswer)[];
};

export type RelativeRequest = {
  readonly kin: "FATHER" | "MOTHER" | "SPOUSE" | "CHILD" | "SIBLING";
  readonly fullName: string;
  readonly citizenId?: string;
};

export type RemindRequest = {
  readonly caseIds: readonly (string)[];
};

export type RemindedResponse = {
  readonly results: readonly (ReminderVerdictAnswer)[];
};

export type ReminderVerdictAnswer = {
  readonly caseId: string;
  readonly outcome: string;
  readonly message?: string;
};

export type RemoveFileRequest = {
  readonly reason: string;
};

export type ReplacementRequest = {
  readonly effectiveOn?: string;
  readonly detail?: DetailRequest;
  readonly contract?: ContractRequest;
  readonly documentId?: string;
};

export type ReplayRequest = {
  readonly since: string;
};

export type ReplayedResponse = {
  readonly messages: number;
};

export type ReportBoardResponse = {
  readonly month: string;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
  readonly over: boolean;
  readonly whole: boolean;
  readonly reportId: string | null;
  readonly state: string;
  readonly version: number;
  readonly late: boolean;
  readonly decisionNote: string | null;
  readonly takenAt: string;
  readonly frozen: boolean;
  readonly remark: string;
  readonly target: number | null;
  readonly figures: readonly (ComparedFigureAnswer)[];
  readonly restated: readonly (RestatedAnswer)[];
  readonly units: readonly (ReportingUnitAnswer)[];
  readonly sent: number;
  readonly warnings: ReportWarningsAnswer;
};

export type ReportRowsResponse = {
  readonly cases: number;
  readonly people: readonly (BehindLineAnswer)[];
};

export type ReportVersionResponse = {
  readonly id: string;
  readonly province: string;
  readonly communeCode: string;
  readonly month: string;
  readonly version: number;
  readonly state: string;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
  readonly takenAt: string;
  readonly sentOn: string;
  readonly late: boolean;
  readonly target: number | null;
  readonly remark: string;
  readonly decisionNote: string | null;
  readonly organisationId: string;
};

export type ReportWarningsAnswer = {
  readonly late: number;
  readonly fell: number;
  readonly untrained: number;
  readonly corrections: number;
};

export type ReportingCommuneAnswer = {
  readonly code: string;
  readonly name: string;
};

export type ReportingUnitAnswer = {
  readonly communeCode: string;
  readonly name: string;
  readonly reportId: string | null;
  readonly state: string;
  readonly version: number;
  readonly sentOn: string | null;
  readonly late: boolean;
  readonly remark: string | null;
  readonly exits: number;
  readonly before: number;
  readonly fell: boolean;
  readonly corrections: number;
};

export type ResidenceRequest = {
  readonly communeCode: string;
  readonly declaredUnitCode?: string;
  readonly declaredOn?: string;
  readonly hamlet?: string;
  readonly reason: string;
};

export type ResolveLineRequest = {
  readonly act: "POST" | "IGNORE";
  readonly loanId?: string;
  readonly reason?: string;
};

export type ResolvedLineResponse = {
  readonly lineId: number;
  readonly state: string;
  readonly entryId: number | null;
  readonly left: number;
};

export type ResolvedPlaceAnswer = {
  readonly kind: string;
  readonly today?: UnitAnswerLine;
  readonly old?: UnitAnswerLine;
  readonly respelled?: boolean;
  readonly unmarked?: boolean;
  readonly certain?: boolean;
  readonly candidates?: readonly (UnitAnswerLine)[];
};

export type RestatedAnswer = {
  readonly indicator: string;
  readonly sent: number;
  readonly now: number;
};

export type ResultRequest = {
  readonly caseId: string;
  readonly passed: boolean;
  readonly score?: string;
};

export type ResultsRequest = {
  readonly results: readonly (ResultRequest)[];
};

export type ResultsResponse = {
  readonly changed: number;
};

export type ReturnProfileAnswer = {
  readonly recordedOn: string;
  readonly occupation: string;
  readonly language: string | null;
  readonly languageLevel: string | null;
  readonly wish: string;
  readonly savings: string | null;
  readonly note: string | null;
};

export type ReturnProfileRequest = {
  readonly recordedOn: string;
  readonly occupation: string;
  readonly language?: "KO" | "JA" | "ZH" | "EN" | "DE";
  readonly languageLevel?: string;
  readonly wish: "LOCAL_JOB" | "OWN_BUSINESS" | "GO_AGAIN" | "LEARN" | "REST";
  readonly savings?: "BUSINESS" | "FARM" | "HOUSE" | "EDUCATION" | "DEBT" | "SAVE" | "NONE";
  readonly note?: string;
};

export type ReturnReport = {
  readonly returnedOn: string;
  readonly returnType: "COMPLETED" | "EARLY" | "DEPORTED" | "VOLUNTARY_AFTER_OVERSTAY" | "AFTER_ABSCONDING" | "SICK_OR_INJURED";
  readonly reason?: string;
  readonly fault?: "WORKER" | "EMPLOYER" | "AGENCY" | "FORCE_MAJEURE" | "NONE";
  readonly note?: string;
};

export type ReturnReportRequest = {
  readonly note: string;
};

export type ReturneeLineAnswer = {
  readonly workerId: string;
  readonly caseId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly communeName: string | null;
  readonly market: string | null;
  readonly returnedOn: string;
  readonly occupation: string | null;
  readonly language: string | null;
  readonly wish: string | null;
  readonly savings: string | null;
  readonly recordedOn: string | null;
  readonly referral: string;
  readonly firm: string | null;
};

export type ReturneeListResponse = {
  readonly people: readonly (ReturneeLineAnswer)[];
  readonly next?: string;
};

export type ReturneePersonAnswer = {
  readonly workerId: string;
  readonly caseId: string | null;
  readonly provinceCode: string;
  readonly fullName: string;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly market: string | null;
  readonly returnedOn: string | null;
  readonly occupations: readonly (string)[];
  readonly language: string | null;
  readonly abroad: boolean;
  readonly today: string;
};

export type ReturneeResponse = {
  readonly person: ReturneePersonAnswer;
  readonly profiles: readonly (ReturnProfileAnswer)[];
  readonly referrals: readonly (ReferralAnswer)[];
  readonly openings: readonly (FittingOpeningAnswer)[];
};

export type RevealRequest = {
  readonly field: "citizenId" | "passport";
  readonly reason: string;
};

export type RevealedResponse = {
  readonly value: string;
};

export type RiskAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly stage: string;
  readonly flightOn: string;
  readonly days: number;
  readonly loanId: string;
  readonly loanState: string;
  readonly decideBy: string | null;
  readonly approved: number | null;
  readonly disbursed: number;
};

export type RiskListResponse = {
  readonly risks: readonly (RiskAnswer)[];
};

export type RowAnswer = {
  readonly sheet: string;
  readonly row: number;
  readonly verdict: string;
  readonly code: string | null;
  readonly column: string | null;
  readonly message: string | null;
  readonly warnings: readonly (RowWarningAnswer)[];
  readonly candidates?: readonly (string)[];
  readonly caseCode?: string | null;
  readonly caseId?: string | null;
  readonly workerId?: string | null;
  readonly carried?: Record<string, unknown>;
};

export type RowWarningAnswer = {
  readonly code: string;
  readonly column: string | null;
  readonly message: string;
};

export type RuleSourceAnswer = {
  readonly rule: string;
  readonly asked: string;
  readonly basis: string;
  readonly from: string | null;
  readonly certain: boolean;
};

export type RuleTrialResponse = {
  readonly asOf: string;
  readonly opens: number;
  readonly closes: number;
  readonly communes: number;
  readonly byRule: readonly (TrialOfRuleAnswer)[];
  readonly byCommune: readonly (TrialOfCommuneAnswer)[];
  readonly examples: readonly (string)[];
};

export type SaidAnswer = {
  readonly voice: string;
  readonly happened: boolean;
  readonly on: string | null;
  readonly saidOn: string;
};

export type SeatAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly communeName: string | null;
  readonly agencyName: string | null;
  readonly stage: string;
  readonly state: string;
  readonly result: string | null;
  readonly score: string | null;
  readonly absentFrom: readonly (string)[];
  readonly attendedPeriods: number;
  readonly certificateNumber: string | null;
};

export type SeatLeftResponse = {
  readonly movedUp: string | null;
};

export type SeatVerdictAnswer = {
  readonly caseId: string;
  readonly outcome: string;
  readonly number?: string;
  readonly code?: string;
  readonly message?: string;
};

export type SeatVerdictListResponse = {
  readonly verdicts: readonly (SeatVerdictAnswer)[];
};

export type SelectionLineRequest = {
  readonly ref: string;
  readonly result: "PASSED" | "FAILED" | "ABSENT";
  readonly reason?: "TEST" | "INTERVIEW" | "HEALTH" | "AGE" | "LANGUAGE" | "SKILL" | "FULL" | "OTHER";
  readonly score?: string;
};

export type SelectionRequest = {
  readonly round: string;
  readonly heldOn: string;
  readonly results: readonly (SelectionLineRequest)[];
};

export type SelectionResponse = {
  readonly roundId: string;
  readonly places: number;
  readonly passed: number;
  readonly results: readonly (SelectionVerdictAnswer)[];
};

export type SelectionRoundAnswer = {
  readonly id: string;
  readonly name: string;
  readonly heldOn: string;
  readonly passed: number;
  readonly failed: number;
};

export type SelectionVerdictAnswer = {
  readonly row: number;
  readonly ref: string;
  readonly caseId: string | null;
  readonly verdict: string;
  readonly code: string | null;
  readonly message: string | null;
};

export type SendReportRequest = {
  readonly month: string;
  readonly remark: string;
};

export type SessionAnswer = {
  readonly id: string;
  readonly heldOn: string;
  readonly part: string;
  readonly periods: number;
  readonly topic: string;
  readonly trainer: string | null;
  readonly taken: boolean;
};

export type SessionListResponse = {
  readonly sessions: readonly (SessionAnswer)[];
};

export type SessionRequest = {
  readonly heldOn: string;
  readonly part: "MORNING" | "AFTERNOON" | "EVENING";
  readonly periods: number;
  readonly topic: string;
  readonly trainer?: string;
};

export type SessionResponse = {
  readonly token: string;
  readonly expiresAt: string;
  readonly me: MeResponse;
};

export type SessionsRequest = {
  readonly sessions: readonly (SessionRequest)[];
};

export type SetPasswordRequest = {
  readonly token: string;
  readonly password: string;
};

export type SheetCellsResponse = {
  readonly sheet: string;
  readonly rows: readonly (CellRowAnswer)[];
  readonly more: boolean;
};

export type SheetColumnAnswer = {
  readonly letter: string;
  readonly header: string;
  readonly field: string | null;
  readonly certainty: string | null;
  readonly samples: readonly (string)[];
};

export type SheetRuleAnswer = {
  readonly rule: string;
  readonly basis: string;
  readonly certain: boolean;
};

export type ShownPaperAnswer = {
  readonly eventId: number;
  readonly guard: string;
  readonly on: string | null;
  readonly validUntil: string | null;
  readonly reference: string | null;
  readonly issuer: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly organisationName: string | null;
  readonly corrected: boolean;
};

export type SignInRequest = {
  readonly login: string;
  readonly password: string;
};

export type SignUpRequest = {
  readonly workerIds: readonly (string)[];
};

export type SignUpResponse = {
  readonly verdicts: readonly (SignUpVerdictAnswer)[];
  readonly free: number;
};

export type SignUpVerdictAnswer = {
  readonly workerId: string;
  readonly outcome: string;
  readonly code?: string;
  readonly message?: string;
};

export type SnoozeRequest = {
  readonly until: string;
  readonly reason: string;
};

export type SnoozedResponse = {
  readonly kind: string;
  readonly id: string;
  readonly hiddenUntil: string;
};

export type StandingAnswer = {
  readonly standing: string;
  readonly title: string;
  readonly owing: boolean;
};

export type StatementAnswer = {
  readonly batchId: string;
  readonly month: string;
  readonly fileName: string;
  readonly recordedAt: string;
  readonly reversedAt: string | null;
  readonly linesOut: number;
  readonly linesIn: number;
  readonly printedOut: number | null;
  readonly printedIn: number | null;
  readonly by: string | null;
  readonly outcomes: Record<string, unknown>;
  readonly open: number;
};

export type StatementListResponse = {
  readonly statements: readonly (StatementAnswer)[];
};

export type StatementRequest = {
  readonly crossing: "EXIT" | "RETURN";
  readonly voice: "AGENCY" | "FAMILY" | "PAPER";
  readonly happened: boolean;
  readonly on?: string;
  readonly note?: string;
};

export type StatementTakenBackResponse = {
  readonly batchId: string;
  readonly takenBack: number;
};

export type SuggestionAnswer = {
  readonly loanId: string;
  readonly loanNo: string | null;
  readonly name: string | null;
  readonly place: string | null;
  readonly principal: number;
  readonly nextDueOn: string | null;
  readonly by: string;
};

export type SupplyContractListResponse = {
  readonly partners: readonly (PartnerAnswer)[];
  readonly contracts: readonly (SupplyContractResponse)[];
};

export type SupplyContractRequest = {
  readonly partner: PartnerRequest;
  readonly number: string;
  readonly market: string;
  readonly occupation: string;
  readonly employer: string;
  readonly quota: number;
  readonly signedOn: string;
  readonly validUntil?: string;
  readonly terms: SupplyTermsRequest;
};

export type SupplyContractResponse = {
  readonly id: string;
  readonly agencyId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly number: string;
  readonly market: string;
  readonly occupation: string;
  readonly employer: string;
  readonly quota: number;
  readonly signedOn: string;
  readonly validUntil: string | null;
  readonly terms: SupplyTermsAnswer;
  readonly state: string;
  readonly registrationNumber: string | null;
  readonly registeredOn: string | null;
  readonly reason: string | null;
};

export type SupplyTermsAnswer = {
  readonly wage?: string;
  readonly wageCurrency?: string;
  readonly termMonths?: number;
  readonly conditions?: string;
};

export type SupplyTermsRequest = {
  readonly wage?: string;
  readonly wageCurrency?: string;
  readonly termMonths?: number;
  readonly conditions?: string;
};

export type SupportAnswer = {
  readonly item: string;
  readonly title: string;
  readonly amount: number;
  readonly by: string;
  readonly written: number | null;
};

export type SupportApprovalRequest = {
  readonly claimIds: readonly (string)[];
  readonly fundId: string;
};

export type SupportClaimAnswer = {
  readonly id: string;
  readonly no: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly workerId: string;
  readonly fullName: string;
  readonly communeName: string | null;
  readonly item: string;
  readonly title: string;
  readonly units: number;
  readonly amount: number;
  readonly group: string;
  readonly ceiling: number | null;
  readonly basis: string | null;
  readonly spentOn: string;
  readonly receiptNo: string;
  readonly claimedOn: string;
  readonly claimedBy: string | null;
  readonly state: string;
  readonly fundId: string | null;
  readonly fundTitle: string | null;
  readonly decidedOn: string | null;
  readonly note: string | null;
  readonly scans: readonly (ClaimScanAnswer)[];
};

export type SupportClaimListResponse = {
  readonly claims: readonly (SupportClaimAnswer)[];
  readonly next?: string;
};

export type SupportClaimRequest = {
  readonly item: string;
  readonly units: number;
  readonly amount: number;
  readonly spentOn: string;
  readonly receiptNo: string;
  readonly fileIds?: readonly (string)[];
};

export type SupportFundAnswer = {
  readonly id: string;
  readonly programme: string;
  readonly year: number;
  readonly budgetLine: string;
  readonly title: string;
  readonly allotted: number;
  readonly free: number;
  readonly committed: number;
  readonly paid: number;
};

export type SupportFundRequest = {
  readonly programme: string;
  readonly year: number;
  readonly budgetLine: string;
  readonly amount: number;
  readonly decision: string;
};

export type SupportFundsResponse = {
  readonly year: number;
  readonly funds: readonly (SupportFundAnswer)[];
  readonly programmes: readonly (SupportProgrammeAnswer)[];
};

export type SupportOfCaseResponse = {
  readonly claims: readonly (SupportClaimAnswer)[];
  readonly open: readonly (SupportOpenAnswer)[];
  readonly scans: readonly (CaseScanAnswer)[];
  readonly groups: readonly (string)[];
  readonly unproven: readonly (string)[];
  readonly basis: string | null;
  readonly certain: boolean;
};

export type SupportOpenAnswer = {
  readonly item: string;
  readonly title: string;
  readonly per: string;
  readonly most: number | null;
  readonly unitsMost: number | null;
  readonly group: string;
  readonly papers: readonly (string)[];
};

export type SupportPaymentRequest = {
  readonly claimIds: readonly (string)[];
  readonly proof: string;
  readonly on?: string;
};

export type SupportProgrammeAnswer = {
  readonly code: string;
  readonly title: string;
};

export type SupportRefusalRequest = {
  readonly claimIds: readonly (string)[];
  readonly reason: string;
};

export type SupportReversalRequest = {
  readonly reason: string;
};

export type SupportScansRequest = {
  readonly fileIds: readonly (string)[];
};

export type SupportableAnswer = {
  readonly item: string;
  readonly title: string;
  readonly ceiling: number | null;
  readonly per: string;
  readonly unitsMost: number | null;
};

export type SweepAnswer = {
  readonly sweep: string;
  readonly businessDay: string;
  readonly state: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly error: string | null;
  readonly examined?: number | null;
  readonly raised?: number | null;
  readonly existing?: number | null;
  readonly closed?: number | null;
  readonly notices?: number | null;
  readonly ms?: number | null;
};

export type SweepListResponse = {
  readonly runs: readonly (SweepAnswer)[];
};

export type TakeBackRequest = {
  readonly reason: string;
};

export type TakeMoneyBackRequest = {
  readonly what: "RECEIPT" | "REFUND" | "REFUND_PAYMENT" | "ESCROW_ENTRY";
  readonly id: string;
  readonly reason: string;
};

export type TargetListResponse = {
  readonly year: number;
  readonly province: number | null;
  readonly sum: number;
  readonly communes: readonly (CommuneTargetAnswer)[];
};

export type TargetRequest = {
  readonly communeCode?: string;
  readonly exits: number;
};

export type TargetsPutResponse = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
};

export type TargetsRequest = {
  readonly year: number;
  readonly targets: readonly (TargetRequest)[];
};

export type TaskAnswer = {
  readonly id: number;
  readonly desk: string;
  readonly kind: string;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly agencyId: string | null;
  readonly caseId: string | null;
  readonly workerId: string | null;
  readonly detail: Record<string, unknown>;
  readonly dueOn: string | null;
  readonly state: string;
  readonly createdAt: string;
};

export type TaskListResponse = {
  readonly tasks: readonly (TaskAnswer)[];
  readonly next?: string;
};

export type TimelineResponse = {
  readonly events: readonly (EventAnswer)[];
};

export type TrainedResponse = {
  readonly exits: number;
  readonly trained: number;
};

export type TransferReport = {
  readonly transferredOn: string;
  readonly employer: string;
  readonly workplace?: string;
  readonly newEnd?: string;
  readonly note?: string;
};

export type TrialOfCommuneAnswer = {
  readonly communeCode: string | null;
  readonly opens: number;
  readonly closes: number;
};

export type TrialOfRuleAnswer = {
  readonly rule: string;
  readonly opens: number;
  readonly closes: number;
};

export type UncertifiedAnswer = {
  readonly caseCode: string;
  readonly fullName: string;
  readonly classTitle: string | null;
  readonly passedOn: string | null;
};

export type UncertifiedListResponse = {
  readonly people: readonly (UncertifiedAnswer)[];
  readonly more: boolean;
};

export type UndoRequestBody = {
  readonly requestKey: string;
};

export type UndoneCaseAnswer = {
  readonly caseId: string;
  readonly outcome: string;
  readonly code?: string;
  readonly message?: string;
};

export type UndoneRequestResponse = {
  readonly results: readonly (UndoneCaseAnswer)[];
  readonly undone: number;
  readonly left: number;
};

export type UndoneResponse = {
  readonly batch: string;
  readonly undone: number;
  readonly left: readonly (LeftAnswer)[];
};

export type UnitAnswerLine = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly hint?: boolean;
};

export type UnitListResponse = {
  readonly answer: ResolvedPlaceAnswer;
  readonly communes: readonly (CommuneAnswer)[];
};

export type UnitOfCodeAnswer = {
  readonly level: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly verified: boolean;
  readonly today: readonly (UnitAnswerLine)[];
};

export type UnitResponse = {
  readonly code: string;
  readonly today: CommuneAnswer | null;
  readonly history: readonly (UnitOfCodeAnswer)[];
  readonly mergedFrom: readonly (MergedUnitAnswer)[];
};

export type UnknownLineAnswer = {
  readonly sheet: string;
  readonly row: number;
  readonly key: string;
  readonly fullName: string;
};

export type UnreadLineAnswer = {
  readonly sheet: string;
  readonly row: number;
  readonly code: string;
  readonly message: string;
};

export type VerdictAnswer = {
  readonly state: string;
  readonly rule?: string;
  readonly owner?: string;
  readonly since?: string;
};

export type VersionResponse = {
  readonly version: number;
};

export type ViewAddedResponse = {
  readonly id: string;
};

export type ViewAnswer = {
  readonly id: string;
  readonly screen: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  readonly own: boolean;
  readonly author: string;
};

export type ViewListResponse = {
  readonly views: readonly (ViewAnswer)[];
};

export type ViewRequest = {
  readonly screen: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
};

export type VisitAnswer = {
  readonly id: string;
  readonly visitedOn: string;
  readonly visitors: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly promisedOn: string | null;
  readonly nextVisitOn: string | null;
  readonly note: string | null;
  readonly met: readonly (string)[];
  readonly saidAt: string | null;
  readonly recordedAt: string;
};

export type VisitFields = {
  readonly alertId?: number;
  readonly visitedOn: string;
  readonly visitors: string;
  readonly met?: readonly (string)[];
  readonly purpose: "REMIND" | "PERSUADE" | "DIFFICULTY" | "CONDOLENCE";
  readonly outcome: "FAMILY_AGREED" | "WORKER_WILL_RETURN" | "REFUSED" | "NO_CONTACT" | "MOVED" | "WRONG_INFO" | "RETURNED";
  readonly promisedOn?: string;
  readonly nextVisitOn?: string;
  readonly note?: string;
  readonly saidAt?: string;
};

export type VisitListResponse = {
  readonly visits: readonly (VisitAnswer)[];
};

export type VisitRecordedResponse = {
  readonly visitId: string;
  readonly caseId: string;
  readonly closedAlerts: number;
  readonly late: boolean;
};

export type VisitRequest = {
  readonly alertId?: number;
  readonly visitedOn: string;
  readonly visitors: string;
  readonly met?: readonly (string)[];
  readonly purpose: "REMIND" | "PERSUADE" | "DIFFICULTY" | "CONDOLENCE";
  readonly outcome: "FAMILY_AGREED" | "WORKER_WILL_RETURN" | "REFUSED" | "NO_CONTACT" | "MOVED" | "WRONG_INFO" | "RETURNED";
  readonly promisedOn?: string;
  readonly nextVisitOn?: string;
  readonly note?: string;
  readonly saidAt?: string;
  readonly caseId: string;
};

export type WaiveGuardRequest = {
  readonly guard: "APPLICATION" | "HEALTH" | "ORIENTATION" | "SUPPLY_CONTRACT" | "SENDING_CONTRACT" | "EMPLOYMENT_CONTRACT" | "COMMUNE_CONFIRMATION" | "PASSPORT" | "VISA" | "POLICE_RECORD" | "LANGUAGE" | "VOCATION" | "ESCROW" | "FUND" | "RETURN_COMMITMENT" | "NO_EXIT_BAN" | "NO_RELATIVE_OVERSTAYING" | "FEES";
  readonly reason: string;
};

export type WantingAnswer = {
  readonly caseId: string;
  readonly caseCode: string;
  readonly fullName: string;
  readonly communeName: string | null;
  readonly stage: string;
  readonly plannedExitOn: string | null;
};

export type WantingListResponse = {
  readonly people: readonly (WantingAnswer)[];
};

export type WarningAnswer = {
  readonly code: string;
  readonly title: string;
  readonly text: string;
};

export type WarningListResponse = {
  readonly warnings: readonly (WarningAnswer)[];
  readonly from: string;
  readonly basis: string;
};

export type WebhookAnswer = {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly (string)[];
  readonly state: string;
  readonly createdAt: string;
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
};

export type WebhookCreatedResponse = {
  readonly id: string;
  readonly secret: string;
};

export type WebhookListResponse = {
  readonly webhooks: readonly (WebhookAnswer)[];
};

export type WebhookMessageAnswer = {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
};

export type WebhookMessagesResponse = {
  readonly messages: readonly (WebhookMessageAnswer)[];
};

export type WebhookRequest = {
  readonly url: string;
  readonly kinds?: readonly (string)[];
};

export type WorkCountsAnswer = {
  readonly urgent: number;
  readonly today: number;
  readonly week: number;
  readonly later: number;
  readonly waiting: number;
  readonly hidden: number;
  readonly doneToday: number;
  readonly kinds: readonly (WorkKindAnswer)[];
};

export type WorkKindAnswer = {
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  readonly bucket: string;
  readonly rows: number;
};

export type WorkListResponse = {
  readonly today: string;
  readonly rows: readonly (WorkRowAnswer)[];
  readonly next?: string;
  readonly counts?: WorkCountsAnswer;
};

export type WorkRowAnswer = {
  readonly kind: string;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly bucket: string;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly workerId: string | null;
  readonly fullName: string | null;
  readonly communeCode: string | null;
  readonly communeName: string | null;
  readonly why: string;
  readonly advice: string;
  readonly nextAction: string;
  readonly detail: Record<string, unknown>;
  readonly hiddenUntil?: string;
};

export type WorkerLineAnswer = {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthPrecision: string | null;
  readonly sex: string | null;
  readonly communeCode: string | null;
  readonly hamlet: string | null;
  readonly phone: string | null;
};

export type WorkerListResponse = {
  readonly workers: readonly (WorkerLineAnswer)[];
  readonly next?: string;
};

export type WorkerResponse = {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthPrecision: string | null;
  readonly sex: string | null;
  readonly ethnicCode: string | null;
  readonly householdClass: string | null;
  readonly education: string | null;
  readonly skill: string | null;
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly hamlet: string | null;
  readonly declaredPlace: string | null;
  readonly provinceName: string | null;
  readonly communeName: string | null;
  readonly declaredUnitName: string | null;
  readonly hasCitizenId: boolean;
  readonly hasPassport: boolean;
  readonly consentFamilyNotice: boolean;
  readonly version: number;
  readonly phones: readonly (string)[];
  readonly formerPhones: readonly (string)[];
  readonly priorityGroups: readonly (string)[];
  readonly contacts: readonly (ContactAnswer)[];
};

export type WorkerSearchRequest = {
  readonly text?: string;
  readonly citizenId?: string;
  readonly passport?: string;
  readonly phone?: string;
  readonly after?: string;
};

export type WrongCommuneRequest = {
  readonly caseId: string;
  readonly suggested?: string;
};

export interface Operations {
  'GET /api/health/live': { params: undefined; query: undefined; body: undefined; answer: LiveResponse };
  'GET /api/health/ready': { params: undefined; query: undefined; body: undefined; answer: ReadyResponse };
  'GET /api/v1/admin/accounts': { params: undefined; query: { after?: string; limit?: number; organisationId?: string; state?: "invited" | "active" | "disabled"; role?: "centre_staff" | "department_officer" | "agency_clerk" | "commune_officer" | "bank_officer" | "leader" | "administrator"; text?: string }; body: undefined; answer: AccountListResponse };
  'POST /api/v1/admin/accounts': { params: undefined; query: undefined; body: CreateAccountRequest; answer: AccountCreatedResponse };
  'POST /api/v1/admin/accounts/bulk': { params: undefined; query: undefined; body: BulkAccountsRequest; answer: BulkAccountsResponse };
  'PUT /api/v1/admin/accounts/{accountId}/communes': { params: { accountId: string }; query: undefined; body: JurisdictionRequest; answer: undefined };
  'POST /api/v1/admin/accounts/{accountId}/disable': { params: { accountId: string }; query: undefined; body: undefined; answer: undefined };
  'POST /api/v1/admin/accounts/{accountId}/reset': { params: { accountId: string }; query: undefined; body: undefined; answer: LinkResponse };
  'GET /api/v1/admin/audit': { params: undefined; query: { login?: string; subjectId?: string; action?: string; since?: string; until?: string; before?: number; limit?: number }; body: undefined; answer: AuditListResponse };
  'GET /api/v1/admin/health': { params: undefined; query: undefined; body: undefined; answer: OperationReportResponse };
  'GET /api/v1/admin/organisations': { params: undefined; query: { after?: string; limit?: number; kind?: "department_of_home_affairs" | "employment_service_centre" | "sending_agency" | "commune_peoples_committee" | "bank_office" }; body: undefined; answer: OrganisationListResponse };
  'GET /api/v1/admin/outbox': { params: undefined; query: undefined; body: undefined; answer: DutyListResponse };
  'POST /api/v1/admin/outbox/{dutyId}/replay': { params: { dutyId: string }; query: undefined; body: undefined; answer: undefined };
  'GET /api/v1/admin/sweeps': { params: undefined; query: undefined; body: undefined; answer: SweepListResponse };
  'GET /api/v1/agencies': { params: undefined; query: { after?: string; limit?: number }; body: undefined; answer: AgencyOverviewListResponse };
  'GET /api/v1/agencies/{organisationId}/branches': { params: { organisationId: string }; query: undefined; body: undefined; answer: BranchListResponse };
  'POST /api/v1/agencies/{organisationId}/branches': { params: { organisationId: string }; query: undefined; body: BranchRequest; answer: BranchListResponse };
  'GET /api/v1/agencies/{organisationId}/claims': { params: { organisationId: string }; query: { after?: string; limit?: number }; body: undefined; answer: AgencyClaimsResponse };
  'GET /api/v1/agencies/{organisationId}/contracts': { params: { organisationId: string }; query: undefined; body: undefined; answer: SupplyContractListResponse };
  'POST /api/v1/agencies/{organisationId}/deposits': { params: { organisationId: string }; query: undefined; body: DepositRequest; answer: undefined };
  'GET /api/v1/agencies/{organisationId}/licence': { params: { organisationId: string }; query: undefined; body: undefined; answer: LicenceResponse };
  'POST /api/v1/agencies/{organisationId}/licence': { params: { organisationId: string }; query: undefined; body: LicenceRequest; answer: undefined };
  'GET /api/v1/agencies/{organisationId}/permissions': { params: { organisationId: string }; query: undefined; body: undefined; answer: PermissionListResponse };
  'POST /api/v1/agencies/{organisationId}/permissions': { params: { organisationId: string }; query: undefined; body: PermitRequest; answer: PermissionListResponse };
  'GET /api/v1/agencies/{organisationId}/updates': { params: { organisationId: string }; query: undefined; body: undefined; answer: AgencyUpdateListResponse };
  'POST /api/v1/agencies/{organisationId}/updates': { params: { organisationId: string }; query: undefined; body: AgencyUpdateRequest; answer: undefined };
  'GET /api/v1/agency/api-keys': { params: undefined; query: undefined; body: undefined; answer: ApiKeyListResponse };
  'POST /api/v1/agency/api-keys': { params: undefined; query: undefined; body: CreateApiKeyRequest; answer: ApiKeyCreatedResponse };
  'DELETE /api/v1/agency/api-keys/{apiKeyId}': { params: { apiKeyId: string }; query: undefined; body: undefined; answer: undefined };
  'POST /api/v1/agency/cases/{caseId}/absence': { params: { caseId: string }; query: undefined; body: AbsenceReport; answer: MilestoneResponse };
  'POST /api/v1/agency/cases/{caseId}/exit': { params: { caseId: string }; query: undefined; body: ExitReport; answer: MilestoneResponse };
  'POST /api/v1/agency/cases/{caseId}/extension': { params: { caseId: string }; query: undefined; body: ExtensionReport; answer: MilestoneResponse };
  'POST /api/v1/agency/cases/{caseId}/return': { params: { caseId: string }; query: undefined; body: ReturnReport; answer: MilestoneResponse };
  'POST /api/v1/agency/cases/{caseId}/transfer': { params: { caseId: string }; query: undefined; body: TransferReport; answer: MilestoneResponse };
  'POST /api/v1/agency/contracts': { params: undefined; query: undefined; body: SupplyContractRequest; answer: SupplyContractResponse };
  'POST /api/v1/agency/differences': { params: undefined; query: undefined; body: undefined; answer: DifferencesResponse };
  'POST /api/v1/agency/fee-sheets': { params: undefined; query: undefined; body: FeeSheetRequest; answer: FeeSheetPublishedResponse };
  'POST /api/v1/agency/proposals/answers': { params: undefined; query: undefined; body: ProposalAnswersRequest; answer: ProposalsAnsweredResponse };
  'POST /api/v1/agency/updates': { params: undefined; query: undefined; body: AgencyUpdateRequest; answer: undefined };
  'GET /api/v1/agency/webhooks': { params: undefined; query: undefined; body: undefined; answer: WebhookListResponse };
  'POST /api/v1/agency/webhooks': { params: undefined; query: undefined; body: WebhookRequest; answer: WebhookCreatedResponse };
  'DELETE /api/v1/agency/webhooks/{webhookId}': { params: { webhookId: string }; query: undefined; body: undefined; answer: undefined };
  'GET /api/v1/agency/webhooks/{webhookId}/messages': { params: { webhookId: string }; query: undefined; body: undefined; answer: WebhookMessagesResponse };
  'POST /api/v1/agency/webhooks/{webhookId}/ping': { params: { webhookId: string }; query: undefined; body: undefined; answer: undefined };
  'POST /api/v1/agency/webhooks/{webhookId}/replay': { params: { webhookId: string }; query: undefined; body: ReplayRequest; answer: ReplayedResponse };
  'GET /api/v1/alerts': { params: undefined; query: { after?: string; limit?: number; state?: "open" | "answered" | "closed"; rule?: string; communeCode?: string; family?: "EXPIRY" | "SEASONAL_EXPIRY" | "LAISSEZ_PASSER" | "RETURN_UNCONFIRMED" | "SUSPECTED_OVERSTAY" | "OVERSTAY" | "PERSUASION_DUE" | "ABSCONDED_REPORT" | "RESIDENCE_NOTICE" | "WAIT_180" | "CERT_24M" | "PASSPORT" | "HEALTH" | "DB_UPDATE" | "END_UNKNOWN" | "LOAN_DECISION" | "INSTALMENT" | "EPS_ESCROW_35" | "LIQUIDATION_180" | "REFUND_DUE"; owner?: "agency" | "centre" | "commune" | "department"; overdue?: "true" | "false"; mine?: "true" | "false" }; body: undefined; answer: AlertListResponse };
  'GET /api/v1/alerts/{alertId}': { params: { alertId: string }; query: undefined; body: undefined; answer: AlertResponse };
  'POST /api/v1/alerts/{alertId}/answers': { params: { alertId: string }; query: undefined; body: AnswerRequest; answer: AnswerTakenResponse };
  'POST /api/v1/alerts/{alertId}/answers/take-back': { params: { alertId: string }; query: undefined; body: UndoRequestBody; answer: AnswerTakenBackResponse };
  'POST /api/v1/alerts/{alertId}/close': { params: { alertId: string }; query: undefined; body: CloseAlertRequest; answer: AlertClosedResponse };
  'GET /api/v1/assignments/{assignmentId}': { params: { assignmentId: string }; query: undefined; body: undefined; answer: AssignmentResponse };
  'POST /api/v1/assignments/{assignmentId}/answer': { params: { assignmentId: string }; query: undefined; body: AssignmentAnswerRequest; answer: undefined };
  'GET /api/v1/bank/borrowers': { params: undefined; query: { after?: string; limit?: number }; body: undefined; answer: BorrowerListResponse };
  'GET /api/v1/bank/escrows': { params: undefined; query: { after?: string; limit?: number; kind: "EPS" | "AGENCY"; view?: "todo" | "held" | "over" }; body: undefined; answer: HeldEscrowResponse };
  'GET /api/v1/bank/lines': { params: undefined; query: { after?: string; limit?: number }; body: undefined; answer: BankLineListResponse };
  'POST /api/v1/bank/lines/{lineId}/resolution': { params: { lineId: string }; query: undefined; body: ResolveLineRequest; answer: ResolvedLineResponse };
  'GET /api/v1/bank/months': { params: undefined; query: undefined; body: undefined; answer: MonthListResponse };
  'POST /api/v1/bank/months': { params: undefined; query: undefined; body: MonthRequest; answer: MonthListResponse };
  'GET /api/v1/bank/months/check': { params: undefined; query: { month: string }; body: undefined; answer: MonthCheckResponse };
  'GET /api/v1/bank/statements': { params: undefined; query: undefined; body: undefined; answer: StatementListResponse };
  'POST /api/v1/bank/statements/{statementId}/reversal': { params: { statementId: string }; query: undefined; body: TakeBackRequest; answer: StatementTakenBackResponse };
  'POST /api/v1/branches/{branchId}/closing': { params: { branchId: string }; query: undefined; body: CloseBranchRequest; answer: BranchListResponse };
  'GET /api/v1/cases': { params: undefined; query: { stages?: readonly ("REGISTERED" | "COUNSELLED" | "SOURCED" | "SELECTED" | "IN_TRAINING" | "CONTRACTED" | "READY" | "ABROAD" | "ABROAD_GRACE" | "SUSPECTED_OVERSTAY" | "LAWFUL_STAY" | "ABSCONDED" | "OVERSTAYING" | "MISSING" | "DECEASED" | "RETURNED" | "WITHDRAWN" | "NOT_SENT" | "REJECTED" | "CLOSED")[]; market?: readonly (string)[]; agencyId?: string; communeCode?: readonly (string)[]; sex?: "M" | "F"; legalForm?: "SERVICE" | "PUBLIC" | "SEASONAL" | "BORDER" | "CONTRACTOR" | "SKILL_UPGRADE" | "DIRECT"; programme?: string; alerted?: "true" | "false"; endFrom?: string; endTo?: string; unproven?: "APPLICATION" | "HEALTH" | "ORIENTATION" | "SUPPLY_CONTRACT" | "SENDING_CONTRACT" | "EMPLOYMENT_CONTRACT" | "COMMUNE_CONFIRMATION" | "PASSPORT" | "VISA" | "POLICE_RECORD" | "LANGUAGE" | "VOCATION" | "ESCROW" | "FUND" | "RETURN_COMMITMENT" | "NO_EXIT_BAN" | "NO_RELATIVE_OVERSTAYING" | "FEES"; departedFrom?: string; departedTo?: string; text?: string; sort?: "end" | "name"; order?: "asc" | "desc"; after?: string; limit?: number; total?: "true" | "false" }; body: undefined; answer: CaseListResponse };
  'POST /api/v1/cases': { params: undefined; query: undefined; body: OpenCaseRequest; answer: CaseOpenedResponse };
  'POST /api/v1/cases/bulk/milestones': { params: undefined; query: undefined; body: ManyMilestonesRequest; answer: ManyRecordedResponse };
  'POST /api/v1/cases/bulk/undo': { params: undefined; query: undefined; body: UndoRequestBody; answer: UndoneRequestResponse };
  'GET /api/v1/cases/export': { params: undefined; query: { stages?: readonly ("REGISTERED" | "COUNSELLED" | "SOURCED" | "SELECTED" | "IN_TRAINING" | "CONTRACTED" | "READY" | "ABROAD" | "ABROAD_GRACE" | "SUSPECTED_OVERSTAY" | "LAWFUL_STAY" | "ABSCONDED" | "OVERSTAYING" | "MISSING" | "DECEASED" | "RETURNED" | "WITHDRAWN" | "NOT_SENT" | "REJECTED" | "CLOSED")[]; market?: readonly (string)[]; agencyId?: string; communeCode?: readonly (string)[]; sex?: "M" | "F"; legalForm?: "SERVICE" | "PUBLIC" | "SEASONAL" | "BORDER" | "CONTRACTOR" | "SKILL_UPGRADE" | "DIRECT"; programme?: string; alerted?: "true" | "false"; endFrom?: string; endTo?: string; unproven?: "APPLICATION" | "HEALTH" | "ORIENTATION" | "SUPPLY_CONTRACT" | "SENDING_CONTRACT" | "EMPLOYMENT_CONTRACT" | "COMMUNE_CONFIRMATION" | "PASSPORT" | "VISA" | "POLICE_RECORD" | "LANGUAGE" | "VOCATION" | "ESCROW" | "FUND" | "RETURN_COMMITMENT" | "NO_EXIT_BAN" | "NO_RELATIVE_OVERSTAYING" | "FEES"; departedFrom?: string; departedTo?: string; text?: string; sort?: "end" | "name"; order?: "asc" | "desc"; columns?: readonly ("fullName" | "birthDate" | "sex" | "communeName" | "code" | "stage" | "market" | "agencyName" | "legalForm" | "programme" | "departedOn" | "contractEnd" | "daysLeft" | "returnedOn" | "openAlerts")[] }; body: undefined; answer: string };
  'GET /api/v1/cases/gaps': { params: undefined; query: { after?: string; limit?: number }; body: undefined; answer: GapListResponse };
  'GET /api/v1/cases/{caseId}': { params: { caseId: string }; query: undefined; body: undefined; answer: CaseResponse };
  'GET /api/v1/cases/{caseId}/alerts': { params: { caseId: string }; query: undefined; body: undefined; answer: AlertOfCaseResponse };
  'GET /api/v1/cases/{caseId}/certificates': { params: { caseId: string }; query: undefined; body: undefined; answer: CertificateListResponse };
  'GET /api/v1/cases/{caseId}/counsellings': { params: { caseId: string }; query: undefined; body: undefined; answer: CounsellingListResponse };
  'POST /api/v1/cases/{caseId}/counsellings': { params: { caseId: string }; query: undefined; body: CounsellingRequest; answer: CounselledResponse };
  'GET /api/v1/cases/{caseId}/crossings': { params: { caseId: string }; query: undefined; body: undefined; answer: CrossingListResponse };
  'POST /api/v1/cases/{caseId}/crossings': { params: { caseId: string }; query: undefined; body: StatementRequest; answer: CrossingListResponse };
  'GET /api/v1/cases/{caseId}/escrows': { params: { caseId: string }; query: undefined; body: undefined; answer: EscrowListResponse };
  'POST /api/v1/cases/{caseId}/escrows': { params: { caseId: string }; query: undefined; body: EscrowDeedRequest; answer: EscrowListResponse };
  'POST /api/v1/cases/{caseId}/events/{eventId}/correction': { params: { caseId: string; eventId: string }; query: undefined; body: CorrectionRequest; answer: MilestoneResponse };
  'POST /api/v1/cases/{caseId}/fee-receipts': { params: { caseId: string }; query: undefined; body: FeeReceiptRequest; answer: ReceiptFlagsResponse };
  'POST /api/v1/cases/{caseId}/guards': { params: { caseId: string }; query: undefined; body: ProveGuardRequest; answer: MilestoneResponse };
  'GET /api/v1/cases/{caseId}/household': { params: { caseId: string }; query: undefined; body: undefined; answer: HouseholdResponse };
  'POST /api/v1/cases/{caseId}/household-question': { params: { caseId: string }; query: undefined; body: undefined; answer: undefined };
  'GET /api/v1/cases/{caseId}/liquidation': { params: { caseId: string }; query: undefined; body: undefined; answer: LiquidationResponse };
  'POST /api/v1/cases/{caseId}/liquidation': { params: { caseId: string }; query: undefined; body: LiquidationDeedRequest; answer: LiquidationResponse };
  'GET /api/v1/cases/{caseId}/loan-eligibility': { params: { caseId: string }; query: { costs?: number; billed?: string }; body: undefined; answer: EligibilityResponse };
  'GET /api/v1/cases/{caseId}/loan-standing': { params: { caseId: string }; query: undefined; body: undefined; answer: LoanStandingResponse };
  'POST /api/v1/cases/{caseId}/milestones': { params: { caseId: string }; query: undefined; body: MilestoneRequest; answer: MilestoneResponse };
  'POST /api/v1/cases/{caseId}/money-reversals': { params: { caseId: string }; query: undefined; body: TakeMoneyBackRequest; answer: MoneyTakenBackResponse };
  'GET /api/v1/cases/{caseId}/offers': { params: { caseId: string }; query: undefined; body: undefined; answer: OrderOffersResponse };
  'GET /api/v1/cases/{caseId}/officers': { params: { caseId: string }; query: undefined; body: undefined; answer: OfficerListResponse };
  'PUT /api/v1/cases/{caseId}/officers': { params: { caseId: string }; query: undefined; body: OfficerRequest; answer: OfficerListResponse };
  'GET /api/v1/cases/{caseId}/papers': { params: { caseId: string }; query: undefined; body: undefined; answer: PaperHistoryResponse };
  'POST /api/v1/cases/{caseId}/papers/carried': { params: { caseId: string }; query: undefined; body: undefined; answer: CarriedResponse };
  'GET /api/v1/cases/{caseId}/questions': { params: { caseId: string }; query: undefined; body: undefined; answer: QuestionListResponse };
  'POST /api/v1/cases/{caseId}/receipt': { params: { caseId: string }; query: undefined; body: undefined; answer: ReceiptResponse };
  'POST /api/v1/cases/{caseId}/refunds': { params: { caseId: string }; query: undefined; body: RefundRequest; answer: LiquidationResponse };
  'GET /api/v1/cases/{caseId}/supports': { params: { caseId: string }; query: undefined; body: undefined; answer: SupportOfCaseResponse };
  'POST /api/v1/cases/{caseId}/supports': { params: { caseId: string }; query: undefined; body: SupportClaimRequest; answer: SupportOfCaseResponse };
  'POST /api/v1/cases/{caseId}/supports/{claimId}/scans': { params: { caseId: string; claimId: string }; query: undefined; body: SupportScansRequest; answer: SupportOfCaseResponse };
  'GET /api/v1/cases/{caseId}/timeline': { params: { caseId: string }; query: undefined; body: undefined; answer: TimelineResponse };
  'GET /api/v1/cases/{caseId}/visits': { params: { caseId: string }; query: undefined; body: undefined; answer: VisitListResponse };
  'POST /api/v1/cases/{caseId}/waivers': { params: { caseId: string }; query: undefined; body: WaiveGuardRequest; answer: MilestoneResponse };
  'POST /api/v1/commune/cases/{caseCode}/visits': { params: { caseCode: string }; query: undefined; body: VisitFields; answer: VisitRecordedResponse };
  'GET /api/v1/commune/day': { params: undefined; query: { after?: string; limit?: number }; body: undefined; answer: CommuneDayResponse };
  'POST /api/v1/commune/hand-over': { params: undefined; query: undefined; body: DeskHandOverRequest; answer: DeskHandedOverResponse };
  'GET /api/v1/commune/people': { params: undefined; query: { after?: string; limit?: number; abroad?: "true" | "false"; market?: string }; body: undefined; answer: CommunePeopleResponse };
  'POST /api/v1/commune/questions': { params: undefined; query: undefined; body: QuestionRequest; answer: QuestionAskedResponse };
  'GET /api/v1/commune/report': { params: undefined; query: { month?: string; communeCode?: string }; body: undefined; answer: CommuneReportResponse };
  'POST /api/v1/commune/report': { params: undefined; query: undefined; body: CommuneReportRequest; answer: ReportVersionResponse };
  'POST /api/v1/commune/tasks/{taskId}/household': { params: { taskId: string }; query: undefined; body: HouseholdAnswerRequest; answer: undefined };
  'POST /api/v1/commune/visits': { params: undefined; query: undefined; body: VisitRequest; answer: VisitRecordedResponse };
  'POST /api/v1/commune/wrong-commune': { params: undefined; query: undefined; body: WrongCommuneRequest; answer: undefined };
  'POST /api/v1/contracts/{contractId}/decision': { params: { contractId: string }; query: undefined; body: ContractDecisionRequest; answer: SupplyContractResponse };
  'GET /api/v1/demands': { params: undefined; query: { after?: string; limit?: number; stage?: "REGISTERED" | "COUNSELLED" | "SOURCED"; market?: string; source?: "COMMUNE" | "SCHOOL" | "ARMY" | "FAIR" | "CENTRE" | "AGENCY"; mine?: "true" | "false" }; body: undefined; answer: DemandListResponse };
  'POST /api/v1/demands': { params: undefined; query: undefined; body: DemandRequest; answer: DemandResponse };
  'POST /api/v1/demands/list': { params: undefined; query: undefined; body: DemandListRequest; answer: DemandVerdictsResponse };
  'GET /api/v1/departures': { params: undefined; query: { after?: string; limit?: number; within?: number }; body: undefined; answer: DepartureListResponse };
  'POST /api/v1/departures/reminders': { params: undefined; query: undefined; body: RemindRequest; answer: RemindedResponse };
  'GET /api/v1/documents': { params: undefined; query: undefined; body: undefined; answer: DocumentListResponse };
  'POST /api/v1/documents': { params: undefined; query: undefined; body: DocumentRequest; answer: DocumentResponse };
  'GET /api/v1/documents/{documentId}/file': { params: { documentId: string }; query: undefined; body: undefined; answer: string };
  'POST /api/v1/eligibility': { params: undefined; query: undefined; body: EligibilityRequest; answer: CandidateEligibilityResponse };
  'GET /api/v1/events': { params: undefined; query: undefined; body: undefined; answer: string };
  'GET /api/v1/fairs': { params: undefined; query: undefined; body: undefined; answer: FairListResponse };
  'POST /api/v1/fairs': { params: undefined; query: undefined; body: FairRequest; answer: FairSavedResponse };
  'GET /api/v1/fairs/{fairId}': { params: { fairId: string }; query: undefined; body: undefined; answer: FairResponse };
  'POST /api/v1/fairs/{fairId}/attendance': { params: { fairId: string }; query: undefined; body: FairAttendanceRequest; answer: FairAttendedResponse };
  'POST /api/v1/fairs/{fairId}/cancelling': { params: { fairId: string }; query: undefined; body: CancelFairRequest; answer: FairSavedResponse };
  'POST /api/v1/fairs/{fairId}/leaving': { params: { fairId: string }; query: undefined; body: LeaveFairRequest; answer: FairLeftResponse };
  'POST /api/v1/fairs/{fairId}/seats': { params: { fairId: string }; query: undefined; body: SignUpRequest; answer: SignUpResponse };
  'POST /api/v1/fairs/{fairId}/terms': { params: { fairId: string }; query: undefined; body: FairRequest; answer: FairSavedResponse };
  'GET /api/v1/fee-ceilings': { params: undefined; query: { market: string; job?: string; months: number; monthlyWage: number; on?: string }; body: undefined; answer: FeeCeilingListResponse };
  'GET /api/v1/fee-sheets': { params: undefined; query: { after?: string; limit?: number; market?: string }; body: undefined; answer: FeeSheetPageResponse };
  'GET /api/v1/fee-sheets/{sheetId}': { params: { sheetId: string }; query: undefined; body: undefined; answer: FeeSheetResponse };
  'POST /api/v1/find': { params: undefined; query: undefined; body: FindRequest; answer: FoundListResponse };
  'GET /api/v1/imports': { params: undefined; query: { after?: string; limit?: number }; body: undefined; answer: BatchListResponse };
  'POST /api/v1/imports': { params: undefined; query: { background?: "true" | "false" }; body: undefined; answer: ImportReportResponse | ImportStartedResponse };
  'POST /api/v1/imports/cells': { params: undefined; query: undefined; body: undefined; answer: SheetCellsResponse };
  'POST /api/v1/imports/check': { params: undefined; query: { background?: "true" | "false" }; body: undefined; answer: ImportReportResponse | ImportStartedResponse };
  'POST /api/v1/imports/refused-rows': { params: undefined; query: undefined; body: undefined; answer: string };
  'GET /api/v1/imports/{batchId}': { params: { batchId: string }; query: undefined; body: undefined; answer: BatchResponse };
  'GET /api/v1/imports/{batchId}/refused-rows': { params: { batchId: string }; query: undefined; body: undefined; answer: string };
  'POST /api/v1/imports/{batchId}/release': { params: { batchId: string }; query: undefined; body: undefined; answer: undefined };
  'POST /api/v1/imports/{batchId}/undo': { params: { batchId: string }; query: undefined; body: undefined; answer: UndoneResponse };
  'POST /api/v1/imports/{importId}/cancel': { params: { importId: string }; query: undefined; body: undefined; answer: ImportProgressResponse };
  'GET /api/v1/imports/{importId}/progress': { params: { importId: string }; query: undefined; body: undefined; answer: ImportProgressResponse };
  'POST /api/v1/lead/assignments': { params: undefined; query: undefined; body: AssignmentRequest; answer: AssignedResponse };
  'GET /api/v1/lead/counts': { params: undefined; query: undefined; body: undefined; answer: CaseCountListResponse };
  'GET /api/v1/lead/overview': { params: undefined; query: { year?: number }; body: undefined; answer: LeadOverviewResponse };
  'GET /api/v1/lead/targets': { params: undefined; query: { year?: number }; body: undefined; answer: TargetListResponse };
  'PUT /api/v1/lead/targets': { params: undefined; query: undefined; body: TargetsRequest; answer: TargetsPutResponse };
  'GET /api/v1/liquidations': { params: undefined; query: { after?: string; limit?: number; states?: string }; body: undefined; answer: LiquidationListResponse };
  'GET /api/v1/loan-overview/at-risk': { params: undefined; query: { days?: number }; body: undefined; answer: RiskListResponse };
  'GET /api/v1/loan-overview/overdue': { params: undefined; query: undefined; body: undefined; answer: OverdueOverviewResponse };
  'GET /api/v1/loans': { params: undefined; query: { after?: string; limit?: number; states?: string; overdue?: "true" | "false"; unlinked?: "true" | "false"; caseId?: string; cause?: string }; body: undefined; answer: LoanListResponse };
  'GET /api/v1/loans/checks': { params: undefined; query: { after?: string; limit?: number }; body: undefined; answer: LoanCheckListResponse };
  'GET /api/v1/loans/classifications': { params: undefined; query: { year: string }; body: undefined; answer: DebtYearResponse };
  'POST /api/v1/loans/classifications': { params: undefined; query: undefined; body: ClassificationRequest; answer: ClassificationResponse };
  'GET /api/v1/loans/classifications/workbook': { params: undefined; query: { year: string }; body: undefined; answer: string };
  'POST /api/v1/loans/referrals': { params: undefined; query: undefined; body: ReferRequest; answer: ReferredResponse };
  'GET /api/v1/loans/{loanId}': { params: { loanId: string }; query: undefined; body: undefined; answer: LoanResponse };
  'GET /api/v1/loans/{loanId}/candidates': { params: { loanId: string }; query: undefined; body: undefined; answer: CandidateListResponse };
  'POST /api/v1/loans/{loanId}/deeds': { params: { loanId: string }; query: undefined; body: LoanDeedRequest; answer: HandledLoanResponse };
  'POST /api/v1/loans/{loanId}/link': { params: { loanId: string }; query: undefined; body: LinkLoanRequest; answer: LoanLinkedResponse };
  'POST /api/v1/loans/{loanId}/postings': { params: { loanId: string }; query: undefined; body: PostingRequest; answer: PostedLineResponse };
  'POST /api/v1/loans/{loanId}/postings/{entryId}/reversal': { params: { loanId: string; entryId: string }; query: undefined; body: TakeBackRequest; answer: PostedLineResponse };
  'GET /api/v1/me/bell': { params: undefined; query: undefined; body: undefined; answer: BellResponse };
  'POST /api/v1/me/bell/seen': { params: undefined; query: undefined; body: BellSeenRequest; answer: undefined };
  'GET /api/v1/me/notifications': { params: undefined; query: undefined; body: undefined; answer: NotificationSettingResponse };
  'PUT /api/v1/me/notifications': { params: undefined; query: undefined; body: NotificationSettingRequest; answer: NotificationSettingResponse };
  'GET /api/v1/me/preferences/{preferenceKey}': { params: { preferenceKey: string }; query: undefined; body: undefined; answer: PreferenceResponse };
  'PUT /api/v1/me/preferences/{preferenceKey}': { params: { preferenceKey: string }; query: undefined; body: PreferenceRequest; answer: undefined };
  'GET /api/v1/me/push-key': { params: undefined; query: undefined; body: undefined; answer: PushKeyResponse };
  'POST /api/v1/me/push-subscriptions': { params: undefined; query: undefined; body: PushSubscriptionRequest; answer: undefined };
  'DELETE /api/v1/me/push-subscriptions': { params: undefined; query: undefined; body: PushEndpointRequest; answer: undefined };
  'GET /api/v1/monthly-reports': { params: undefined; query: { month?: string }; body: undefined; answer: ReportBoardResponse };
  'POST /api/v1/monthly-reports': { params: undefined; query: undefined; body: SendReportRequest; answer: ReportVersionResponse };
  'GET /api/v1/monthly-reports/rows': { params: undefined; query: { month: string; indicator: string; communeCode?: string; reportId?: string }; body: undefined; answer: ReportRowsResponse };
  'POST /api/v1/monthly-reports/{reportId}/accept': { params: { reportId: string }; query: undefined; body: undefined; answer: ReportVersionResponse };
  'GET /api/v1/monthly-reports/{reportId}/annex': { params: { reportId: string }; query: undefined; body: undefined; answer: string };
  'POST /api/v1/monthly-reports/{reportId}/return': { params: { reportId: string }; query: undefined; body: ReturnReportRequest; answer: ReportVersionResponse };
  'GET /api/v1/monthly-reports/{reportId}/word': { params: { reportId: string }; query: undefined; body: undefined; answer: string };
  'GET /api/v1/notices': { params: undefined; query: { since?: string; state?: "open" | "held" | "sealed" | "letter" | "cancelled"; before?: number; limit?: number }; body: undefined; answer: NoticeListResponse };
  'GET /api/v1/notices/letters': { params: undefined; query: { after?: number; limit?: number }; body: undefined; answer: LetterListResponse };
  'GET /api/v1/notices/{noticeId}/letter': { params: { noticeId: string }; query: undefined; body: undefined; answer: string };
  'POST /api/v1/notices/{noticeId}/printed': { params: { noticeId: string }; query: undefined; body: undefined; answer: undefined };
  'GET /api/v1/officers': { params: undefined; query: undefined; body: undefined; answer: ColleagueListResponse };
  'POST /api/v1/officers/hand-over': { params: undefined; query: undefined; body: HandOverRequest; answer: HandedOverResponse };
  'GET /api/v1/orders': { params: undefined; query: { after?: string; limit?: number; state?: "submitted" | "approved" | "refused" | "closed"; market?: string; agencyId?: string }; body: undefined; answer: OrderListResponse };
  'POST /api/v1/orders': { params: undefined; query: undefined; body: FileOrderRequest; answer: OrderResponse };
  'GET /api/v1/orders/{orderId}': { params: { orderId: string }; query: undefined; body: undefined; answer: OrderWithVersionsResponse };
  'POST /api/v1/orders/{orderId}/closing': { params: { orderId: string }; query: undefined; body: undefined; answer: OrderResponse };
  'POST /api/v1/orders/{orderId}/decision': { params: { orderId: string }; query: undefined; body: OrderDecisionRequest; answer: OrderResponse };
  'GET /api/v1/orders/{orderId}/people': { params: { orderId: string }; query: { after?: string; limit?: number }; body: undefined; answer: OrderPeopleResponse };
  'POST /api/v1/orders/{orderId}/proposals': { params: { orderId: string }; query: undefined; body: ProposeRequest; answer: ProposedResponse };
  'POST /api/v1/orders/{orderId}/selections': { params: { orderId: string }; query: undefined; body: SelectionRequest; answer: SelectionResponse };
  'POST /api/v1/orders/{orderId}/versions': { params: { orderId: string }; query: undefined; body: OrderTermsRequest; answer: OrderResponse };
  'GET /api/v1/overstay-proposals': { params: undefined; query: undefined; body: undefined; answer: ProposalListResponse };
  'POST /api/v1/overstay-proposals': { params: undefined; query: undefined; body: ProposalRequest; answer: ProposalResponse };
  'POST /api/v1/overstay-proposals/{proposalId}/decision': { params: { proposalId: string }; query: undefined; body: DecisionRequest; answer: ProposalResponse };
  'GET /api/v1/own-debts': { params: undefined; query: { after?: string; limit?: number }; body: undefined; answer: AgencyClaimsResponse };
  'POST /api/v1/paper-files': { params: undefined; query: undefined; body: undefined; answer: FileAttachedResponse };
  'POST /api/v1/paper-files/{fileId}/content': { params: { fileId: string }; query: undefined; body: ReadFileRequest; answer: string };
  'POST /api/v1/paper-files/{fileId}/removal': { params: { fileId: string }; query: undefined; body: RemoveFileRequest; answer: FileRemovedResponse };
  'POST /api/v1/permissions/{permissionId}/end': { params: { permissionId: string }; query: undefined; body: EndPermissionRequest; answer: undefined };
  'GET /api/v1/placement/openings': { params: undefined; query: undefined; body: undefined; answer: OpeningListResponse };
  'POST /api/v1/placement/openings': { params: undefined; query: undefined; body: OpeningRequest; answer: OpeningSavedResponse };
  'PUT /api/v1/placement/openings/{openingId}': { params: { openingId: string }; query: undefined; body: OpeningRequest; answer: OpeningSavedResponse };
  'POST /api/v1/placement/openings/{openingId}/closing': { params: { openingId: string }; query: undefined; body: undefined; answer: OpeningSavedResponse };
  'POST /api/v1/placement/openings/{openingId}/referrals': { params: { openingId: string }; query: undefined; body: ReferralRequest; answer: ReferralSavedResponse };
  'GET /api/v1/placement/openings/{openingId}/versions': { params: { openingId: string }; query: undefined; body: undefined; answer: OpeningVersionsResponse };
  'POST /api/v1/placement/referrals/{referralId}/outcome': { params: { referralId: string }; query: undefined; body: ReferralOutcomeRequest; answer: ReferralSavedResponse };
  'GET /api/v1/placement/returnees': { params: undefined; query: { after?: string; limit?: number; referral?: "none" | "waiting" | "taken" }; body: undefined; answer: ReturneeListResponse };
  'GET /api/v1/placement/returnees/{workerId}': { params: { workerId: string }; query: undefined; body: undefined; answer: ReturneeResponse };
  'POST /api/v1/placement/returnees/{workerId}/profile': { params: { workerId: string }; query: undefined; body: ReturnProfileRequest; answer: ProfileKeptResponse };
  'GET /api/v1/policies': { params: undefined; query: { key?: string; on?: string; after?: number; limit?: number }; body: undefined; answer: PolicyListResponse };
  'GET /api/v1/policies/proposals': { params: undefined; query: undefined; body: undefined; answer: PolicyProposalListResponse };
  'POST /api/v1/policies/proposals': { params: undefined; query: undefined; body: PolicyProposalRequest; answer: PolicyProposedResponse };
  'POST /api/v1/policies/proposals/{policyProposalId}/approval': { params: { policyProposalId: string }; query: undefined; body: undefined; answer: PolicyApprovedResponse };
  'POST /api/v1/policies/trial': { params: undefined; query: undefined; body: PolicyProposalRequest; answer: RuleTrialResponse };
  'GET /api/v1/proposals': { params: undefined; query: { after?: string; limit?: number; orderId?: string; state?: "proposed" | "accepted" | "declined" | "withdrawn" }; body: undefined; answer: OrderProposalListResponse };
  'GET /api/v1/public/agencies': { params: undefined; query: { text: string }; body: undefined; answer: PublicLicenceListResponse };
  'GET /api/v1/public/certificates/{checkCode}': { params: { checkCode: string }; query: undefined; body: undefined; answer: CertificateCheckResponse };
  'GET /api/v1/public/fairs': { params: undefined; query: { province?: string; commune?: string }; body: undefined; answer: PublicFairListResponse };
  'GET /api/v1/public/fairs/{fairId}/calendar.ics': { params: { fairId: string }; query: undefined; body: undefined; answer: string };
  'GET /api/v1/public/fees': { params: undefined; query: { market?: string }; body: undefined; answer: FeeSheetListResponse };
  'POST /api/v1/public/lookup': { params: undefined; query: undefined; body: LookupRequest; answer: LookupResponse };
  'GET /api/v1/public/markets': { params: undefined; query: undefined; body: undefined; answer: MarketListResponse };
  'GET /api/v1/public/office': { params: undefined; query: { province?: string }; body: undefined; answer: PublicOfficeListResponse };
  'GET /api/v1/public/openings': { params: undefined; query: { province?: string }; body: undefined; answer: PublicOpeningListResponse };
  'GET /api/v1/public/orders': { params: undefined; query: { province?: string }; body: undefined; answer: PublicOrderListResponse };
  'GET /api/v1/public/programmes': { params: undefined; query: undefined; body: undefined; answer: ProgrammeListResponse };
  'GET /api/v1/public/warnings': { params: undefined; query: undefined; body: undefined; answer: WarningListResponse };
  'POST /api/v1/questions/{questionId}/answer': { params: { questionId: string }; query: undefined; body: QuestionAnswerRequest; answer: QuestionAnsweredResponse };
  'POST /api/v1/refunds/{refundId}/payments': { params: { refundId: string }; query: undefined; body: RefundPaymentRequest; answer: LiquidationResponse };
  'GET /api/v1/session': { params: undefined; query: undefined; body: undefined; answer: MeResponse };
  'POST /api/v1/session': { params: undefined; query: undefined; body: SignInRequest; answer: SessionResponse };
  'DELETE /api/v1/session': { params: undefined; query: undefined; body: undefined; answer: undefined };
  'PUT /api/v1/session/password': { params: undefined; query: undefined; body: ChangePasswordRequest; answer: undefined };
  'POST /api/v1/session/password-link': { params: undefined; query: undefined; body: SetPasswordRequest; answer: LoginResponse };
  'GET /api/v1/support-claims': { params: undefined; query: { after?: string; limit?: number; state?: "PENDING" | "APPROVED" | "REFUSED" | "PAID" | "WITHDRAWN" }; body: undefined; answer: SupportClaimListResponse };
  'POST /api/v1/support-claims/approvals': { params: undefined; query: undefined; body: SupportApprovalRequest; answer: SupportClaimListResponse };
  'POST /api/v1/support-claims/payments': { params: undefined; query: undefined; body: SupportPaymentRequest; answer: SupportClaimListResponse };
  'POST /api/v1/support-claims/refusals': { params: undefined; query: undefined; body: SupportRefusalRequest; answer: SupportClaimListResponse };
  'POST /api/v1/support-claims/withdrawals': { params: undefined; query: undefined; body: SupportRefusalRequest; answer: SupportClaimListResponse };
  'GET /api/v1/support-claims/workbook': { params: undefined; query: { month: string }; body: undefined; answer: string };
  'POST /api/v1/support-claims/{claimId}/reversals': { params: { claimId: string }; query: undefined; body: SupportReversalRequest; answer: SupportClaimListResponse };
  'GET /api/v1/support-funds': { params: undefined; query: { year?: number }; body: undefined; answer: SupportFundsResponse };
  'POST /api/v1/support-funds': { params: undefined; query: undefined; body: SupportFundRequest; answer: SupportFundsResponse };
  'GET /api/v1/tasks': { params: undefined; query: { after?: string; limit?: number; desk?: "centre" | "department" | "agency" | "commune"; kind?: string }; body: undefined; answer: TaskListResponse };
  'POST /api/v1/tasks/{taskId}/finish': { params: { taskId: string }; query: undefined; body: FinishTaskRequest; answer: undefined };
  'POST /api/v1/tasks/{taskId}/reopen': { params: { taskId: string }; query: undefined; body: undefined; answer: undefined };
  'GET /api/v1/training/classes': { params: undefined; query: { kind?: "ORIENTATION" | "LANGUAGE" | "VOCATION"; state?: "open" | "closed" | "cancelled" }; body: undefined; answer: ClassListResponse };
  'POST /api/v1/training/classes': { params: undefined; query: undefined; body: OpenClassRequest; answer: ClassOpenedResponse };
  'GET /api/v1/training/classes/{classId}': { params: { classId: string }; query: undefined; body: undefined; answer: ClassResponse };
  'POST /api/v1/training/classes/{classId}/certificates': { params: { classId: string }; query: undefined; body: CertificatesRequest; answer: SeatVerdictListResponse };
  'POST /api/v1/training/classes/{classId}/closing': { params: { classId: string }; query: undefined; body: CloseClassRequest; answer: ClassStateResponse };
  'POST /api/v1/training/classes/{classId}/leaving': { params: { classId: string }; query: undefined; body: LeaveRequest; answer: SeatLeftResponse };
  'POST /api/v1/training/classes/{classId}/results': { params: { classId: string }; query: undefined; body: ResultsRequest; answer: ResultsResponse };
  'POST /api/v1/training/classes/{classId}/seats': { params: { classId: string }; query: undefined; body: EnrolRequest; answer: SeatVerdictListResponse };
  'POST /api/v1/training/classes/{classId}/sessions': { params: { classId: string }; query: undefined; body: SessionsRequest; answer: SessionListResponse };
  'GET /api/v1/training/classes/{classId}/wanting': { params: { classId: string }; query: undefined; body: undefined; answer: WantingListResponse };
  'POST /api/v1/training/sessions/{sessionId}/attendance': { params: { sessionId: string }; query: undefined; body: AttendanceRequest; answer: AttendanceResponse };
  'GET /api/v1/training/trained-before-exit': { params: undefined; query: { from: string; to: string }; body: undefined; answer: TrainedResponse };
  'GET /api/v1/training/uncertified': { params: undefined; query: undefined; body: undefined; answer: UncertifiedListResponse };
  'GET /api/v1/units': { params: undefined; query: { text: string; province: string }; body: undefined; answer: UnitListResponse };
  'GET /api/v1/units/provinces': { params: undefined; query: undefined; body: undefined; answer: ProvinceListResponse };
  'GET /api/v1/units/{unitCode}': { params: { unitCode: string }; query: undefined; body: undefined; answer: UnitResponse };
  'GET /api/v1/views': { params: undefined; query: undefined; body: undefined; answer: ViewListResponse };
  'POST /api/v1/views': { params: undefined; query: undefined; body: ViewRequest; answer: ViewAddedResponse };
  'DELETE /api/v1/views/{viewId}': { params: { viewId: string }; query: undefined; body: undefined; answer: undefined };
  'GET /api/v1/work': { params: undefined; query: { after?: string; limit?: number; bucket?: "urgent" | "today" | "week" | "later" | "waiting"; kind?: "alert" | "task" | "proposal" | "batch"; code?: string; hidden?: "true" | "false" }; body: undefined; answer: WorkListResponse };
  'POST /api/v1/work/{workKind}/{workId}/snooze': { params: { workKind: string; workId: string }; query: undefined; body: SnoozeRequest; answer: SnoozedResponse };
  'DELETE /api/v1/work/{workKind}/{workId}/snooze': { params: { workKind: string; workId: string }; query: undefined; body: undefined; answer: undefined };
  'GET /api/v1/workers': { params: undefined; query: { after?: string; limit?: number; text: string }; body: undefined; answer: WorkerListResponse };
  'POST /api/v1/workers': { params: undefined; query: undefined; body: RegisterWorkerRequest; answer: RegistrationResponse };
  'POST /api/v1/workers/alike': { params: undefined; query: undefined; body: AlikeRequest; answer: AlikeResponse };
  'POST /api/v1/workers/search': { params: undefined; query: undefined; body: WorkerSearchRequest; answer: WorkerListResponse };
  'GET /api/v1/workers/{workerId}': { params: { workerId: string }; query: undefined; body: undefined; answer: WorkerResponse };
  'PATCH /api/v1/workers/{workerId}': { params: { workerId: string }; query: undefined; body: ChangeWorkerRequest; answer: VersionResponse };
  'GET /api/v1/workers/{workerId}/cases': { params: { workerId: string }; query: undefined; body: undefined; answer: CaseOfWorkerListResponse };
  'GET /api/v1/workers/{workerId}/contacts': { params: { workerId: string }; query: undefined; body: undefined; answer: ContactListResponse };
  'POST /api/v1/workers/{workerId}/contacts': { params: { workerId: string }; query: undefined; body: FamilyContactRequest; answer: ContactAddedResponse };
  'PUT /api/v1/workers/{workerId}/contacts/{contactId}': { params: { workerId: string; contactId: string }; query: undefined; body: FamilyContactRequest; answer: VersionResponse };
  'DELETE /api/v1/workers/{workerId}/contacts/{contactId}': { params: { workerId: string; contactId: string }; query: undefined; body: undefined; answer: VersionResponse };
  'GET /api/v1/workers/{workerId}/reads': { params: { workerId: string }; query: undefined; body: undefined; answer: ReadListResponse };
  'GET /api/v1/workers/{workerId}/relatives': { params: { workerId: string }; query: undefined; body: undefined; answer: RelativeListResponse };
  'PUT /api/v1/workers/{workerId}/relatives': { params: { workerId: string }; query: undefined; body: RelativeRequest; answer: RelativeListResponse };
  'DELETE /api/v1/workers/{workerId}/relatives': { params: { workerId: string }; query: undefined; body: NamedRelativeRequest; answer: RelativeListResponse };
  'PUT /api/v1/workers/{workerId}/residence': { params: { workerId: string }; query: undefined; body: ResidenceRequest; answer: VersionResponse };
  'POST /api/v1/workers/{workerId}/reveal': { params: { workerId: string }; query: undefined; body: RevealRequest; answer: RevealedResponse };
}
