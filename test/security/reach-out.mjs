// Reaches out in every way there is, to nobody: what record-connections.mjs must not miss.
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { lookup, resolve4 } from 'node:dns';
import { get } from 'node:https';
import { connect } from 'node:net';

const nothing = () => undefined;
connect(9, '127.0.0.1').on('error', nothing);
get('https://127.0.0.1:10').on('error', nothing);
fetch('http://127.0.0.1:1234').catch(nothing);
connect('/nowhere.sock').on('error', nothing);
lookup('lookup.invalid', nothing);
resolve4('resolve.invalid', nothing);
const socket = createSocket('udp4');
socket.send('', 12, '127.0.0.1', () => socket.close());
spawn(process.execPath, ['--version']);
