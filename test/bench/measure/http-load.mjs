// Load generator, a process of its own: bare sockets, one request at a time on each. argv: port, connections, seconds; stdin: JSON [{path, token}].
// Prints {perSecond, p50, p99, requests, errors, bytes, times} in ms; `times` are those of all answers, for a percentile over several loads.
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { percentile } from './pairs.mjs';

const [port, connections, seconds] = process.argv.slice(2).map(Number);
const requests = JSON.parse(await text(process.stdin)).map(({ path, token }) =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n\r\n`),
);
const times = [];
let [next, errors, bytes] = [0, 0, 0];
const END = Buffer.from('\r\n\r\n');

function one(socket, request) {
  return new Promise((resolve, reject) => {
    let parts = [];
    let wanted;
    const done = (status) => {
      socket.off('data', onData).off('error', reject).off('close', reject);
      resolve(status);
    };
    const onData = (chunk) => {
      parts.push(chunk);
      let all = parts.length > 1 ? Buffer.concat(parts) : chunk;
      parts = [all];
      if (wanted === undefined) {
        const end = all.indexOf(END);
        if (end < 0) return;
        const length = /content-length: (\d+)/i.exec(all.toString('latin1', 0, end));
        if (!length) return reject(new Error(`no content-length: ${all.toString('latin1', 0, 200)}`));
        wanted = end + 4 + Number(length[1]);
      }
      if (all.length < wanted) return;
      bytes += wanted;
      done(Number(all.toString('latin1', 9, 12)));
    };
    socket.on('data', onData).on('error', reject).on('close', reject);
    socket.write(request);
  });
}

const began = performance.now();
const end = began + seconds * 1000;
await Promise.all(
  Array.from({ length: connections }, async () => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    while (performance.now() < end) {
      const at = performance.now();
      const status = await one(socket, requests[next++ % requests.length]);
      if (status !== 200) errors++;
      times.push(performance.now() - at);
    }
    socket.destroy();
  }),
);
const took = (performance.now() - began) / 1000;
console.log(
  JSON.stringify({
    perSecond: times.length / took,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    requests: times.length,
    errors,
    bytes,
    times,
  }),
);
