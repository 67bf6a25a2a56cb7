import type { Actor } from '@app/kernel';

/**
 * Who may see which row, said a second time and in another way: plain SQL with the actor's facts as literals, run as superuser. Nothing here
 * reads the settings, policies or predicates of the code under test. Value: a condition over alias `t` of the table.
 */
export function oracleOf(actor: Actor): Record<string, string> {
  const q = (value: string | null | undefined) => (value ? `'${value}'` : 'null');
  const { scope } = actor;
  const province = scope.kind === 'province' ? scope.province : null;
  const org = q(actor.organisationId);
  const me = q(actor.accountId);
  const admin = actor.role === 'administrator';
  const nobody = 'false';
  const communes = scope.kind === 'commune' ? scope.communes.map(q).join(',') : '';

  const cases = `select c.id from case_file c where ${
    {
      province: `c.province_code = ${q(province)}`,
      commune: `c.commune_code in (${communes})`,
      agency: `c.agency_id = ${org}`,
      bank: `c.bank_id = ${org}`,
      system: nobody,
      none: nobody,
    }[scope.kind]
  }`;
  const workers = `select w.id from worker w where ${
    {
      province: `w.province_code = ${q(province)}`,
      commune: `w.commune_code in (${communes})`,
      agency: `w.registered_by_id = ${org} or w.id in (select worker_id from case_file where agency_id = ${org})`,
      bank: `w.id in (select worker_id from case_file where bank_id = ${org})`,
      system: nobody,
      none: nobody,
    }[scope.kind]
  }`;
  const notices = `select n.id from notice n where ${
    {
      province: `n.province_code = ${q(province)}`,
      commune: `n.commune_code in (${communes})`,
      agency: `n.organisation_id = ${org}`,
      bank: `n.organisation_id = ${org}`,
      system: nobody,
      none: nobody,
    }[scope.kind]
  }`;
  const ownClass = {
    province: `k.province_code = ${q(province)}`,
    commune: nobody,
    agency: `k.agency_id = ${org}`,
    bank: nobody,
    system: nobody,
    none: nobody,
  }[scope.kind];
  const permitted = {
    province: `t.agency_id in (select agency_id from recruitment_permission where province_code = ${q(province)})`,
    commune: nobody,
    agency: `t.agency_id = ${org}`,
    bank: nobody,
    system: nobody,
    none: nobody,
  }[scope.kind];
  const seats = scope.kind === 'bank' ? nobody : `k.id in (select class_id from class_seat where case_id in (${cases}))`;
  const classes = `select k.id from training_class k where ${ownClass} or ${seats}`;
  const orders = `select o.id from job_order o where ${
    {
      province: `o.province_code = ${q(province)}`,
      commune: `o.province_code = ${q(scope.kind === 'commune' ? scope.province : null)} and o.state in ('approved', 'closed')`,
      agency: `o.agency_id = ${org}`,
      bank: nobody,
      system: nobody,
      none: nobody,
    }[scope.kind]
  }`;
  const ofOrder = scope.kind === 'commune' ? nobody : `t.order_id in (${orders})`;
  const ofBank = {
    province: `t.province_code = ${q(province)}`,
    commune: nobody,
    agency: nobody,
    bank: `t.bank_id = ${org}`,
    system: nobody,
    none: nobody,
  }[scope.kind];
  const ofPlace = {
    province: `t.province_code = ${q(province)}`,
    commune: `t.commune_code in (${communes})`,
    agency: nobody,
    bank: nobody,
    system: nobody,
    none: nobody,
  }[scope.kind];
  const ofClaim = `t.case_id in (${cases}) and ${['province', 'agency', 'commune'].includes(scope.kind)}`;
  const refunds = `select r.id from refund r where ${ofClaim.replaceAll('t.', 'r.')}`;
  const ledgers = {
    province: 'true',
    bank: `e.bank_id = ${org}`,
    agency: `e.kind = 'AGENCY'`,
    commune: nobody,
    system: nobody,
    none: nobody,
  }[scope.kind];
  const escrows = `select e.id from escrow e where ${scope.kind === 'bank' ? '' : `e.case_id in (${cases}) and `}${ledgers}`;
  const ofLoan = `t.loan_id in (select l.id from loan l where ${ofBank.replaceAll('t.', 'l.')})`;
  const ofWorker = `t.worker_id in (${workers})`;
  const ofCase = `t.case_id in (${cases})`;
  const ofNotice = `t.notice_id in (${notices})`;
  const accounts = admin
    ? 'select id from account'
    : `select id from account where id = ${me} or organisation_id = ${org} or province_code = ${q(province)}`;
  const batches = `select id from import_batch where organisation_id = ${org} or province_code = ${q(province)}`;
  const ofProvince = scope.kind === 'province' ? `t.province_code = ${q(province)}` : nobody;
  // How a person stands with the bank is told to the offices of the province and to the bank alone.
  const secrets = `t.family not in ('LOAN_DECISION', 'INSTALMENT', 'EPS_ESCROW_35')`;
  const asked = ['agency', 'commune'].includes(scope.kind) ? `${ofCase} and ${secrets}` : ofCase;
  return {
    organisation: 'true',
    organisation_alias: 'true',
    agency_licence: 'true',
    agency_branch: 'true',
    agency_deposit: ofProvince,
    recruitment_permission: 'true',
    foreign_partner: permitted,
    agency_update:
      scope.kind === 'province'
        ? `${permitted} or t.agency_id in (select agency_id from case_file where province_code = ${q(province)})`
        : permitted,
    supply_contract: permitted,
    job_order: `t.id in (${orders})`,
    job_order_version: ofOrder,
    selection_round: ofOrder,
    selection_result: ofCase,
    webhook_endpoint: scope.kind === 'agency' ? `t.organisation_id = ${org}` : nobody,
    webhook_message: scope.kind === 'agency' ? `t.endpoint_id in (select id from webhook_endpoint where organisation_id = ${org})` : nobody,
    demand: ofCase,
    counselling: ofCase,
    order_proposal: scope.kind === 'agency' ? `t.agency_id = ${org}` : ofCase,
    case_officer: ofCase,
    account: `t.id in (${accounts})`,
    account_commune: `t.account_id in (${accounts})`,
    session: `t.account_id = ${me}`,
    bell_seen: `t.account_id = ${me}`,
    push_subscription: `t.account_id = ${me}`,
    notification_setting: `t.account_id = ${me}`,
    case_receipt: ofCase,
    one_time_link: admin ? 'true' : `t.account_id = ${me}`,
    api_key: `t.organisation_id = ${org}`,
    idempotency_key: `t.account_id = ${me}`,
    audit_entry: admin ? 'true' : `t.province_code = ${q(province)}`,
    read_log: `t.account_id = ${me} or t.province_code = ${q(province)}`,
    desk_task: {
      province: `t.province_code = ${q(province)}`,
      commune: `t.desk = 'commune' and t.commune_code in (${communes})`,
      agency: `t.desk = 'agency' and t.agency_id = ${org}`,
      bank: nobody,
      system: nobody,
      none: nobody,
    }[scope.kind],
    worker: `t.id in (${workers})`,
    worker_name_token: ofWorker,
    worker_phone: ofWorker,
    family_contact: ofWorker,
    former_phone: ofWorker,
    worker_relative: ofWorker,
    worker_residence: ofWorker,
    worker_priority_group: ofWorker,
    household_question: ofWorker,
    case_file: `t.id in (${cases})`,
    case_external_code: ofCase,
    case_event: ofCase,
    contract_version: ofCase,
    case_gap: ofCase,
    evidence_document: ofCase,
    alert: asked,
    alert_recipient: `t.alert_id in (select t.id from alert t where ${asked})`,
    case_clock: scope.kind === 'province' ? ofCase : nobody,
    alert_answer: ofCase,
    family_visit: ofCase,
    overstay_confirmation: ofCase,
    training_class: `t.id in (${classes})`,
    class_session: `t.class_id in (${classes})`,
    class_seat: scope.kind === 'bank' ? nobody : ofCase,
    class_absence: scope.kind === 'bank' ? nobody : ofCase,
    training_certificate: scope.kind === 'bank' ? nobody : ofCase,
    certificate_serial: `t.organisation_id = ${org}`,
    job_fair: 'true',
    fair_seat: ['province', 'commune'].includes(scope.kind) ? ofWorker : nobody,
    return_profile: ['province', 'commune'].includes(scope.kind) ? ofWorker : nobody,
    job_referral: ['province', 'commune'].includes(scope.kind) ? ofWorker : nobody,
    job_opening: scope.kind === 'province' || scope.kind === 'commune' ? `t.province_code = ${q(scope.province)}` : nobody,
    job_opening_version:
      scope.kind === 'province' || scope.kind === 'commune'
        ? `exists (select from job_opening o where o.id = t.opening_id and o.province_code = ${q(scope.province)})`
        : nobody,
    crossing_statement: scope.kind === 'bank' ? nobody : ofCase,
    official_document: `t.organisation_id = ${org}`,
    paper_file: scope.kind === 'bank' ? nobody : scope.kind === 'agency' ? `${ofCase} and t.visit_id is null` : ofCase,
    case_question: ['province', 'commune'].includes(scope.kind) ? ofCase : nobody,
    notice: `t.id in (${notices})`,
    notice_item: ofNotice,
    delivery: ofNotice,
    notice_release: `t.province_code = ${q(province)}`,
    import_batch: `t.id in (${batches})`,
    import_task: `t.organisation_id = ${org} or t.province_code = ${q(province)}`,
    import_row: `t.batch_id in (${batches})`,
    import_change: `t.batch_id in (${batches})`,
    import_mapping: `t.organisation_id = ${org}`,
    account_preference: `t.account_id = ${me}`,
    saved_view: `t.account_id = ${me} or (t.shared and t.organisation_id = ${org})`,
    target: ofPlace,
    assignment: scope.kind === 'agency' ? `t.agency_id = ${org}` : ofPlace,
    monthly_report: ofPlace,
    report_line: `t.report_id in (select r.id from monthly_report r where ${ofPlace.replaceAll('t.', 'r.')})`,
    fee_sheet: 'true',
    fee_receipt: `${ofCase} and ${['province', 'agency'].includes(scope.kind)}`,
    escrow: `t.id in (${escrows})`,
    escrow_entry: `t.escrow_id in (${escrows})`,
    refund: `t.id in (${refunds})`,
    refund_payment: `t.refund_id in (${refunds})`,
    liquidation: ofClaim,
    liquidation_event: ofClaim,
    support_fund: ofProvince,
    support_claim: scope.kind === 'province' ? ofCase : scope.kind === 'bank' ? `${ofCase} and t.state in ('APPROVED', 'PAID')` : nobody,
    support_claim_paper:
      scope.kind === 'province' ? `t.claim_id in (select k.id from support_claim k where k.case_id in (${cases}))` : nobody,
    support_entry:
      scope.kind === 'province'
        ? `t.claim_id in (select k.id from support_claim k where k.case_id in (${cases})) or (t.claim_id is null and t.fund_id in (select f.id from support_fund f where ${ofProvince.replaceAll('t.', 'f.')}))`
        : nobody,
    loan: ofBank,
    loan_instalment: ofLoan,
    loan_entry: ofLoan,
    loan_event: ofLoan,
    loan_standing: `${ofCase} and ${['province', 'bank'].includes(scope.kind) ? 'true' : 't.shared_on is not null'}`,
    loan_classification: ofLoan,
    bank_statement: ofBank,
    bank_balance: ofLoan,
    bank_line: ofBank,
    loan_month_event: ofBank,
    work_snooze: `t.organisation_id = ${org}`,
  };
}
