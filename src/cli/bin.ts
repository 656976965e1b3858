#!/usr/bin/env node
import { tuneForShortRun } from './engine';
import { main } from './main';
import { watchOutput } from './watch-output';

tuneForShortRun();
watchOutput();

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
