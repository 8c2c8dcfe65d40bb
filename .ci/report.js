// Turns the output of `make test GO_TEST='go test -json'` into one for people: a line for each Go package, the
// output of each failed test, everything else as it comes, and the count of all tests as the last line.
// Exits with 1 if a test failed or none ran.

const { createInterface } = require('node:readline');

const total = { passed: 0, failed: 0, skipped: 0 };
/** Output of Go's tests that have not ended, by package and test. */
const pending = new Map();

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const event = readEvent(line);
    if (event) goEvent(event);
    else plainLine(line);
  })
  .on('close', () => {
    const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
    console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
    process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
  });

function readEvent(line) {
  if (!line.startsWith('{"')) return null;
  try {
    const event = JSON.parse(line);
    return typeof event.Action === 'string' ? event : null;
  } catch {
    return null;
  }
}

function goEvent(event) {
  const key = `${event.Package} ${event.Test ?? ''}`;
  switch (event.Action) {
    case 'output':
      pending.set(key, (pending.get(key) ?? '') + event.Output);
      return;
    case 'build-output':
      process.stdout.write(event.Output);
      return;
    case 'pass':
    case 'skip':
    case 'fail':
      break;
    default:
      return;
  }
  const output = pending.get(key) ?? '';
  pending.delete(key);
  if (event.Action !== 'pass' || event.Test === undefined) {
    process.stdout.write(event.Action === 'pass' ? output.replace(/^PASS\n/m, '') : output);
  }
  if (event.Test !== undefined) {
    total[{ pass: 'passed', fail: 'failed', skip: 'skipped' }[event.Action]] += 1;
  } else if (event.Action === 'fail' && total.failed === 0) {
    // The package failed outside its tests: it did not compile, or it panicked.
    total.failed += 1;
  }
}

function plainLine(line) {
  console.log(line);
  // The closing lines of Node's test runner, by its reporters spec and tap.
  const closing = /^(?:ℹ|#) (pass|fail|cancelled|skipped|todo) (\d+)$/.exec(line);
  if (!closing) return;
  const kind = { pass: 'passed', fail: 'failed', cancelled: 'failed', skipped: 'skipped', todo: 'skipped' }[closing[1]];
  total[kind] += Number(closing[2]);
}
