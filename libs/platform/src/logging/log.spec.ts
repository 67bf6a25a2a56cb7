import { describeError } from './log';

const fromDatabase = (code: string, message: string) =>
  Object.assign(new Error(message), {
    code,
    severity: 'ERROR',
    query: 'insert into worker values ($1)',
    parameters: ['012345678901'],
    detail: 'Key (citizen)=(012345678901) already exists.',
    constraint: 'worker_unique',
  });

describe('describeError', () => {
  it.each([
    ['22P02', 'invalid input syntax for type integer: "012345678901"'],
    ['23505', 'duplicate key value 012345678901'],
  ])('never lets a value of a failed statement into the log (%s)', (code, message) => {
    const text = JSON.stringify(describeError(fromDatabase(code, message)));
    expect(text).not.toContain('012345678901');
    expect(text).toContain(code);
    expect(text).toContain('worker_unique');
  });

  it('keeps the words of errors that name objects only, so that an operator can act', () => {
    expect(describeError(fromDatabase('42501', 'permission denied for table worker'))).toMatchObject({
      message: 'permission denied for table worker',
    });
  });

  it('keeps the words of our own errors, shortened', () => {
    expect(describeError(new Error('x'.repeat(1_000))).message).toHaveLength(300);
    expect(describeError('a text with 012345678901')).toEqual({ message: 'not an Error' });
  });
});
