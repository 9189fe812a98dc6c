#!/usr/bin/env node
import { runCommand } from './commands.js';

const exitCode = await runCommand(process.argv.slice(2), process.env);
// A server's own: it runs on, and may have failed by now.
if (exitCode !== null) process.exitCode = exitCode;
