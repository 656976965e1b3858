import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { httpHeaderName, portName } from '../../formats/names';
import { isPort } from '../../formats/ports';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';

/** The union of the handlers of probes (no `sleep`) and lifecycle hooks (no `grpc`). */
type Handler = Decoded<Pick<k8s.Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> & Pick<k8s.LifecycleHandler, 'sleep'>>;

const SCHEMES = ['HTTP', 'HTTPS'];

/** Exactly one handler. The server validates the first in the order exec, httpGet, tcpSocket, grpc, sleep and refuses the others. */
export function validateHandler(handler: Handler, path: Path, pod: PodContext): void {
  let first: string | undefined;
  if (handler.exec !== undefined) {
    first = 'exec';
    if (handler.exec.command === undefined) {
      pod.report.required(path.child('exec').child('command'), 'handler/command', 'a command is required');
    }
  }
  if (handler.httpGet !== undefined && isFirst('httpGet', first, path, pod)) {
    first = 'httpGet';
    validateHttpGet(handler.httpGet, path.child('httpGet'), pod);
  }
  if (handler.tcpSocket !== undefined && isFirst('tcpSocket', first, path, pod)) {
    first = 'tcpSocket';
    validatePort(handler.tcpSocket.port ?? 0, path.child('tcpSocket'), pod);
  }
  if (handler.grpc !== undefined && isFirst('grpc', first, path, pod)) {
    first = 'grpc';
    validatePort(handler.grpc.port ?? 0, path.child('grpc'), pod);
  }
  if (handler.sleep !== undefined && isFirst('sleep', first, path, pod)) {
    first = 'sleep';
    validateSleep(handler.sleep.seconds ?? 0, path.child('sleep'), pod);
  }
  if (first === undefined) {
    pod.report.required(path, 'handler/missing', 'a handler is required', { hint: 'set one of exec, httpGet, tcpSocket' });
  }
}

function isFirst(name: string, first: string | undefined, path: Path, ctx: Context): boolean {
  if (first === undefined) {
    return true;
  }
  ctx.report.forbidden(path.child(name), 'handler/more-than-one', `${name} is not allowed with ${first}: only one handler can be set`,
    { hint: `remove ${name} or ${first}` });
  return false;
}

function validateHttpGet(action: Decoded<k8s.HTTPGetAction>, path: Path, ctx: Context): void {
  validatePort(action.port ?? 0, path, ctx);
  if (action.scheme !== 'HTTP' && !SCHEMES.includes(action.scheme ?? '')) {
    ctx.report.notSupported(path.child('scheme'), 'handler/scheme', action.scheme, SCHEMES);
  }
  if (action.httpHeaders === undefined) {
    return;
  }
  for (let i = 0; i < action.httpHeaders.length; i++) {
    const name = action.httpHeaders[i].name ?? '';
    const problem = httpHeaderName(name);
    if (problem !== undefined) {
      // the server reports at the list
      ctx.report.invalid(path.child('httpHeaders').index(i).child('name'), 'handler/header-name', `header name ${show(name)} ${problem}`,
        { field: path.child('httpHeaders') });
    }
  }
}

function validatePort(port: number | string, path: Path, ctx: Context): void {
  if (typeof port === 'number') {
    if (!isPort(port)) {
      ctx.report.invalid(path.child('port'), 'handler/port', `${port} is not a valid port: must be from 1 to 65535`);
    }
    return;
  }
  const problem = portName(port);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('port'), 'handler/port', `port name ${show(port)} ${problem}`,
      /^[0-9]+$/.test(port) ? { hint: 'write the number without quotes' } : {});
  }
}

/** A sleep must be shorter than the pod's grace period; in a Pod, a negative grace period counts as 1. The server reports at the action. */
function validateSleep(seconds: number, path: Path, pod: PodContext): void {
  const written = pod.gracePeriod ?? 0;
  const grace = pod.podOnly && written < 0 ? 1 : written;
  if (seconds < 0 || seconds > grace) {
    pod.report.invalid(path.child('seconds'), 'handler/sleep', `seconds must be from 0 to the pod's grace period of ${grace}, got ${seconds}`,
      { field: path, hint: seconds < 0 ? 'use 0 or more' : `use at most ${grace}, or raise terminationGracePeriodSeconds` });
  }
}
