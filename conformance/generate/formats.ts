// Texts of the formats that have many corners: quantities, cron schedules, time zones, addresses.

export const QUANTITIES: readonly unknown[] = [
  '1', '2', '0', '100m', '250m', '500m', '0.5', '1.5', '.5', '5.', '1Ki', '64Mi', '128Mi', '1Gi', '1Ti', '1k', '1M', '1G', '1e3', '1E3', '1e-3', '12e6', '1024', '1048576', '0.1', '1.25Gi',
  1, 2, 0, 0.5, 1.5, 0.1, 1000, 1048576, '+1', '00.5', '1000m', '1001m', '2000Ki', '1024Ki', '1.0', '10.00', '1E', '1P', '1T', '500Ki', '0m', '0Gi', '1e0', '1.50',
];

export const ODD_QUANTITIES: readonly unknown[] = [
  '-1', '-0', '-0.5', -1, -0.5, '1n', '1u', '999n', '0.0000000001', '1e-10', '1e18', '1e19', '9223372036854775807', '9223372036854775808', '9223372036854775807m', '1Ei', '8Ei', '7Ei', '9E', '10E',
  '0.5m', '0.1n', '1.5n', '100000000000000000000', '1e100', '1.123456789123', '0.5Ki', '0.3Ki', '1.1Mi', '1e-9', '123456789012345678', '12345678901234567890m', '+0.5', '++1', '3Mi', '1.0000000001',
  '1e+3', '1E+3', '1e03', '1e1000', '1e9223372036854775808', '1e', '1E-3', '.5Gi', '0.001', '0.0005', '00', '01', '1000000n', '1e-999', '0e5', '999999999999999999', '1.999999999999', '100e-2', '0.000000001', '.0', '0x10',
  1e21, 1e-7, 9007199254740993, 1e100, 0.30000000000000004, 123456.789,
];

export const NOT_QUANTITIES: readonly unknown[] = [
  '', ' ', '1 ', ' 1', '1 Gi', '1gi', '1KI', '1K', '1kB', '1GB', 'Gi', 'm', '-', '+', '.', 'e3', '1.2.3', '1,5', '1Mi5', '0x1', 'one', '1mm', '1eM', '--1', '1Zi', '1i', '1Gi1', 'NaN', 'Inf', '٣', '1_000', '1m1', 'ü', '1e3Ki', '1e3.5', true,
];

export const CRONS: readonly string[] = [
  '*/5 * * * *', '0 0 * * *', '@hourly', '@daily', '@every 1h30m', '0 9-17 * * MON-FRI', '15,45 * 1 JAN *', '0 0 1 1 0', '59 23 31 12 6', '@yearly', '0 0 * * SUN', '0-59/15 * * * *', '* * ? * ?', '1-5,7 * * * *', '@midnight', '@weekly',
];

export const NOT_CRONS: readonly string[] = [
  '', ' ', '* * * *', '* * * * * *', '60 * * * *', '* 24 * * *', '* * 0 * *', '* * 32 * *', '* * * 0 *', '* * * 13 *', '* * * * 7', '* * * * 8', '*/0 * * * *', '5-1 * * * *', '-1 * * * *', 'a * * * *', '@reboot', '@Hourly', '@every', '@every 1x',
  '@every -1h', '@every 0s', '@annually', '@monthly', 'TZ=UTC * * * * *', 'CRON_TZ=Europe/Berlin 0 0 * * *', 'TZ=Nope/Zone * * * * *', 'TZ=UTC', '*/ * * * *', '1,,2 * * * *', ',1 * * * *', '1- * * * *', '* * * * sun', '* * * jan-mar *', '* * * * MON#1',
  '0 0 L * *', '  0   0  *  *  *  ', '0\t0\t*\t*\t*', '0 0 31 2 *', '*/100 * * * *', '1/2 * * * *', '*-5 * * * *', '+1 * * * *', '01 * * * *', '0 0 * * mon,tue', '@every 1s', '@every 1h 30m', '0 0 * * *\n', '1-2-3 * * * *', '1/2/3 * * * *', '0 0 * * MON-SUN', '?/5 * * * *',
  '@every 1ns', '999999999999999999999 * * * *', '0 0 * FOO *', 'TZ= * * * * *', '@every 1.5h', 'TZ=UTC @daily', '@daily ', ' @daily', '% * * * *', '٣ * * * *', '0 0 1-31/2 * *', '*,1 * * * *', '@', '@every 1h ', '@every +1h', '@every .5h', '@every 1d', '@every 999999999h', '1-1 * * * *',
];

