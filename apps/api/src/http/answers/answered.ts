import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

export interface AnswerRule {
  readonly type: Type;
  /** The answer carries the version of what it shows, for If-Match. */
  readonly etag?: true;
  /** The answer with 202 where the work goes on behind it. */
  readonly accepted?: Type;
}

export const ANSWER = 'benve:answer';

/** What a successful answer of the route holds, field by field: nothing else leaves the API. */
export function Answers(type: Type, options: Omit<AnswerRule, 'type'> = {}): MethodDecorator {
  return applyDecorators(
    SetMetadata(ANSWER, { type, ...options } satisfies AnswerRule),
    ApiExtraModels(type, ...(options.accepted ? [options.accepted] : [])),
  );
}

const FORMS: Readonly<Record<string, ApiPropertyOptions>> = {
  text: { type: String },
  id: { type: String, format: 'uuid' },
  day: { type: String, format: 'date' },
  moment: { type: String, format: 'date-time' },
  whole: { type: 'integer' },
  flag: { type: Boolean },
  object: { type: 'object', additionalProperties: true },
};

type Form = 'text' | 'id' | 'day' | 'moment' | 'whole' | 'flag' | 'object' | 'any';

/** One field of an answer. `empty`: may be null; `absent`: may be missing. `any`: JSON of a form told elsewhere. */
export function Answered(form: Form | (() => Type), options: { list?: true; empty?: true; absent?: true } = {}): PropertyDecorator {
  const type: ApiPropertyOptions = typeof form === 'function' ? { type: form() } : form === 'any' ? { oneOf: ANY } : FORMS[form]!;
  return ApiProperty({
    ...type,
    ...(options.list && { isArray: true }),
    nullable: options.empty ?? false,
    required: !options.absent,
  } as ApiPropertyOptions);
}

const ANY = [
  { type: 'object', additionalProperties: true },
  { type: 'array', items: {} },
  { type: 'string' },
  { type: 'number' },
  { type: 'boolean' },
];
