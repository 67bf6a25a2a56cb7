import type { AccountFacts } from '../domain/account';
import { decideLoginLimits, LOGIN_LIMITS_KEY, type LoginLimits } from '../domain/login-limits';
import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';

/**
 * SECURITY DEFINER functions of `benve_resolver`, by signature: the questions answered before a scope is known (this context's six, the public
 * pages' four) and the yes/no probes of workers and casework, the counts of orders, the cases behind a bank's escrows, the two doors by which a request may change rules, and the two by
 * which an administrator looks after messages. The catalogue test allows these and no other.
 */
export const RESOLVER_FUNCTIONS = [
  'accept_login(bigint)',
  'accept_lookup(bigint)',
  'admit_candidate(uuid)',
  'agency_escrow_held(uuid)',
  'approve_policies(uuid)',
  'bank_held_cases()',
  'case_away_elsewhere(uuid[],uuid[])',
  'case_ends_proposals()',
  'case_frees_seats()',
  'certificate_by_code(text)',
  'case_keeps_places()',
  'contract_places(uuid)',
  'count_messages()',
  'eligibility_record(uuid[],text)',
  'measured_localities(text,integer)',
  'order_counts(uuid[])',
  'link_borrowers(bytea[])',
  'propose_policies(uuid,jsonb)',
  'public_openings(text)',
  'public_orders(text)',
  'replay_duty(bigint)',
  'resolve_api_key(bytea)',
  'resolve_link(bytea)',
  'resolve_login(text,bytea,text,jsonb)',
  'resolve_lookup(text,bytea,text,jsonb)',
  'resolve_session(bytea,interval)',
  'session_ended_by_office(bytea)',
  'worker_known_anywhere(bytea[])',
] as const;

/** Null `attemptId`: too many tries, nothing was looked up. */
export interface LoginGate extends Partial<AccountFacts> {
  readonly attemptId: number | null;
  readonly retrySeconds: number;
  readonly passwordHash: string | null;
}

const FACTS = `account_id as "accountId", login, display_name as "displayName", role, organisation_id as "organisationId", organisation_kind as "organisationKind",
  organisation_name as "organisationName", province_code as "provinceCode", commune_code as "communeCode", communes`;

const LIMITS_LIFE_MS = 15_000;

/** The way in, before an actor exists: single statements outside any scope, each calling one resolver function. */
@Injectable()
export class SignInDoor {
  private known?: { limits: LoginLimits; until: number };

  constructor(private readonly dataSource: DataSource) {}

  /** Values of the policy row `login.limits`, read again every 15 s. */
  async limits(): Promise<LoginLimits> {
    if (this.known && this.known.until > Date.now()) return this.known.limits;
    const [row] = await this.ask<{ value: unknown }>(
      'door_limits',
      `select value from policy_rule where key = $1 and market = '*' and valid @> business_day()`,
      [LOGIN_LIMITS_KEY],
    );
    const limits = decideLoginLimits(row?.value);
    this.known = { limits, until: Date.now() + LIMITS_LIFE_MS };
    return limits;
  }

  async knock(login: string, loginHash: Buffer, address: string): Promise<LoginGate> {
    const [gate] = await this.ask<LoginGate & QueryResultRow>(
      'door_login',
      `select attempt_id as "attemptId", retry_seconds as "retrySeconds", password_hash as "passwordHash", ${FACTS} from resolve_login($1, $2, $3, $4)`,
      [login, loginHash, address, await this.limits()],
    );
    return gate!;
  }

  async accept(attemptId: number): Promise<void> {
    await this.ask('door_accept', 'select accept_login($1)', [attemptId]);
  }

  async session(tokenHash: Buffer): Promise<(AccountFacts & { sessionId: string }) | undefined> {
    const { sessionIdleMinutes } = await this.limits();
    const rows = await this.ask<AccountFacts & { sessionId: string }>(
      'door_session',
      `select session_id as "sessionId", ${FACTS} from resolve_session($1, make_interval(mins => $2))`,
      [tokenHash, sessionIdleMinutes],
    );
    return rows[0];
  }

  /** Whether an administrator ended this session; false for one that ran out, was left, or never was. */
  async endedByOffice(tokenHash: Buffer): Promise<boolean> {
    const [row] = await this.ask<{ ended: boolean }>('door_session_ended', `select session_ended_by_office($1) as ended`, [tokenHash]);
    return row!.ended;
  }

  async apiKey(tokenHash: Buffer): Promise<(AccountFacts & { keyId: string }) | undefined> {
    const rows = await this.ask<AccountFacts & { keyId: string }>(
      'door_key',
      `select key_id as "keyId", key_kind as "keyKind", ${FACTS} from resolve_api_key($1)`,
      [tokenHash],
    );
    return rows[0];
  }

  async link(tokenHash: Buffer): Promise<{ linkId: string; accountId: string; login: string; displayName: string } | undefined> {
    const rows = await this.ask<{ linkId: string; accountId: string; login: string; displayName: string }>(
      'door_link',
      `select link_id as "linkId", account_id as "accountId", login, display_name as "displayName" from resolve_link($1)`,
      [tokenHash],
    );
    return rows[0];
  }

  private async ask<R extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<R[]> {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    return (await pool.query<R>({ name, text, values })).rows;
  }
}
