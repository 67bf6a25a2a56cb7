import { DomainError, notFound } from '@app/kernel';
import { type ArgumentMetadata, Injectable, type PipeTransform, type ValidationError, ValidationPipe } from '@nestjs/common';
import type { FieldFault } from './problem';

/** Path parameters have pipes of their own: the library would read `0x27` as the number 39 before they see it. */
class BodyAndQueryPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return metadata.type === 'param' ? value : super.transform(value, metadata);
  }
}

/** Unknown fields are refused, not dropped: a client that sends `role` or `stage` learns that it may not. */
export const strictInput = new BodyAndQueryPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
  exceptionFactory: (faults) =>
    new DomainError('invalid', 'INPUT_INVALID', 'Dữ liệu gửi lên chưa đúng. Hãy sửa các mục được nêu rồi gửi lại.', {
      errors: faults.flatMap((fault) => flatten(fault)).slice(0, 50),
    }),
});

function flatten(fault: ValidationError, path = ''): FieldFault[] {
  const field = path ? `${path}.${fault.property}` : fault.property;
  const own = Object.entries(fault.constraints ?? {}).map(([name, message]) => ({
    field: field.slice(0, 120),
    message: name === 'whitelistValidation' ? 'trường này không được nhận' : VIETNAMESE.test(message) ? message : 'chưa đúng',
  }));
  return [...own, ...(fault.children ?? []).flatMap((child) => flatten(child, field))];
}

/** The library's own English messages never reach a user. */
const VIETNAMESE = /^(?!.*\b(must|should|each|property)\b)/;

/** An id in a path; what cannot be an id names nothing. */
@Injectable()
export class UuidPath implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)) throw notFound();
    return value.toLowerCase();
  }
}

@Injectable()
export class NumberPath implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,14}$/.test(value)) throw notFound();
    return Number(value);
  }
}

/** The public name of a case. */
@Injectable()
export class CaseCodePath implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[0-9A-Z]{10}$/.test(value)) throw notFound();
    return value;
  }
}
