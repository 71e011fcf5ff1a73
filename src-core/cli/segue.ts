import { Command } from 'commander';
import { runProgram } from './run-program.ts';

/** Each is loaded when it is asked for: a player's server, say, weighs more than looking through a folder does. */
const VERBS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  serve: async () => (await import('./verbs/serve.ts')).addServe,
  index: async () => (await import('./verbs/index.ts')).addIndex,
  queue: async () => (await import('./verbs/queue.ts')).addQueue,
  analyze: async () => (await import('./verbs/analyze.ts')).addAnalyze,
  status: async () => (await import('./verbs/status.ts')).addStatus,
  errors: async () => (await import('./verbs/errors.ts')).addErrors,
  export: async () => (await import('./verbs/export.ts')).addExport,
  import: async () => (await import('./verbs/import.ts')).addImport,
  evaluate: async () => (await import('./verbs/evaluate.ts')).addEvaluate,
};

const program = new Command('segue')
  .description('Your own music, lined up by where each track is heading. Nothing leaves this machine.')
  .addHelpText(
    'after',
    "\nA library lives in the platform's data folder; SEGUE_DATA or --db puts it elsewhere.",
  );

const args = process.argv.slice(2);
const [first = ''] = args;
const asked = Object.hasOwn(VERBS, first) ? [VERBS[first]] : Object.values(VERBS);
for (const addVerb of await Promise.all(asked.map((load) => load()))) addVerb(program);

process.exitCode = await runProgram(program, args);
