import { type CaseLine, CaseQueries } from '@app/casework';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { BorrowerListResponse } from '../http/answers/cases';
import { type Caller, CallerOf } from '../http/caller';
import { PageQuery } from '../http/fields';

type Borrower = Pick<CaseLine, 'id' | 'code' | 'fullName' | 'contractEnd' | 'departedOn' | 'returnedOn'>;

/** A bank office sees when its borrowers left and came back, nothing else. */
@ApiTags('bank')
@Controller('api/v1/bank/borrowers')
export class BorrowersController {
  constructor(private readonly cases: CaseQueries) {}

  @Get()
  @Access({ roles: ['bank_officer'], scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ngày xuất cảnh, hết hạn, về nước của người vay' })
  @Answers(BorrowerListResponse)
  async list(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<{ borrowers: Borrower[]; next?: string }> {
    const { cases, next } = await this.cases.list(caller.actor, query);
    return {
      borrowers: cases.map(({ id, code, fullName, contractEnd, departedOn, returnedOn }) => ({
        id,
        code,
        fullName,
        contractEnd,
        departedOn,
        returnedOn,
      })),
      next,
    };
  }
}
