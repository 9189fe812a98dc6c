import { rehearse } from './rehearsal.js';
import { reportOf } from './report.js';

const log = await rehearse();
process.stdout.write(reportOf(log));
if (log.failures.length > 0 || log.errorLines.length > 0) process.exitCode = 1;
