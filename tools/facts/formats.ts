/** `range` texts of formats that many fields share. */
export const dnsLabel = 'DNS label: lower-case letters, digits and `-`, at most 63 characters';
export const dnsName = 'DNS subdomain: DNS labels joined by `.`, at most 253 characters';
export const labelKey = 'label key: at most 63 letters, digits, `-`, `_` and `.`, after an optional `<DNS subdomain>/`';
export const labelMap = 'keys: at most 63 characters after an optional `<DNS subdomain>/`; values: at most 63; letters, digits, `-`, `_` and `.`';
export const qualifiedName = 'at most 63 letters, digits, `-`, `_` and `.`, after an optional `<DNS subdomain>/`';
export const portNumber = '1 to 65535';
export const portOrName = '1 to 65535, or a port name of at most 15 lower-case letters, digits and `-`';
export const dataKey = 'at most 253 letters, digits, `-`, `_` and `.`; neither `.` nor starting with `..`';
export const envName = 'one or more printable ASCII characters except `=`';
export const fileMode = '0 to 511 (0777 octal)';
export const descendingPath = 'relative path, without `..` as an element';
export const localPath = 'relative path, without `..` as an element and not starting with `..`';
export const atLeastZero = 'at least 0';
export const userId = '0 to 2147483647';
export const notEmpty = 'not empty';
