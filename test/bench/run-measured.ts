/**
 * Runs one command line of Segue in this process and tells, on the last line of standard error, what it cost:
 * `{"cpuSeconds","peakMemoryBytes"}` of the whole process, start-up and worker threads included.
 *
 * Usage: node run-measured.ts <verb> [argument...]
 */
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cost = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMemoryBytes: maxRSS * 1024 };
  process.stderr.write(`\n${JSON.stringify(cost)}\n`);
});

await import('../../src-core/cli/main.ts');
