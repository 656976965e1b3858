import { requireString } from './required';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { Path } from '../../path';
import { show } from '../../report';

/** Highest logical unit number (LUN). */
export const MAX_LUN = 255;

/** Maximum length of `<volume name>:<target portal>` with an initiator name: it becomes the name of a network interface on the node. */
export const MAX_INTERFACE_NAME = 64;

const EUI = /^eui[^\n][A-Za-z0-9]{16}$/u;
const NAA = /^naa[^\n][A-Za-z0-9]{32}$/u;
/** The start of an IQN: a date, and the first character of the naming authority. */
const IQN_AUTHORITY = /iqn\.[0-9]{4}-[0-9]{2}\.[A-Za-z0-9.-]/;
/** Characters that the last part of an IQN may not have. */
const NOT_IN_IQN = /[,;*&$|\t\n\f\r ]/;
/** A character of the naming authority. */
const AUTHORITY_LETTER = /[A-Za-z0-9.-]/;

/** An iSCSI disk. */
export function validateIscsi(iscsi: Decoded<k8s.ISCSIVolumeSource>, path: Path, ctx: Context): void {
  const report = ctx.report;
  requireString(iscsi.targetPortal, path, 'targetPortal', report, 'iscsi/target-portal-required', 'targetPortal is required: the address of the target');
  if (iscsi.iqn === undefined) {
    report.required(path.child('iqn'), 'iscsi/iqn-required', 'iqn is required: the qualified name of the target');
  } else {
    validateName(iscsi.iqn, path.child('iqn'), undefined, ctx);
  }
  const lun = iscsi.lun ?? 0;
  if (lun < 0 || lun > MAX_LUN) {
    report.invalid(path.child('lun'), 'iscsi/lun', `must be from 0 to ${MAX_LUN}, got ${lun}`);
  }
  if ((iscsi.chapAuthDiscovery === true || iscsi.chapAuthSession === true) && iscsi.secretRef === undefined) {
    report.required(path.child('secretRef'), 'iscsi/secret-required', 'secretRef is required with CHAP: the Secret with user and password');
  }
  if (iscsi.initiatorName !== undefined) {
    // The server writes the field in lower case.
    validateName(iscsi.initiatorName, path.child('initiatorName'), path.child('initiatorname'), ctx);
  }
}

/** With an initiator name, the names of the volume and its target portal have a common length limit. */
export function validateIscsiInterface(volume: Decoded<k8s.Volume>, path: Path, ctx: Context): void {
  if (volume.iscsi?.initiatorName === undefined) {
    return;
  }
  const length = byteLength(volume.name ?? '') + 1 + byteLength(volume.iscsi.targetPortal ?? '');
  if (length > MAX_INTERFACE_NAME) {
    ctx.report.invalid(path.child('name'), 'iscsi/name-and-portal',
      `volume name ${show(volume.name)} and targetPortal must have at most ${MAX_INTERFACE_NAME - 1} characters together with initiatorName, got ${length - 1}`,
      { hint: 'shorten the volume name' });
  }
}

function validateName(name: string, path: Path, field: Path | undefined, ctx: Context): void {
  if (!name.startsWith('iqn') && !name.startsWith('eui') && !name.startsWith('naa')) {
    ctx.report.invalid(path, 'iscsi/name', `${show(name)} must start with 'iqn', 'eui' or 'naa'`, { field });
  } else if (!(name.startsWith('iqn') ? isIqn(name) : (name.startsWith('eui') ? EUI : NAA).test(name))) {
    ctx.report.invalid(path, 'iscsi/name',
      `${show(name)} is not a valid iSCSI name: must be like iqn.2001-04.com.example:disk, or eui. and 16 digits, or naa. and 32 digits`, { field });
  }
}

/**
 * `iqn.`, a year and a month, a reversed domain, a colon and any name. As in the server's unanchored expression, this may begin anywhere,
 * but must reach to the end of the string. Written as a loop because that expression takes quadratic time in JavaScript.
 */
function isIqn(name: string): boolean {
  const parts = name.split(':');
  for (let i = parts.length - 1; i > 0 && !NOT_IN_IQN.test(parts[i]); i--) {
    if ((i < parts.length - 1 || parts[i] !== '') && IQN_AUTHORITY.test(authority(parts[i - 1]))) {
      return true;
    }
  }
  return false;
}

/** The longest suffix of the string that has only characters of a naming authority. */
function authority(text: string): string {
  let start = text.length;
  while (start > 0 && AUTHORITY_LETTER.test(text[start - 1])) {
    start--;
  }
  return text.slice(start);
}
