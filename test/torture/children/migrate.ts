import { writeSync } from 'node:fs';
import { closeDatabase } from '../../../src-core/database/handle.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';

/** Brings a library's schema up to date: `migrate.ts DATABASE`. */
writeSync(1, 'begins\n');
closeDatabase(openDatabase(process.argv[2]).db);
writeSync(1, 'done\n');
