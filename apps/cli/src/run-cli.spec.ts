import { DomainError } from '@app/kernel';
import { type Command, type CommandContext, UsageError } from './command';
import { runCli } from './run-cli';

const answering = (run: Command['run']): Command => ({ name: 'try', usage: 'try [--hard]', run });
const closed: string[] = [];
const open = (argv: string[]) => ({
  context: { argv } as CommandContext,
  close: async () => void closed.push(argv.join(' ')),
});

describe('runCli', () => {
  it('gives the command its words without --json and prints one document', async () => {
    const output = await runCli(['try', 'x', '--json', '--hard'], [answering(async ({ argv }) => ({ json: { argv } }))], open);
    expect(output).toEqual({ stdout: '{"argv":["x","--hard"]}\n', stderr: '', exit: 0 });
    expect(closed).toContain('x --hard');
  });

  it('prints the text for people', async () => {
    const output = await runCli(['try'], [answering(async () => ({ json: {}, text: 'Xong.', exit: 2 }))], open);
    expect(output).toEqual({ stdout: 'Xong.\n', stderr: '', exit: 2 });
  });

  it('turns a refusal into a coded document, closes, and ends with 1', async () => {
    closed.length = 0;
    const refusal = new DomainError('refused', 'DEMO_REFUSED', 'Không tạo được dữ liệu mẫu.', { real: 2 });
    const output = await runCli(['try', '--json'], [answering(() => Promise.reject(refusal))], open);
    expect(JSON.parse(output.stdout)).toEqual({
      error: { code: 'DEMO_REFUSED', message: 'Không tạo được dữ liệu mẫu.', details: { real: 2 } },
    });
    expect([output.exit, closed]).toEqual([1, ['']]);
  });

  it('shows the usage when the line is wrong', async () => {
    const output = await runCli(['try'], [answering(() => Promise.reject(new UsageError('Which?')))], open);
    expect(output).toEqual({ stdout: '', stderr: 'Which?\ntry [--hard]\n', exit: 1 });
  });

  it('lists the commands; an unknown one is a failure', async () => {
    const commands = [answering(async () => ({ json: 1 }))];
    expect(await runCli([], commands, open)).toMatchObject({
      stdout: '',
      exit: 0,
      stderr: expect.stringContaining('  try [--hard]'),
    });
    expect(await runCli(['nope'], commands, open)).toMatchObject({
      stdout: '',
      exit: 1,
      stderr: expect.stringContaining('"nope"'),
    });
  });
});
