#!/usr/bin/env node
import { main } from './main';

// A reader that has seen enough, as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
  process.exit();
});
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
