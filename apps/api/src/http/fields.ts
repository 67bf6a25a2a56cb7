import { parseLocalDate } from '@app/kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** One word per field of a request: its check, its Vietnamese refusal and its place in the OpenAPI document together. */
interface FieldWords {
  /** `absent`: may be left out, never null. */
  readonly optional?: true | 'absent';
  readonly example?: unknown;
  readonly description?: string;
}

const field = (options: FieldWords, api: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      required: !options.optional,
      example: options.example,
      description: options.description,
      ...api,
    } as ApiPropertyOptions),
    ...(options.optional === 'absent' ? [ValidateIf((_, value) => value !== undefined)] : options.optional ? [IsOptional()] : []),
    ...checks,
  );

const isPlainText = (value: unknown, multiline: boolean): boolean =>
  typeof value === 'string' && !(multiline ? /[\p{Cc}\p{Cs}]/u.test(value.replace(/[\n\r\t]/g, '')) : /[\p{Cc}\p{Cs}]/u.test(value));

/** Text without control characters. */
export const Text = (max: number, options: FieldWords & { min?: number; multiline?: true } = {}): PropertyDecorator =>
  field(
    options,
    { type: String, maxLength: max, minLength: options.min ?? 1 },
    ValidateBy({
      name: 'plainText',
      validator: {
        validate: (value) => isPlainText(value, options.multiline ?? false),
        defaultMessage: () => 'phải là chữ, không có ký tự điều khiển',
      },
    }),
    Length(options.min ?? 1, max, { message: `dài từ ${options.min ?? 1} đến ${max} ký tự` }),
  );

/** A calendar day that exists, yyyy-mm-dd. */
export const Day = (options: FieldWords = {}): PropertyDecorator =>
  field(
    options,
    { type: String, format: 'date', example: options.example ?? '2026-11-20' },
    ValidateBy({
      name: 'day',
      validator: {
        validate: (value) =>
          typeof value === 'string' && parseLocalDate(value) !== undefined && value >= '1900-01-01' && value <= '2100-12-31',
        defaultMessage: () => 'phải là ngày có thật, dạng yyyy-mm-dd',
      },
    }),
  );

/** A moment as the API itself writes it: ISO 8601 with its zone. */
export const Moment = (options: FieldWords = {}): PropertyDecorator =>
  field(
    options,
    { type: String, format: 'date-time', example: options.example ?? '2026-11-20T01:00:00.000Z' },
    ValidateBy({
      name: 'moment',
      validator: {
        validate: (value) =>
          typeof value === 'string' &&
          /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
          !Number.isNaN(Date.parse(value)),
        defaultMessage: () => 'phải là thời điểm, dạng 2026-11-20T01:00:00.000Z',
      },
    }),
  );

export const OneOf = (values: readonly string[], options: FieldWords = {}): PropertyDecorator =>
  field(options, { type: String, enum: [...values] }, IsIn([...values], { message: `phải là một trong: ${values.join(', ')}` }));

export const Id = (options: FieldWords = {}): PropertyDecorator =>
  field(options, { type: String, format: 'uuid' }, IsUUID('all', { message: 'phải là mã định danh hợp lệ' }));

export const Shaped = (shape: RegExp, what: string, options: FieldWords = {}): PropertyDecorator =>
  field(options, { type: String, pattern: shape.source }, Matches(shape, { message: `phải là ${what}` }));

/** Code of today's commune, five digits. */
export const CommuneCode = (options: FieldWords = {}): PropertyDecorator => Shaped(/^\d{5}$/, 'mã xã gồm 5 chữ số', options);
export const ProvinceCode = (options: FieldWords = {}): PropertyDecorator => Shaped(/^\d{2}$/, 'mã tỉnh gồm 2 chữ số', options);
export const Market = (options: FieldWords = {}): PropertyDecorator =>
  Shaped(/^[A-Z]{2}$/, 'mã thị trường gồm 2 chữ hoa', { example: 'JP', ...options });

export const Whole = (min: number, max: number, options: FieldWords = {}): PropertyDecorator =>
  field(
    options,
    { type: Number, minimum: min, maximum: max },
    Type(() => Number),
    IsInt({ message: 'phải là số nguyên' }),
    Min(min, { message: `không nhỏ hơn ${min}` }),
    Max(max, { message: `không lớn hơn ${max}` }),
  );

export const Flag = (options: FieldWords = {}): PropertyDecorator =>
  field(options, { type: Boolean }, IsBoolean({ message: 'phải là true hoặc false' }));

export const ListOf = (
  of: () => abstract new (...args: never[]) => unknown,
  max: number,
  options: FieldWords & { each?: PropertyDecorator[] } = {},
): PropertyDecorator => {
  const make = of() as new () => unknown;
  const nested = make === (String as never) ? (options.each ?? []) : [ValidateNested({ each: true }), Type(() => make as never)];
  return field(
    options,
    { type: make as never, isArray: true, maxItems: max },
    IsArray({ message: 'phải là danh sách' }),
    ArrayMaxSize(max, { message: `nhiều nhất ${max} mục` }),
    ...nested,
  );
};

export const Nested = (of: () => new () => unknown, options: FieldWords = {}): PropertyDecorator =>
  field(options, { type: of() as never }, ValidateNested(), Type(of as never));

/** Where a list goes on, and how many lines at most. */
export class PageQuery {
  @Text(600, { optional: true, description: 'Vị trí trang, lấy từ `next` của trang trước' }) after?: string;
  @Whole(1, 100, { optional: true, example: 20 }) limit?: number;
}
