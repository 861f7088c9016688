/** What a word is by its shape alone: a password has letters and digits or signs mixed as no ordinary word has. */

const MIXED_MIN = 5;
const LONGEST = 64;

/** True for what can hardly be anything but a password: "Ventas2024!", "aB12cd34". */
export function isPasswordShaped(token: string): boolean {
  if (token.length < MIXED_MIN || token.length > LONGEST || isOrdinary(token)) return false;
  const hasLetter = /\p{L}/u.test(token);
  const hasDigit = /\d/.test(token);
  const hasSign = /[^\p{L}\d\s.,;:/()'-]/u.test(token);
  return hasLetter && (hasDigit || (hasSign && token.length >= 8 && /[\p{L}][^\p{L}\d\s][\p{L}]/u.test(token) && !/^[a-z_]+$/.test(token)));
}

/** Letters, digits and a sign at once. */
export function isRichlyMixed(token: string): boolean {
  return isPasswordShaped(token) && token.length >= 8 && /\d/.test(token) && /[^\p{L}\d\s]/u.test(token);
}

/** "Outlook2019", "php8.2": a name with its version. */
const PRODUCT = /^(?:office|windows|outlook|php|mysql|mariadb|iphone|ios|android|imap|pop|sha|utf|html|tls|ssl|oauth|softlik|wordpress|excel|word|tier|galaxy|version|ubuntu|debian|server|exchange)[-_/ ]?v?\d{1,4}(?:[.-]\d{1,4}){0,3}$/i;

const ORDINARY = [
  /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}$/, // an address of e-mail
  /^[a-z][a-z0-9+.-]{1,20}:\/\//i,
  /^(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?:[:/]\S*)?$/, // a domain, in lower case as people write it
  /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d{1,5})?$/,
  /^v?\d{1,4}(?:[.,:/-]\d{1,4}){1,4}(?:[a-z]{0,3}|-[\w.~]{1,40})$/i, // dates, times, versions, amounts
  /^\d{4}-\d{2}-\d{2}t[\d:.z+-]{1,30}$/i,
  /^[A-Z]{3}-[A-Z0-9]{4}-[A-Z0-9]{4}$/, // a ticket's reference
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  /^[A-Z&]{3,4}\d{6}[A-Z0-9]{3}$/, // RFC
  /^0x[0-9a-f]{2,16}$/i,
  /^[A-Za-z]{1,6}-?\d{1,5}$/, // E-4021, A-10234, H87, POP3
  /^[\w.-]{1,80}\.(?:pdf|png|jpe?g|gif|zip|rar|docx?|xlsx?|csv|txt|log|php|html?|js|ts|css|sql|conf|cnf|ini|xml|json|pfx|p12|pem|key|cer|crt|exe|bak|gz|tar|eml|msg|env)$/i,
  /^[a-z_]{1,40}\(\w{0,20}\)?[.,;]?$/i, // varchar(255)
  /^(?:#|no?\.)?\d{1,10}[%.,]?$/i,
  /^\$?\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?$/,
  /^\d{1,5}(?:\.\d{1,3})?(?:gb|mb|kb|tb|hrs?|min|seg|am|pm|px|bits?|x\d{1,5})$/i,
  /^[/~][\w./-]{1,200}$/, // a path
];

/** Addresses, dates, versions, references, amounts, names of files: what has digits and signs and is no secret. */
export function isOrdinary(token: string): boolean {
  // "Ventas01" has the shape of a code, but such short codes are written in capitals.
  const isShortCode = /^[A-Z]?[a-z]{2,6}-?\d{1,5}$/.test(token) && !PRODUCT.test(token);
  return isMasked(token) || (!isShortCode && (PRODUCT.test(token) || ORDINARY.some((shape) => shape.test(token))));
}

/** "********", "xxxxxxxx", "[oculta]", "<password>", "${DB_PASSWORD}" */
export function isMasked(token: string): boolean {
  return /^[*x\u2022\u00b7.#_-]+$/i.test(token) || /^[[<{(].*[\]>})]$/.test(token) || /^(?:\$\{|\$\(|\{\{|%[a-z_]+%)/i.test(token);
}
