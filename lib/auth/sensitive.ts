/**
 * What asks for a fresh proof of who it is, in one list: pages by their address, actions by their name. Whoever has a second factor is
 * asked for its code; `OWN_WAYS_IN` asks everybody, for the password where there is no factor, because it decides who gets in from then on.
 */
const PAGES: readonly RegExp[] = [
  /^\/(?:agent|portal)\/account\/security$/,
  /^\/agent\/settings\/(?:security|staff)(?:\/|$)/,
  /^\/agent\/access(?:\/|$)/,
  // People and what they owe, as a file.
  /^\/agent\/charges\/export$/,
  /^\/agent\/conduct\/[^/]+$/,
];

const ACTIONS: ReadonlySet<string> = new Set([
  "accounts.change-password",
  "security.end-session",
  "security.end-others",
  "security.recovery-codes",
  "security.remove-factor",
  "conduct.warn",
  "conduct.suspend",
  "conduct.lift",
  "conduct.decide-appeal",
  "conduct.edit-settings",
]);

const OWN_WAYS_IN: ReadonlySet<string> = new Set(["accounts.ask-address-change", "security.begin-factor", "security.edit-settings", "security.reset-factor", "security.reset-customer-factor", "security.deactivate-staff", "security.activate-staff"]);

const FRESH_MINUTES = 15;

type Proved = { hasFactor: boolean; confirmedAt: Temporal.Instant | null };

/** @param path of the page, with its query or without */
export function isProofNeededForPage(session: Proved, path: string, now: Temporal.Instant): boolean {
  const [plain = ""] = path.split("?");
  return session.hasFactor && !isFresh(session, now) && PAGES.some((page) => page.test(plain));
}

/** @param action its name, as defineAction has it */
export function isProofNeededForAction(session: Proved, action: string, now: Temporal.Instant): boolean {
  if (isFresh(session, now)) return false;
  return OWN_WAYS_IN.has(action) || (session.hasFactor && ACTIONS.has(action));
}

function isFresh({ confirmedAt }: Proved, now: Temporal.Instant): boolean {
  return confirmedAt !== null && Temporal.Instant.compare(confirmedAt.add({ minutes: FRESH_MINUTES }), now) > 0;
}
