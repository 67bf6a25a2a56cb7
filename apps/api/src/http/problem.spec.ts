import { DomainError } from '@app/kernel';
import { BadRequestException } from '@nestjs/common';
import { problemOf } from './problem';

describe('problemOf', () => {
  it('keeps the code and words of a refusal', () => {
    const error = new DomainError('stale', 'CASE_CHANGED', 'Hồ sơ đã thay đổi.', { version: 3 });
    expect(problemOf(error, 'r1')).toEqual({
      type: 'urn:benve:problem:CASE_CHANGED',
      title: 'Dữ liệu đã thay đổi',
      status: 412,
      detail: 'Hồ sơ đã thay đổi.',
      code: 'CASE_CHANGED',
      requestId: 'r1',
      details: { version: 3 },
    });
  });

  it('lists wrong fields beside, not inside the details', () => {
    const error = new DomainError('invalid', 'INPUT_INVALID', 'Sai.', { errors: [{ field: 'x', message: 'sai' }] });
    expect(problemOf(error, 'r')).toMatchObject({ status: 422, errors: [{ field: 'x', message: 'sai' }] });
    expect(problemOf(error, 'r')).not.toHaveProperty('details');
  });

  it.each([
    [{ code: '22P02', severity: 'ERROR', message: 'invalid input syntax for type uuid: "012090123456"' }, 400],
    [{ code: '22021', message: 'invalid byte sequence' }, 400],
    [{ code: '42501', message: 'new row violates row-level security policy' }, 403],
    [{ code: '23505', detail: 'Key (citizen_id)=(012090123456) already exists.' }, 409],
    [{ code: '23503', detail: 'Key (agency_id)=(012090123456) is not present.' }, 422],
    [{ code: '57014', message: 'canceling statement due to statement timeout' }, 503],
    [{ code: 'ECONNREFUSED' }, 503],
    [{ statusCode: 413, code: 'FST_ERR_CTP_BODY_TOO_LARGE' }, 413],
    [{ statusCode: 503, message: 'x' }, 500],
    [new BadRequestException('Unexpected token 012090123456'), 400],
    [new Error('secret 012090123456'), 500],
    [undefined, 500],
    ['text', 500],
  ])('answers %j with %i and none of its words', (error, status) => {
    const problem = problemOf(error, 'r');
    expect(problem.status).toBe(status);
    expect(JSON.stringify(problem)).not.toMatch(/012090123456|secret|citizen/);
  });
});
