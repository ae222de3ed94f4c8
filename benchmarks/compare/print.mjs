/** The comparison as text: one table of the programs, one of the growth. */

const millions = (rate) => (rate / 1e6).toFixed(1);

export function printReport({ date, cpu, load, programs, missing, growth, headline }) {
  console.log(`${date.slice(0, 10)}, ${cpu}, Node ${process.version}, load average ${load.join(' before, ')} after`);
  console.log('\nOne core each, processor seconds, best of three rounds. P: full sharing, of all rounds.\n');
  console.log(line(['program', 'increments', 'M steps/s', 'of C', 'P', 'paths', 'P - ours', 'allowed']));
  for (const row of programs) {
    const { program, increments, stepsPerSecond, ofC, probability, paths, difference, allowed, agrees } = row;
    const share = ofC === null ? '-' : ofC.toFixed(3);
    const numbers = [millions(stepsPerSecond), share, probability.toFixed(4), paths.toExponential(1)];
    const judged = [difference.toFixed(4), `${allowed.toFixed(4)}${agrees ? '' : '  DIFFERS'}`];
    console.log(line([program, increments, ...numbers, ...judged]));
  }
  for (const { program, increments, missing: remedy } of missing) {
    console.log(`${program}, ${increments}: not run; to run it: ${remedy}`);
  }
  for (const text of versions(programs)) console.log(text);

  console.log('\nSeconds to 51 x 51 cells within 0.01 at 95%, bias included, on two cores\n');
  console.log(line(['program', 'increments', 'dt 0.01', 'best dt', 'best/ours']));
  console.log(line(['trilogue sweep, measured', headline.scheme, '', headline.seconds.toFixed(1), '1']));
  for (const { program, increments, headline: seconds } of programs) {
    if (seconds === null) continue;
    const ratio = (seconds.best / headline.seconds).toFixed(1);
    console.log(line([program, increments, seconds.usual.toFixed(0), seconds.best.toFixed(1), ratio]));
  }

  console.log('\nGrowth, trilogue wasm weak-euler, one thread: nanoseconds of a path-step\n');
  console.log(line(['size', 'coordinates', 'terms', 'ns', 'ns/coord.', 'growth']));
  for (const { label, coordinates, terms, nanoseconds, growth: factor, flat } of growth) {
    const numbers = [coordinates, terms, nanoseconds.toFixed(2), (nanoseconds / coordinates).toFixed(2)].map(String);
    const judged = factor === undefined ? '' : `${factor.toFixed(2)}${flat ? '' : '  GROWS'}`;
    console.log(line([label, ...numbers, judged]));
  }
}

function line([first, second, ...rest]) {
  return `${first.padEnd(26)} ${second.padEnd(11)} ${rest.map((cell) => cell.padStart(9)).join(' ')}`.trimEnd();
}

function versions(programs) {
  const known = programs.filter((row) => row.version).map((row) => `${row.program}: ${row.version}`);
  return [...new Set(known)];
}
