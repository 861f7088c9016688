/**
 * A telephone number as people type it → E.164 ("+525512345678"), or null when it cannot be one. Ten digits are a Mexican number; the
 * former prefixes 01, 044, 045 and the 1 of mobiles after 52 are forgiven. Other countries need their + (or 00) and 8 to 15 digits (ITU-T E.164).
 */
export function parsePhone(typed: string): string | null {
  const bare = typed.trim().replace(/[\s().\-\u2010-\u2015/]/g, "");
  if (!/^\+?\d{8,18}$/.test(bare)) return null;
  const international = bare.startsWith("+") ? bare.slice(1) : bare.startsWith("00") ? bare.slice(2) : null;
  if (international !== null) return international.startsWith("52") ? mexican(international.slice(2)) : foreign(international);
  const national = bare.replace(/^(?:044|045|01)(?=\d{10}$)/, "");
  if (national.length === 10) return mexican(national);
  return /^52\d{10,11}$/.test(national) ? mexican(national.slice(2)) : null;
}

/** "+52 55 1234 5678", "+52 443 123 4567"; other countries as they are. */
export function formatPhone(number: string): string {
  const digits = /^\+52(\d{10})$/.exec(number)?.[1];
  if (!digits) return number;
  // Mexico City, Guadalajara and Monterrey have area codes of two digits, the rest of three.
  if (/^(?:55|56|33|81)/.test(digits)) return `+52 ${digits.slice(0, 2)} ${digits.slice(2, 6)} ${digits.slice(6)}`;
  return `+52 ${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
}

function mexican(national: string): string | null {
  const digits = national.length === 11 && national.startsWith("1") ? national.slice(1) : national;
  return /^[2-9]\d{9}$/.test(digits) ? `+52${digits}` : null;
}

function foreign(digits: string): string | null {
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
}
