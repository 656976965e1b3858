#!/usr/bin/env node
import { tuneForShortRun } from './engine';
import { main } from './main';

tuneForShortRun();

// A reader that stops early, such as `head`, is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
  process.exit();
});
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
