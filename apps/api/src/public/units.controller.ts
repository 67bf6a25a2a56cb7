import { notFound, ROLES } from '@app/kernel';
import { FindUnits, type FoundUnit, type UnitByCode, type UnitsFound } from '@app/territory';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../http/access';
import { Answers } from '../http/answers/answered';
import { ProvinceListResponse, UnitListResponse, UnitResponse } from '../http/answers/session';
import { type Caller, CallerOf } from '../http/caller';
import { ProvinceCode, Text } from '../http/fields';

export class UnitsQuery {
  @Text(200, { example: 'Xã Bình Lư', description: 'Tên như người ta viết, kể cả tên cũ' }) text: string;
  @ProvinceCode({ example: '12' }) province: string;
}

/** Places are public facts: any account may ask. */
@ApiTags('units')
@Controller('api/v1/units')
export class UnitsController {
  constructor(private readonly units: FindUnits) {}

  @Get()
  @Access({ roles: ROLES, scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Tìm xã theo tên; tên cũ được dẫn về xã hiện hành, chia tách thì nêu các xã để chọn' })
  @Answers(UnitListResponse)
  find(@CallerOf() caller: Caller, @Query() { text, province }: UnitsQuery): Promise<UnitsFound> {
    return this.units.byText(caller.actor, text, province);
  }

  @Get('provinces')
  @Access({ roles: ROLES, scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Các tỉnh, thành phố hiện hành' })
  @Answers(ProvinceListResponse)
  async provinces(@CallerOf() caller: Caller): Promise<{ provinces: FoundUnit[] }> {
    return { provinces: await this.units.provinces(caller.actor) };
  }

  @Get(':unitCode')
  @Access({ roles: ROLES, scope: 'directory', fields: 'public' })
  @ApiOperation({ summary: 'Một mã: đơn vị hiện hành, các đơn vị từng mang mã này, nơi kế tiếp, và các đơn vị đã nhập vào' })
  @Answers(UnitResponse)
  one(@CallerOf() caller: Caller, @Param('unitCode') code: string): Promise<UnitByCode> {
    if (!/^\d{2,5}$/.test(code)) throw notFound();
    return this.units.byCode(caller.actor, code);
  }
}
