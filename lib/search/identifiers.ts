import type { Identifier } from "./types";

const KNOWN_TOP_LEVEL = new Set(
  "com net org info biz edu gob gov mil int name pro mobi app dev io cloud online site store shop tech page web blog live news email host hosting website digital agency group company services solutions support systems example test local localhost lan".split(" "),
);
const FILE_EXTENSIONS = new Set(
  "php html htm css js ts jsx tsx mjs json xml yml yaml ini conf cfg log txt csv md pdf doc docx xls xlsx ppt pptx odt ods png jpg jpeg gif svg webp ico zip rar tar gz bz2 7z sql bak db mdb exe dll bat sh msi apk iso eml msg pst ost pem crt cer key csr pfx p12 htaccess java py rb go c h cpp cs jar war class properties so".split(" "),
);
const CODE_WORDS = new Set("error errores codigo code http https smtp status estado err fallo exception".split(" "));
const MONTHS = new Map<string, string>(
  [
    ...["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"].entries(),
    ...["january", "february", "march", "april", "", "june", "july", "august", "september", "october", "november", "december"].entries(),
    ...["", "", "", "", "", "", "", "", "setiembre"].entries(),
  ].flatMap(([month, name]) => (name === "" ? [] : [[name, String(month + 1).padStart(2, "0")] as const])),
);

const EMAIL = /^[a-z0-9][a-z0-9._%+-]{0,63}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6})$/;
const URL_HOST = /^(?:https?|ftps?|ssh|smtp|imap):\/\/(?:[^/@]{1,64}@)?([a-z0-9.-]{1,100})/;
const IP4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const IP6 = /^(?=.*:.*:)[0-9a-f:]{4,39}$/;
const MAIL_STATUS = /^[245]\.\d{1,3}\.\d{1,3}$/;
const VERSION = /^v?\d{1,5}(?:\.\d{1,6}){1,3}[a-z]?\d{0,3}$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,6}([a-z]{2,24})$/;
const FILE = /^[\w.-]{0,80}\.([a-z0-9]{1,10})$/;
const HEX_CODE = /^0x[0-9a-f]{2,16}$/;
const UPPER_CODE = /^[A-Z][A-Z0-9]{1,20}(?:[_-][A-Z0-9]{1,20}){1,8}$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const FOLIO = /^(?=.{3,40}$)(?=[^\d]*\d)(?=.*[a-z])[a-z0-9]{1,20}(?:[-_/][a-z0-9]{1,20}){0,6}$/;

/**
 * What identifier a chunk of text is, if any. `chunk` is as written (at most 100 units, no spaces), `folded` its folded form and
 * `before` the folded word that stands before it: "error 42" is a code, "42 cuentas" is not.
 */
export function identifierOf(chunk: string, folded: string, before: string): Identifier | null {
  const month = MONTHS.get(folded);
  if (month) return { kind: "month", value: month };
  if (/^[a-z]+$/.test(folded)) return isCamelCase(chunk) ? { kind: "name", value: folded } : null;
  if (/^\d+$/.test(folded)) return numberOf(folded, before);
  return addressOf(chunk, folded) ?? codeOf(chunk, folded) ?? nameOf(folded);
}

/** The host in an e-mail or web address: "acme.example" of both "ana@acme.example" and "https://www.acme.example/x". */
export function hostOf(folded: string): string | null {
  const host = EMAIL.exec(folded)?.[1] ?? URL_HOST.exec(folded)?.[1] ?? null;
  return host?.includes(".") ? host.replace(/^www\./, "").replace(/[.-]+$/, "") : null;
}

function numberOf(folded: string, before: string): Identifier | null {
  if (folded.length > 20) return null;
  const isCode = (folded.length <= 6 && CODE_WORDS.has(before)) || /^[45]\d\d$/.test(folded);
  return { kind: isCode ? "code" : "number", value: folded };
}

function addressOf(chunk: string, folded: string): Identifier | null {
  if (EMAIL.test(folded)) return { kind: "email", value: folded };
  if (IP4.exec(folded)?.slice(1).every((part) => Number(part) <= 255)) return { kind: "ip", value: folded };
  if (IP6.test(folded) && /[a-f]|::/.test(folded)) return { kind: "ip", value: folded };
  const file = FILE.exec(folded)?.[1];
  if (file && FILE_EXTENSIONS.has(file) && /[a-z]/.test(folded.slice(0, -file.length))) return { kind: "file", value: folded };
  const topLevel = HOST.exec(folded)?.[1];
  if (!topLevel || isMissingSpace(chunk)) return null;
  if (topLevel.length > 2 && !KNOWN_TOP_LEVEL.has(topLevel)) return null;
  return { kind: "domain", value: folded.replace(/^www\./, "") };
}

function codeOf(chunk: string, folded: string): Identifier | null {
  if (MAIL_STATUS.test(folded) || HEX_CODE.test(folded)) return { kind: "code", value: folded };
  if (VERSION.test(folded)) return { kind: "version", value: folded.replace(/^v/, "") };
  if (UUID.test(folded)) return { kind: "folio", value: folded };
  if (UPPER_CODE.test(chunk)) return { kind: /^(?:imp|fac|folio)/.test(folded) ? "folio" : "code", value: folded };
  if (FOLIO.test(folded)) return { kind: "folio", value: folded };
  return null;
}

function nameOf(folded: string): Identifier | null {
  return /[._/\\:]/.test(folded) && /[a-z]/.test(folded) ? { kind: "name", value: folded } : null;
}

function isCamelCase(chunk: string): boolean {
  return /[a-z][A-Z]/.test(chunk);
}

/** "correo.No llega": the writer left out a space; it is no host. */
function isMissingSpace(chunk: string): boolean {
  return /[a-záéíóúñ]\.[A-ZÁÉÍÓÚÑ][a-záéíóúñ]*$/.test(chunk);
}
