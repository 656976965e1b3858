import { Case, deploymentCases, podCases } from './base';

const dns = (dnsConfig: object) => ({ dnsConfig });
const searches = (...names: string[]) => dns({ searches: names });

export const cases: Case[] = [
  ...podCases({
    'policies: Default': { dnsPolicy: 'Default' },
    'policies: ClusterFirstWithHostNet': { dnsPolicy: 'ClusterFirstWithHostNet' },
    'policies: another': { dnsPolicy: 'Some' },
    'policies: empty is the default': { dnsPolicy: '' },
    'None with a server': { dnsPolicy: 'None', ...dns({ nameservers: ['1.1.1.1'] }) },
    'None without servers': { dnsPolicy: 'None', ...dns({ searches: ['A'] }) },
    'None without a config': { dnsPolicy: 'None' },
    'servers': dns({ nameservers: ['1.1.1.1', '::1', '2001:db8::1'] }),
    'four servers': dns({ nameservers: ['1.1.1.1', '1.1.1.2', '1.1.1.3', '1.1.1.4'] }),
    'bad servers': dns({ nameservers: ['a', '', '1.1.1'] }),
    'servers as 1.36 does not take them': dns({ nameservers: ['010.1.1.1', '::ffff:1.1.1.1'] }),
    'search domains': searches('a', 'a.b', 'a.b.', '_a._b', '.'),
    'bad search domains': searches('', 'A', '..', 'a..b', '-a', 'a_'),
    '32 search domains': searches(...Array.from({ length: 32 }, () => 'a')),
    '33 search domains': searches(...Array.from({ length: 33 }, () => 'a')),
    'search domains of 2048 characters': searches(...Array.from({ length: 15 }, () => 'a'.repeat(127)), 'a'.repeat(128)),
    'search domains of 2049 characters': searches(...Array.from({ length: 15 }, () => 'a'.repeat(127)), 'a'.repeat(129)),
    'options': dns({ options: [{ name: 'ndots', value: '2' }, { name: 'edns0' }] }),
    'option without a name': dns({ options: [{ value: '2' }, { name: '' }] }),
    'empty config': dns({}),
  }),
  ...deploymentCases({ 'None without servers': { dnsPolicy: 'None', ...dns({}) }, 'bad servers': dns({ nameservers: ['a'] }) }),
];
