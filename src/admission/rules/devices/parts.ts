import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { labelValue, qualifiedName } from '../../formats/names';
import type { Path } from '../../path';
import { show } from '../../report';
import { validateDriverName } from '../volumes/drivers';

const OPERATORS = ['Equal', 'Exists'];
const EFFECTS = ['NoExecute', 'NoSchedule'];
/** The longest parameters of a driver, as JSON. */
const MOST_PARAMETERS = 10 * 1024;

/** Which taints of a device a request tolerates. */
export function checkDeviceToleration(toleration: Decoded<k8s.DeviceToleration>, path: Path, ctx: Context): void {
  const { key, operator = '', value, effect } = toleration;
  const badKey = key === undefined ? undefined : qualifiedName(key);
  if (badKey !== undefined) {
    ctx.report.invalid(path.child('key'), 'device-claim/toleration-key', `${show(key)} ${badKey}`);
  }
  if (operator === 'Exists' && value !== undefined) {
    ctx.report.invalid(path.child('value'), 'device-claim/toleration-value', 'value is not allowed with operator Exists', { hint: 'remove value' });
  } else if (operator === 'Equal') {
    const problem = labelValue(value ?? '');
    if (problem !== undefined) {
      ctx.report.invalid(path.child('value'), 'device-claim/toleration-value', `${show(value)} ${problem}`);
    }
  } else if (!OPERATORS.includes(operator)) {
    ctx.report.notSupported(path.child('operator'), 'device-claim/toleration-operator', operator, OPERATORS);
  }
  const effects = on(ctx, 'DRADeviceTaints') ? [...EFFECTS, 'None'] : EFFECTS;
  if (effect !== undefined && !effects.includes(effect)) {
    ctx.report.notSupported(path.child('effect'), 'device-claim/toleration-effect', effect, effects);
  }
}

/** What a driver is told. */
export function checkOpaque(opaque: Decoded<k8s.OpaqueDeviceConfiguration> | undefined, path: Path, ctx: Context): void {
  if (opaque === undefined) {
    ctx.report.required(path, 'device-claim/opaque-required', 'opaque is required: the driver, and its parameters');
    return;
  }
  validateDriverName(opaque.driver ?? '', path.child('driver'), ctx);
  const parameters = opaque.parameters as unknown;
  const at = path.child('parameters');
  if (parameters === undefined || parameters === null) {
    ctx.report.required(at, 'device-claim/parameters-required', 'parameters is required: an object');
  } else if (byteLength(JSON.stringify(parameters)) > MOST_PARAMETERS) {
    ctx.report.tooLong(at, 'device-claim/parameters-length', `parameters may have at most ${MOST_PARAMETERS} bytes`);
  } else if (typeof parameters !== 'object' || Array.isArray(parameters)) {
    ctx.report.invalid(at, 'device-claim/parameters', 'parameters must be an object');
  }
}
