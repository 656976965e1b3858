import { deployment, LinkCase, service } from './case';

export const SERVICES: { readonly [name: string]: LinkCase } = {
  'a Service whose selector matches no pod': {
    code: 'links/service-no-pods',
    verdict: 'not-in-input',
    at: ['Service/web spec.selector'],
    broken: [deployment('web'), service('web', { selector: { app: 'wbe' } })],
    whole: [deployment('web'), service('web')],
  },
};
