import { FindPeople, type FoundLine } from '@app/reporting';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { FoundListResponse } from '../http/answers/work';
import { type Caller, CallerOf } from '../http/caller';
import { Text } from '../http/fields';

export class FindRequest {
  @Text(120, { min: 2, example: 'hoa sung 98' }) text: string;
}

/** A question may hold a telephone or identity number, which must stand in no address and no log: it is asked in a body. */
@ApiTags('work')
@Controller('api/v1/find')
export class FindController {
  constructor(private readonly people: FindPeople) {}

  @Post()
  @HttpCode(200)
  @Access({
    roles: ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'],
    scope: 'jurisdiction',
    fields: 'basic',
    repeat: 'free',
  })
  @ApiOperation({ summary: 'Tìm người: tên không dấu, đảo từ, năm sinh, xã cũ, 4 số cuối điện thoại, mã hồ sơ' })
  @Answers(FoundListResponse)
  async find(@CallerOf() caller: Caller, @Body() { text }: FindRequest): Promise<{ people: FoundLine[] }> {
    return { people: await this.people.run(caller.actor, text) };
  }
}
