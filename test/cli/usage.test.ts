import { describe, expect, it } from 'vitest';
import { runSegue } from './run-segue.ts';

describe('wrong usage', () => {
  it.each([
    ['no verb', [], 'name a verb'],
    ['an unknown verb', ['play'], "unknown command 'play'"],
    ['an unknown option', ['status', '--colour'], "unknown option '--colour'"],
    ['a missing argument', ['index'], "missing required argument 'folder'"],
    ['a missing option', ['queue'], "required option '--from <path>' not specified"],
    ['a count that is none', ['queue', '--from', 'x', '--count', 'many'], 'Give a whole number from 1'],
    ['a target off the plane', ['queue', '--from', 'x', '--target', '2,0'], 'Give arousal and valence'],
    ['half a target', ['queue', '--from', 'x', '--target', '0.5'], 'Give arousal and valence'],
    ['an empty target', ['queue', '--from', 'x', '--target', ','], 'Give arousal and valence'],
    ['too many arguments', ['status', 'now'], 'too many arguments'],
  ])('%s: one line on standard error, exit code 2', async (_, args, words) => {
    const { exitCode, stdout, stderr } = await runSegue(args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('--help', () => {
  it('names every verb', async () => {
    const { exitCode, stdout, stderr } = await runSegue(['--help']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const verb of ['index', 'queue', 'analyze', 'status', 'errors'])
      expect(stdout).toContain(`  ${verb} `);
  });

  it.each(['index', 'queue', 'analyze', 'status', 'errors'])('explains %s', async (verb) => {
    const { exitCode, stdout, stderr } = await runSegue([verb, '--help']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`Usage: segue ${verb}`);
    expect(stdout).toContain('--json');
  });
});
