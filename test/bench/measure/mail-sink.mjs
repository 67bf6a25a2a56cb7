// A mail server that takes everything and keeps only the count; a process of its own. Says its port, then the count whenever asked over IPC.
import { SMTPServer } from 'smtp-server';

let taken = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    stream.on('end', () => {
      taken++;
      done();
    });
    stream.resume();
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => process.send({ port: server.server.address().port }));
process.on('message', () => process.send({ taken }));
process.on('disconnect', () => process.exit(0));
