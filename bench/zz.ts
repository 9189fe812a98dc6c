import { build } from './build.js';
import { openStage } from './stage.js';
import { reads } from './rows/reads.js';
const b = build();
const stage = openStage(b, process.argv.includes('--quick'));
console.time('reads');
try { console.log(JSON.stringify(await reads(stage), null, 1)); } finally { console.timeEnd('reads'); console.log(await stage.close()); b.remove(); }
