import type { Command } from 'commander';
import { type Problem, readProblems } from '../../service/read-library.ts';
import { dbOption, jsonOption } from '../options.ts';
import { printable, printJson, printLine } from '../print.ts';

export function addErrors(program: Command): void {
  program
    .command('errors')
    .description('the files that could not be used, and why')
    .addOption(dbOption())
    .addOption(jsonOption())
    .action((options: { db?: string; json?: true }) => {
      const problems = readProblems(options.db);
      if (options.json) printJson(problems.map(toReport));
      else if (problems.length === 0) printLine('Every file is in order.');
      else for (const problem of problems) printLine(describe(problem));
    });
}

function toReport({ path, outcome, code, message, atMs }: Problem): object {
  return { path, outcome, code, message, at: new Date(atMs).toISOString() };
}

function describe({ path, outcome, code, message }: Problem): string {
  return `${printable(path)}\n  ${outcome} (${code}): ${printable(message)}`;
}
