/** What is kept of where a session was begun. */
export type Device = { userAgent: string; address: string };
export type DeviceName = { browser: string | null; system: string | null };

/** In this order: most browsers name others too, so that pages treat them alike. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** Browser and system by the names that people know; null for what is not known. Versions are left out: an update is no new device. */
export function deviceName(userAgent: string): DeviceName {
  return { browser: nameIn(BROWSERS, userAgent), system: nameIn(SYSTEMS, userAgent) };
}

export function isSameDevice(one: string, other: string): boolean {
  const [a, b] = [deviceName(one), deviceName(other)];
  return a.browser === b.browser && a.system === b.system;
}

/** An address without what tells one household from another: the last number of IPv4, all but the first three groups of IPv6. */
export function shortAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  const v4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain);
  if (v4) return `${v4[1]}.*`;
  if (!/^[0-9a-f:.]{2,45}$/i.test(plain) || !plain.includes(":")) return "";
  const groups = plain.split("::")[0]!.split(":").filter(Boolean).slice(0, 3);
  return groups.length === 0 ? "::*" : `${groups.join(":")}:*`;
}

function nameIn(names: readonly [RegExp, string][], userAgent: string): string | null {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
}
