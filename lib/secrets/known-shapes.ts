import type { SecretFinding } from "@/lib/secrets/types";

/** Keys that say themselves what they are. Each begins at the beginning of a run, so that no run is read twice. */
const SHAPES: readonly RegExp[] = [
  /\bA(?:KIA|SIA)[A-Z2-7]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{36,255}\b/g,
  /\bgithub_pat_[A-Za-z0-9_]{36,255}\b/g,
  /\bglpat-[\w-]{20,64}/g,
  /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,120}\b/g,
  /\bwhsec_[A-Za-z0-9+/=]{24,80}/g,
  /\bkey_[A-Za-z0-9]{18,40}\b/g,
  /\bkey-[0-9a-f]{32}\b/g,
  /\bxox[abpors]-[\w-]{20,200}/g,
  /\bxapp-\d-[\w-]{20,200}/g,
  /\bAIza[\w-]{35}(?![\w-])/g,
  /\bya29\.[\w-]{20,250}/g,
  /\bGOCSPX-[\w-]{20,60}/g,
  /\bSG\.[\w-]{16,40}\.[\w-]{30,60}/g,
  /\bxkeysib-[0-9a-f]{64}-[\w]{8,32}/g,
  /\b(?:APP_USR|TEST)-\d{10,20}-\d{6}-[\w-]{24,80}/g,
  /\bsk-(?:proj-|ant-|svcacct-)?[\w-]{32,250}/g,
  /\bhf_[A-Za-z0-9]{30,60}\b/g,
  /\bnpm_[A-Za-z0-9]{36}\b/g,
  /\bpypi-[\w-]{50,250}/g,
  /\bdo[opr]_v1_[0-9a-f]{64}\b/g,
  /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/g,
  /\bsq0[ci]sp-[\w-]{22,60}/g,
  /\bEAA[A-Za-z0-9]{60,250}\b/g,
  /\b\d{8,10}:AA[\w-]{33}(?![\w-])/g,
  /(?<![\w.-])eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000}/g,
  /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{6,14}\/B[A-Z0-9]{6,14}\/[A-Za-z0-9]{16,40}/g,
  /https:\/\/(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/webhooks\/\d{15,22}\/[\w-]{50,100}/g,
];

export function findKnownShapes(text: string): SecretFinding[] {
  return SHAPES.flatMap((shape) => [...text.matchAll(shape)].map((match): SecretFinding => ({ kind: "api_key", start: match.index, end: match.index + match[0].length })));
}
