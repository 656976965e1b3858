import { validateTypedReference } from './typed-reference';
import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { dns1035Label, dns1123Label, portName } from '../../formats/names';
import { portProblem } from '../../formats/ports';
import { Path } from '../../path';
import { show } from '../../report';

const AREA = 'ingress-backend';

/** Where an Ingress sends requests: a Service and its port by name or number, or an object of another kind. */
export function validateBackend({ resource, service }: Decoded<k8s.IngressBackend>, path: Path, ctx: Context): void {
  if (resource !== undefined && service !== undefined) {
    ctx.report.invalid(path, `${AREA}/both`, 'service and resource are not allowed together', { hint: 'remove one of them' });
  } else if (resource !== undefined) {
    validateTypedReference(resource, path.child('resource'), AREA, ctx);
  } else if (service !== undefined) {
    validateServiceBackend(service, path, ctx);
  } else {
    ctx.report.invalid(path, `${AREA}/required`, 'a backend is required: service or resource');
  }
}

function validateServiceBackend({ name, port = {} }: Decoded<k8s.IngressServiceBackend>, path: Path, ctx: Context): void {
  const service = path.child('service');
  if (name === undefined) {
    ctx.report.required(service.child('name'), `${AREA}/service-name`, 'the name of the Service is required');
  } else {
    const problem = on(ctx, 'RelaxedServiceNameValidation') ? dns1123Label(name) : dns1035Label(name);
    if (problem !== undefined) {
      ctx.report.invalid(service.child('name'), `${AREA}/service-name`, `the name of a Service, ${show(name)}, ${problem}`);
    }
  }
  const at = service.child('port');
  const number = port.number ?? 0;
  if (port.name !== undefined && number !== 0) {
    ctx.report.invalid(at, `${AREA}/port-twice`, `a port by name and by number is not allowed, got ${show(port.name)} and ${number}`,
      { field: path, hint: 'remove one of them' });
  } else if (port.name !== undefined) {
    const problem = portName(port.name);
    if (problem !== undefined) {
      ctx.report.invalid(at.child('name'), `${AREA}/port-name`, `port name ${show(port.name)} ${problem}`,
        /^[0-9]{1,5}$/.test(port.name) ? { hint: `use number: ${port.name}` } : undefined);
    }
  } else if (number !== 0) {
    const problem = portProblem(number);
    if (problem !== undefined) {
      ctx.report.invalid(at.child('number'), `${AREA}/port-number`, `${number} ${problem}`);
    }
  } else {
    ctx.report.required(at, `${AREA}/port`, 'the name or number of a port of the Service is required', { field: path });
  }
}
