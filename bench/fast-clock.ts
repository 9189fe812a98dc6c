// Loaded into a process before its own code: its wall clock runs faster, from one moment that all processes of the
// bench know. What is kept, and tokens, run out as they would in the time that it shows; timers take their real time.
const { BENCH_CLOCK_SPEED: speed = '1', BENCH_CLOCK_FROM_MS: from = '0' } = process.env;
const realNow = Date.now.bind(Date);

Date.now = () => Number(from) + Math.floor((realNow() - Number(from)) * Number(speed));
