import type { CitizenId } from '@app/kernel';
import { KeepRelatives, RELATIVE_KINDS, type RelativeLine } from '@app/workers';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { RelativeListResponse } from '../http/answers/eligibility';
import { type Caller, CallerOf } from '../http/caller';
import { OneOf, Shaped, Text } from '../http/fields';
import { UuidPath } from '../http/validation';

export class RelativeRequest {
  @OneOf(RELATIVE_KINDS, { example: 'SIBLING' }) kin: RelativeLine['kin'];
  @Text(100, { example: 'Lò Văn Hai' }) fullName: string;
  @Shaped(/^\d{12}$/, 'số căn cước gồm 12 chữ số', { optional: 'absent' }) citizenId?: CitizenId;
}

export class NamedRelativeRequest {
  @OneOf(RELATIVE_KINDS, { example: 'SIBLING' }) kin: RelativeLine['kin'];
  @Text(100, { example: 'Lò Văn Hai' }) fullName: string;
}

const ROLES = ['centre_staff', 'department_officer', 'commune_officer', 'agency_clerk'] as const;

/** Father, mother, spouse, children, brothers and sisters: some markets ask about them. */
@ApiTags('workers')
@Controller('api/v1/workers/:workerId/relatives')
export class RelativesController {
  constructor(private readonly relatives: KeepRelatives) {}

  @Get()
  @Access({ roles: ROLES, scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Thân nhân của một người; số căn cước chỉ báo là có' })
  @Answers(RelativeListResponse)
  async list(@CallerOf() caller: Caller, @Param('workerId', UuidPath) workerId: string): Promise<{ relatives: RelativeLine[] }> {
    return { relatives: await this.relatives.list(caller.actor, workerId) };
  }

  @Put()
  @Access({ roles: ROLES, scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Ghi một thân nhân; cùng quan hệ và tên thì thay' })
  @Answers(RelativeListResponse)
  async put(
    @CallerOf() caller: Caller,
    @Param('workerId', UuidPath) workerId: string,
    @Body() body: RelativeRequest,
  ): Promise<{ relatives: RelativeLine[] }> {
    return { relatives: await this.relatives.put(caller.actor, { ...body, workerId, requestId: caller.requestId }) };
  }

  @Delete()
  @HttpCode(200)
  @Access({ roles: ROLES, scope: 'jurisdiction', fields: 'basic' })
  @ApiOperation({ summary: 'Bỏ một thân nhân ghi nhầm' })
  @Answers(RelativeListResponse)
  async remove(
    @CallerOf() caller: Caller,
    @Param('workerId', UuidPath) workerId: string,
    @Body() body: NamedRelativeRequest,
  ): Promise<{ relatives: RelativeLine[] }> {
    return { relatives: await this.relatives.remove(caller.actor, { ...body, workerId, requestId: caller.requestId }) };
  }
}
