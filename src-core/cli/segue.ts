import { Command } from 'commander';
import { runProgram } from './run-program.ts';
import { addAnalyze } from './verbs/analyze.ts';
import { addErrors } from './verbs/errors.ts';
import { addEvaluate } from './verbs/evaluate.ts';
import { addExport } from './verbs/export.ts';
import { addImport } from './verbs/import.ts';
import { addIndex } from './verbs/index.ts';
import { addQueue } from './verbs/queue.ts';
import { addServe } from './verbs/serve.ts';
import { addStatus } from './verbs/status.ts';

const program = new Command('segue')
  .description('Your own music, lined up by where each track is heading. Nothing leaves this machine.')
  .addHelpText(
    'after',
    "\nA library lives in the platform's data folder; SEGUE_DATA or --db puts it elsewhere.",
  );

addServe(program);
addIndex(program);
addQueue(program);
addAnalyze(program);
addStatus(program);
addErrors(program);
addExport(program);
addImport(program);
addEvaluate(program);

process.exitCode = await runProgram(program, process.argv.slice(2));