export const TIME_ZONES: readonly string[] = ['Etc/UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC', 'Pacific/Chatham', 'CET', 'GMT', 'America/Argentina/Buenos_Aires'];

export const NOT_TIME_ZONES: readonly string[] = [
  '', ' ', 'local', 'Local', 'LOCAL', 'Nope/Zone', 'europe/berlin', 'EUROPE/BERLIN', 'utc', '../Europe/Berlin', '/Europe/Berlin', 'Europe', 'Europe/', 'Europe/Berlin ', ' Europe/Berlin', 'EST', 'EST5EDT', 'Etc/GMT+1', 'Etc/GMT-14', 'GMT+1', 'GMT+0', 'GMT0', 'UCT', 'Zulu', 'PST', '+01:00', 'US/Pacific',
  'America/Indiana/Knox', 'Asia/Calcutta', 'Factory', 'posixrules', 'zone.tab', 'Europe\\Berlin', 'Europe/./Berlin', 'Z', 'W-SU', 'Antarctica/Troll', 'Europe/Kyiv', 'Europe/Kiev', 'localtime', 'right/UTC', 'posix/UTC',
];

export const IPS: readonly string[] = ['10.0.0.1', '192.168.1.1', '8.8.8.8', '::1', '2001:db8::1', 'fd00::1', '127.0.0.1', '1.2.3.4'];

export const NOT_IPS: readonly string[] = [
  '', ' ', '0.0.0.0', '::', '256.1.1.1', '1.2.3', '1.2.3.4.5', '010.0.0.1', '1.2.3.04', '1.2.3.4 ', '1.2.3.4/32', 'fe80::1', 'fe80::1%eth0', '::ffff:1.2.3.4', '::ffff:0102:0304', '::1.2.3.4', '2001:DB8::1', '2001:0db8::1', '2001:db8:0:0:0:0:0:1', '2001:db8::0:1', '[::1]', '1::2::3', 'g::1', '224.0.0.1',
  '169.254.1.1', 'ff02::1', 'ff01::1', '255.255.255.255', 'localhost', 'example.com', '1', '0x7f.0.0.1', '127.1', '12345::', ':1', '1:', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:1.2.3.4', 'None', '٣.1.1.1', '224.0.0.0', '169.254.0.0', '127.255.255.255', 'fe80::', 'febf::1', 'fec0::1', '::ffff:127.0.0.1', '1.2.3.256', '00.0.0.0', '::00001',
];

export const PREFIXES: readonly string[] = ['10.0.0.0/8', '0.0.0.0/0', '192.168.0.0/16', '2001:db8::/32', '::/0', '1.2.3.4/32'];

export const NOT_PREFIXES: readonly string[] = [
  '', ' ', '10.0.0.0', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.1/8', '010.0.0.0/8', '10.0.0.0/08', '::/129', '::ffff:1.2.3.0/120', ' 10.0.0.0/8 ', '10.0.0.0/8 ', '\t10.0.0.0/8', '/8', '10.0.0.0/', '10.0.0/8', 'a/8', '2001:DB8::/32', '2001:0db8::/32', '2001:db8::1/32', '10.0.0.0/+8', '10.0.0.0/8/8', 'fe80::1%eth0/64', '1.2.3.4/0', '::ffff:10.0.0.0/104', '10.0.0.0/0x8',
];
