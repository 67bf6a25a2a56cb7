import { OrganisationDirectory } from '@app/identity';
import { type Actor, DomainError, idOfRequest, type LocalDate, notFound } from '@app/kernel';
import { AuditTrail, TransactionRunner, type Tx } from '@app/platform';
import { Gazetteer } from '@app/territory';
import { Injectable } from '@nestjs/common';
import type { RecruitmentPermission } from '../domain/recruitment-permission';
import { PermissionRows } from '../persistence/permission-rows';
import { lookAgain } from './look-again';

export interface PermitCommand {
  readonly agencyId: string;
  /** Communes of today; none = the whole province. */
  readonly communes?: readonly string[];
  readonly from: LocalDate;
  readonly lastDay?: LocalDate;
  /** The department's letter. */
  readonly basis: string;
  readonly requestId: string;
}

/** Where an agency may recruit in the province: given and ended by its department, with the history kept. */
@Injectable()
export class RecruitmentPermissions {
  constructor(private readonly runner: TransactionRunner) {}

  async list(actor: Actor, agencyId: string): Promise<RecruitmentPermission[]> {
    return this.runner.run(actor, async (tx) => {
      await OrganisationDirectory.getById(tx, agencyId);
      return PermissionRows.of(tx, agencyId);
    });
  }

  async permit(actor: Actor, command: PermitCommand): Promise<RecruitmentPermission[]> {
    const { agencyId, from, lastDay, basis, requestId } = command;
    const province = provinceOf(actor);
    if (lastDay && lastDay < from)
      throw new DomainError('invalid', 'PERIOD_EMPTY', 'Ngày hết hạn trước ngày bắt đầu. Hãy kiểm tra lại hai ngày này.');
    return this.runner.run(
      actor,
      async (tx) => {
        const agency = await OrganisationDirectory.getById(tx, agencyId);
        if (agency.kind !== 'sending_agency') throw notFound('Không tìm thấy doanh nghiệp này.');
        for (const communeCode of await placesOf(tx, province, command.communes)) {
          const id = idOfRequest(actor, `permission:${communeCode ?? ''}`, requestId);
          const row = { id, agencyId, provinceCode: province, communeCode, from, lastDay: lastDay ?? null, basis };
          if (!(await PermissionRows.add(tx, row)))
            throw new DomainError(
              'refused',
              'PERMISSION_OVERLAPS',
              'Đã có giấy phép tuyển tại nơi này trong thời gian này. Hãy kết thúc giấy phép cũ trước.',
              {
                communeCode,
              },
            );
        }
        await lookAgain(tx);
        await audit(tx, 'agencies.permit', agencyId, { from, lastDay, communes: command.communes?.length ?? 0 });
        return PermissionRows.of(tx, agencyId);
      },
      { requestId },
    );
  }

  /** No new step after `lastDay`; what was begun goes on. */
  async end(actor: Actor, permissionId: string, lastDay: LocalDate, requestId: string): Promise<void> {
    await this.runner.run(
      actor,
      async (tx) => {
        const agencyId = await PermissionRows.end(tx, permissionId, lastDay);
        if (!agencyId) throw notFound('Không tìm thấy giấy phép tuyển này trong tỉnh.');
        await lookAgain(tx);
        await audit(tx, 'agencies.end-permission', agencyId, { lastDay });
      },
      { requestId },
    );
  }
}

function audit(tx: Tx, action: string, agencyId: string, detail: Record<string, unknown>): Promise<void> {
  return AuditTrail.record(tx, { action, subject: { kind: 'organisation', id: agencyId }, detail });
}

async function placesOf(tx: Tx, province: string, communes: readonly string[] = []): Promise<(string | null)[]> {
  if (communes.length === 0) return [null];
  const gazetteer = await Gazetteer.load(tx);
  const foreign = communes.filter((code) => gazetteer.today(code)?.province !== province);
  if (foreign.length > 0)
    throw new DomainError('invalid', 'PLACE_UNKNOWN', 'Có xã không thuộc tỉnh hoặc đã sáp nhập. Hãy chọn xã hiện nay.', {
      communes: foreign.slice(0, 20),
    });
  return [...new Set(communes)];
}

function provinceOf({ scope }: Actor): string {
  if (scope.kind === 'province') return scope.province;
  throw new DomainError('forbidden', 'PROVINCE_NEEDED', 'Việc này do cán bộ phụ trách cả tỉnh làm. Hãy nhờ cán bộ đó.');
}
