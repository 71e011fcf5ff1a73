import { app } from 'electron';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { pathsFromArguments } from './opened-paths.ts';
import { runDesktop } from './run-desktop.ts';
import { registerSchemes } from './schemes.ts';

const InvocationSchema = v.object({ paths: v.array(v.string()) });

registerSchemes();
app.enableSandbox();
// A library kept elsewhere brings along the window's own data.
if (process.env.SEGUE_DATA) app.setPath('userData', join(resolve(process.env.SEGUE_DATA), 'desktop'));

// Electron that is given a folder to run, as in development, has it among its arguments.
const paths = pathsFromArguments(process.argv.slice(1), process.cwd()).filter(
  (path) => path !== app.getAppPath(),
);
if (app.requestSingleInstanceLock({ paths })) {
  const desktop = runDesktop(paths);
  app.on('second-instance', (_event, _argv, _workingDirectory, invocation) => {
    const { success, output } = v.safeParse(InvocationSchema, invocation);
    desktop.show();
    if (success) desktop.openPaths(output.paths);
  });
} else {
  // Its window comes to the front and opens what was named.
  app.quit();
}
