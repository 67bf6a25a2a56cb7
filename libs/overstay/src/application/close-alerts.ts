import { type Actor, DomainError, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { closingDeedsOf, deskOf, endedByBooks } from '../domain/alert-answer';
import { isMoney } from '../domain/money-clocks';
import { AlertRows } from '../persistence/alert-rows';
import { closeSql, reopenSql } from '../persistence/close-sql';
import { RETELL } from '../persistence/retell-sql';
import { loadWatchRules, type WatchRules } from '../persistence/watch-rules';

/** Ends alerts otherwise than by an answer: what was asked for is done, or the facts of a case changed. */
@Injectable()
export class CloseAlerts {
  constructor(private readonly runner: TransactionRunner) {}

  /** An officer says what was done. Repeating it changes nothing. */
  async run(actor: Actor, command: { alertId: number; requestId: string; deed: string }): Promise<{ alertId: number; state: 'closed' }> {
    return this.runner.run(
      actor,
      async (tx) => {
        const alert = await AlertRows.lock(tx, command.alertId);
        if (!alert || alert.state === 'superseded') throw notFound('Không tìm thấy cảnh báo này trong phạm vi của bạn.');
        if (!deskOf(tx.actor.role))
          throw new DomainError('forbidden', 'ALERT_CLOSE_FORBIDDEN', 'Tài khoản của bạn chỉ được xem cảnh báo này.');
        if (endedByBooks(alert.rule))
          throw new DomainError(
            'refused',
            'ALERT_NEEDS_BOOKS',
            'Đã qua ngày cuối: việc này tự hết khi sổ sách ghi nhận (quyết định, trả nợ, nộp ký quỹ, thanh lý hoặc chi trả).',
          );
        if (alert.family === 'END_UNKNOWN')
          throw new DomainError('refused', 'ALERT_NEEDS_END', 'Việc này tự hết khi hợp đồng lao động với ngày hết hạn được ghi vào hồ sơ.');
        const deeds = closingDeedsOf(alert);
        if (!deeds.includes(command.deed))
          throw new DomainError(
            'refused',
            'ALERT_DEED_UNFIT',
            'Cảnh báo này không kết thúc bằng việc đó. Hãy trả lời câu hỏi về nước, hoặc ghi lần thăm gia đình.',
            { allowed: deeds },
          );
        if (alert.state !== 'closed') {
          await AlertRows.setState(tx, alert.id, 'closed', command.deed);
          if (isMoney(alert.family)) await AlertRows.closeBelow(tx, alert, command.deed);
          await AuditTrail.record(tx, {
            action: 'overstay.close',
            subject: { kind: 'alert', id: String(alert.id) },
            province: alert.provinceCode,
            detail: { deed: command.deed },
          });
        }
        return { alertId: alert.id, state: 'closed' as const };
      },
      { requestId: command.requestId },
    );
  }

  /**
   * For the background: facts of these cases changed; closes what became pointless and takes back what nobody was told yet, and asks again what
   * a fact had closed that was itself taken back, telling those again whose notice was withdrawn. Returns how many closed.
   */
  async forCases(tx: Tx, caseIds: readonly string[]): Promise<number> {
    const { judged, rules } = await judgedBy(tx, caseIds);
    const [row] = await tx.query<{ closed: number }>(closeSql('cases'), judged, 'overstay_close_cases');
    await tx.query(reopenSql(), [...judged, judged[0]], 'overstay_reopen_cases');
    await tx.query(RETELL, [caseIds, JSON.stringify(rules.map(({ code, urgent }) => ({ code, urgent })))], 'overstay_retell_cases');
    return row?.closed ?? 0;
  }

  /** A moment later: opens the questions of these cases that were closed by a fact which no longer stands, with the clocks they had. */
  async askAgain(tx: Tx, caseIds: readonly string[]): Promise<void> {
    await tx.query(reopenSql(), [...(await judgedBy(tx, caseIds)).judged, null], 'overstay_reopen_cases');
  }
}

/** Day, stay rules and cases: what both judgements read; and the rules of the alerts. */
async function judgedBy(tx: Tx, caseIds: readonly string[]): Promise<{ judged: unknown[]; rules: WatchRules['rules'] }> {
  const [{ today }] = (await tx.query<{ today: never }>(`select business_day() as today`)) as [{ today: never }];
  const { markets, rules } = await loadWatchRules(tx, today);
  const rows = markets.map((m) => ({ market: m.market, grace: m.graceDays, default_stay: m.defaultStayDays }));
  return { judged: [today, JSON.stringify(rows), caseIds], rules };
}
