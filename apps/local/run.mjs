// The one way in behind every npm script: sets up what is missing, then goes on under the packaged Node.
// This file keeps to old syntax so that a too old Node can still read it and say so.
var NEEDED = [20, 19];
var version = process.versions.node.split('.').map(Number);
if (version[0] < NEEDED[0] || (version[0] === NEEDED[0] && version[1] < NEEDED[1])) {
  console.error(
    'LỖI: Node.js ' +
      process.versions.node +
      ' quá cũ; hãy cài Node.js 20.19 trở lên rồi chạy lại (https://nodejs.org). ' +
      '[Node.js is too old: install 20.19 or newer]',
  );
  process.exit(1);
}
import('./launch.mjs')
  .then(function (module) {
    return module.launch(process.argv[2], process.argv.slice(3));
  })
  .catch(function (error) {
    console.error(error && error.remedy ? error.message : error);
    process.exit(1);
  });
