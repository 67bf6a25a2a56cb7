import { HeldEscrows } from '@app/settlement';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { EscrowListQuery } from '../agency/settlement.dto';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { HeldEscrowResponse } from '../http/answers/settlement';
import { type Caller, CallerOf } from '../http/caller';

/** Escrow accounts as the bank that holds them reads them; the movements themselves stand at the case. */
@ApiTags('bank')
@Controller('api/v1/bank/escrows')
export class EscrowsController {
  constructor(private readonly escrows: HeldEscrows) {}

  @Get()
  @Access({ roles: ['bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({
    summary: 'Tài khoản ký quỹ do ngân hàng giữ, mỗi lần một sổ: EPS hoặc ký quỹ với doanh nghiệp; chờ nộp, chờ trả, đang giữ, đã xong',
  })
  @Answers(HeldEscrowResponse)
  list(@CallerOf() caller: Caller, @Query() { kind, view, ...page }: EscrowListQuery): ReturnType<HeldEscrows['list']> {
    return this.escrows.list(caller.actor, { ...page, kind, view: view ?? 'todo' });
  }
}
