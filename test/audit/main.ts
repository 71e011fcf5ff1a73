import { fileURLToPath } from 'node:url';
import { audit } from './audit.ts';

/** `npm run check:dependencies`: whether what the app is made of may be, and holds nothing that it should not. Offline. */
const problems = audit(fileURLToPath(new URL('../../', import.meta.url)));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
