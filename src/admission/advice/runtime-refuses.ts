import type { AdvisedContainer, AdviceRule } from './pod';
import type { Report } from '../report';
import { show } from '../report';

/** A path of Windows, where a drive or a backslash may come first. */
const OF_WINDOWS = /^[A-Za-z]:|\\/;
/** What a template string makes of an object that was not resolved, such as a Lazy. */
const OBJECT = /\[object [A-Z][A-Za-z]*\]/;

/** What a kubelet or container runtime refuses of a container, although the server takes it: the container never starts. */
export const runtimeRefuses: AdviceRule = ({ containers, spec }, report) => {
  const windows = spec.os?.name === 'windows';
  for (const placed of containers) {
    checkStrings(placed, report);
    const { container, path } = placed;
    if (container.workingDir !== undefined && !windows && !container.workingDir.startsWith('/') && !OF_WINDOWS.test(container.workingDir)) {
      report.advice(path.child('workingDir'), 'advice/working-dir',
        `the container cannot start: workingDir ${show(container.workingDir)} is not an absolute path`, { hint: `write ${show(`/${container.workingDir}`)}` });
    }
    container.volumeDevices?.forEach(({ devicePath }, i) => {
      if (devicePath !== undefined && !devicePath.startsWith('/') && !windows) {
        report.advice(path.child('volumeDevices').index(i).child('devicePath'), 'advice/device-path',
          `the container cannot start: devicePath ${show(devicePath)} is not an absolute path`, { hint: `write ${show(`/${devicePath}`)}` });
      }
    });
  }
};

/** Strings of a process: none of the operating systems can pass a NUL, and an object in a string is a value that was lost. */
function checkStrings({ container, path }: AdvisedContainer, report: Report): void {
  for (const list of ['command', 'args'] as const) {
    container[list]?.forEach((text, i) => checkString(text, () => path.child(list).index(i), `${list}[${i}]`, report));
  }
  container.env?.forEach(({ name, value }, i) => checkString(value, () => path.child('env').index(i).child('value'), `the variable ${show(name ?? '')}`, report));
}

function checkString(text: string | undefined, at: () => AdvisedContainer['path'], what: string, report: Report): void {
  if (text === undefined) {
    return;
  }
  if (text.includes('\0')) {
    report.advice(at(), 'advice/nul-character', `the container cannot start: ${what} has the character U+0000, which no process can be given`, { hint: 'remove it' });
  }
  if (text.includes('[object ') && !text.includes('\n') && OBJECT.test(text)) {
    report.advice(at(), 'advice/object-in-string', `${what} is ${show(text)}: an object was put into a string, and its value is lost`,
      { hint: 'put the value itself there; for a Lazy, make the whole string lazy: Lazy.any({ produce: () => `x-${value}` })' });
  }
}
