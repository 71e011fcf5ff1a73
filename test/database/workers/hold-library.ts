import { claimLibrary } from '../../../src-core/database/instance-lock.ts';

/** Claims a library, says so, and waits to be killed: `hold-library.ts DATABASE`. */
claimLibrary(process.argv[2]);
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);
