import { describeError, type Log } from '@app/platform';
import fastify from 'fastify';
import { logRequests } from './request-log';

describe('request log', () => {
  it('says what happened and nothing of whom', async () => {
    const lines: string[] = [];
    const app = fastify({ logger: false });
    logRequests(app, { info: (line: object) => lines.push(JSON.stringify(line)) } as unknown as Log);
    app.post('/people/:id', async () => ({ name: 'Lò Văn Bí Mật' }));
    await app.inject({
      method: 'POST',
      url: '/people/012090123456?text=LoVanBiMat',
      headers: { cookie: 'benve=bvs_secret', authorization: 'Bearer bvs_secret' },
      payload: { citizenId: '012090123456' },
    });
    await app.inject({ method: 'GET', url: '/nothing/012090123456' });
    await app.close();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"route":"/people/:id"');
    expect(lines.join()).not.toMatch(/012090123456|BiMat|Bí Mật|secret/);
  });

  it('keeps values out of errors of the database', () => {
    const error = Object.assign(new Error('duplicate key value 012090123456'), {
      severity: 'ERROR',
      code: '23505',
      detail: 'Key (x)=(012090123456)',
      parameters: ['012090123456'],
      query: "select '012090123456'",
    });
    expect(JSON.stringify(describeError(error))).not.toContain('012090123456');
  });
});
