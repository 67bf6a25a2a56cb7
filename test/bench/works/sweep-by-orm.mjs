// The same alerts as an ordinary service would write them: entities, pages of 500, save in batches, one transaction a page.
import { TODAY } from '../place/generate.mjs';
import { lib, packaged } from '../place/programs.mjs';

const PAGE = 500;

export async function sweepByOrm(url, parameters) {
  const { EntitySchema, In, IsNull, LessThanOrEqual, MoreThan, Not } = packaged('typeorm');
  const { DataSource } = packaged('typeorm');
  const { addDays } = lib('kernel');
  const entity = (name, keys, columns, generated = false) =>
    new EntitySchema({
      name,
      columns: Object.fromEntries([
        ...Object.entries(keys).map(([key, type]) => [key, { type, primary: true, ...(generated && { generated: 'increment' }) }]),
        ...Object.entries(columns).map(([key, type]) => [key, { type, nullable: true }]),
      ]),
    });
  const Case = entity(
    'case_file',
    { id: 'uuid' },
    {
      code: 'text',
      province_code: 'text',
      commune_code: 'text',
      agency_id: 'uuid',
      stage: 'text',
      market: 'text',
      contract_end: 'date',
      stay_until: 'date',
      departed_on: 'date',
      returned_on: 'date',
      learnt_on: 'date',
    },
  );
  const Alert = entity(
    'alert',
    { id: 'bigint' },
    {
      case_id: 'uuid',
      province_code: 'text',
      rule: 'text',
      family: 'text',
      rung: 'smallint',
      target_date: 'date',
      due_on: 'date',
      raised_on: 'date',
      estimated: 'boolean',
      owner: 'text',
      answer_by: 'date',
      last_owner: 'boolean',
      state: 'text',
      policy_rule_id: 'bigint',
    },
    true,
  );
  const Recipient = entity('alert_recipient', { alert_id: 'bigint', role: 'text' }, { addressee: 'text', since: 'date', told_on: 'date' });
  const Notice = entity(
    'notice',
    { id: 'bigint' },
    {
      addressee: 'text',
      kind: 'text',
      day: 'date',
      province_code: 'text',
      commune_code: 'text',
      organisation_id: 'uuid',
      state: 'text',
    },
    true,
  );
  const Item = entity(
    'notice_item',
    { notice_id: 'bigint', kind: 'text', ref_id: 'bigint' },
    { case_id: 'uuid', case_code: 'text', due_on: 'date', verifying: 'boolean' },
  );
  const Outbox = entity('outbox', { id: 'bigint' }, { topic: 'text', payload: 'jsonb' }, true);
  const source = await new DataSource({
    type: 'postgres',
    url,
    entities: [Case, Alert, Recipient, Notice, Item, Outbox],
    extra: { max: 2 },
  }).initialize();
  const rules = JSON.parse(parameters.rules);
  const markets = new Map(JSON.parse(parameters.markets).map((m) => [m.market, m]));
  const total = { alerts: 0, recipients: 0, notices: 0, items: 0, outbox: 0 };
  try {
    const back = await source.getRepository(Case).find({
      where: {
        stage: 'RETURNED',
        returned_on: addDays(TODAY, -rules.find((r) => r.family === 'RESIDENCE_NOTICE').off),
      },
    });
    for (let at = 0; at < back.length; at += PAGE) await source.transaction((em) => page(em, back.slice(at, at + PAGE)));
    for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
      const cases = await source.getRepository(Case).find({
        where: {
          id: MoreThan(last),
          stage: 'ABROAD',
          returned_on: IsNull(),
          departed_on: Not(IsNull()),
          contract_end: LessThanOrEqual(addDays(TODAY, 180)),
        },
        order: { id: 'ASC' },
        take: PAGE,
      });
      if (!cases.length) break;
      last = cases.at(-1).id;
      await source.transaction((em) => page(em, cases));
    }
    return total;
  } finally {
    await source.destroy();
  }

  async function page(em, cases) {
    const known = await em.find(Alert, { where: { case_id: In(cases.map((c) => c.id)) } });
    const exists = new Set(known.map((a) => `${a.case_id} ${a.rule} ${a.target_date}`));
    const found = cases.flatMap((c) => dueOf(c)).filter((d) => !exists.has(`${d.alert.case_id} ${d.alert.rule} ${d.alert.target_date}`));
    if (!found.length) return;
    await em.save(
      Alert,
      found.map((d) => d.alert),
    );
    const told = found.filter((d) => d.alert.state === 'open').flatMap((d) => d.told.map((t) => ({ ...t, alert: d.alert, code: d.code })));
    await em.save(
      Recipient,
      told.map((t) => ({ alert_id: t.alert.id, role: t.role, addressee: t.addressee, since: TODAY, told_on: TODAY })),
      { reload: false },
    );
    const offices = told.filter((t) => t.addressee !== 'WORKER');
    const addressees = [...new Set(offices.map((t) => t.addressee))];
    const notices = new Map(
      (await em.find(Notice, { where: { addressee: In(addressees), state: 'open' } })).map((n) => [`${n.addressee} ${n.kind}`, n]),
    );
    const fresh = [];
    for (const t of offices)
      if (!notices.has(`${t.addressee} ${t.kind}`)) {
        const notice = {
          addressee: t.addressee,
          kind: t.kind,
          day: TODAY,
          province_code: t.alert.province_code,
          commune_code: t.commune,
          organisation_id: t.organisation,
          state: 'open',
        };
        notices.set(`${t.addressee} ${t.kind}`, notice);
        fresh.push(notice);
      }
    await em.save(Notice, fresh);
    await em.save(
      Item,
      offices.map((t) => ({
        notice_id: notices.get(`${t.addressee} ${t.kind}`).id,
        kind: t.alert.rule,
        ref_id: t.alert.id,
        case_id: t.alert.case_id,
        case_code: t.code,
        due_on: t.alert.answer_by,
        verifying: false,
      })),
      { reload: false },
    );
    await em.save(
      Outbox,
      fresh.map((n) => ({ topic: 'notices.deliver.v1', payload: { noticeId: Number(n.id) } })),
      { reload: false },
    );
    total.alerts += found.length;
    total.recipients += told.length;
    total.items += offices.length;
    total.notices += fresh.length;
    total.outbox += fresh.length;
  }

  function dueOf(c) {
    const m = markets.get(c.market) ?? markets.get('*');
    return rules.flatMap((r) => {
      const planned = r.family === 'EXPIRY';
      const residence = r.family === 'RESIDENCE_NOTICE';
      if (residence !== (c.stage === 'RETURNED')) return [];
      if (
        !residence &&
        (planned
          ? c.contract_end !== addDays(TODAY, -r.off) || c.contract_end <= c.learnt_on
          : !['RETURN_UNCONFIRMED', 'SUSPECTED_OVERSTAY'].includes(r.family))
      )
        return [];
      const suspicion = r.family === 'SUSPECTED_OVERSTAY';
      const target = residence ? c.returned_on : suspicion ? (c.stay_until ?? addDays(c.contract_end, m.default_stay)) : c.contract_end;
      const due = suspicion ? addDays(target, m.grace + (c.stay_until ? r.off : r.est_off)) : addDays(target, r.off);
      if (due > TODAY) return [];
      const superseded = r.gap !== null && addDays(due, r.gap) <= c.learnt_on;
      const alert = {
        case_id: c.id,
        province_code: c.province_code,
        rule: r.code,
        family: r.family,
        rung: r.rung,
        target_date: target,
        due_on: due,
        raised_on: due > c.learnt_on ? due : c.learnt_on,
        estimated: suspicion && !c.stay_until,
        owner: r.owner,
        answer_by: superseded ? null : r.answer_by,
        last_owner: r.last_owner,
        state: superseded ? 'superseded' : 'open',
        policy_rule_id: r.policy_rule_id,
      };
      const kind = r.urgent ? 'urgent' : 'digest';
      const told = r.roles.flatMap((role) => {
        if (role === 'agency') return [{ role, kind, addressee: `AGENCY:${c.agency_id}`, organisation: c.agency_id }];
        if (role === 'centre') return [{ role, kind, addressee: `ESC:${c.province_code}` }];
        if (role === 'department') return [{ role, kind, addressee: `SO:${c.province_code}` }];
        if (role === 'worker') return [{ role, kind, addressee: 'WORKER' }];
        return role === 'commune' ? [{ role, kind, addressee: `COMMUNE:${c.commune_code}`, commune: c.commune_code }] : [];
      });
      return [{ alert, told, code: c.code }];
    });
  }
}
