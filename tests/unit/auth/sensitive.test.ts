import { isProofNeededForAction, isProofNeededForPage } from "@/lib/auth/sensitive";

const NOW = Temporal.Instant.from("2026-11-18T18:00:00Z");
const proved = (minutesAgo: number, hasFactor = true) => ({ hasFactor, confirmedAt: NOW.subtract({ minutes: minutesAgo }) });

describe("a fresh proof of who it is", () => {
  it("is good for a quarter of an hour, and not at its end", () => {
    expect([14, 15].map((minutes) => isProofNeededForPage(proved(minutes), "/agent/settings/security", NOW))).toEqual([false, true]);
  });

  it.each([
    ["/agent/account/security", true],
    ["/portal/account/security", true],
    ["/agent/settings/security?x=1", true],
    ["/agent/settings/staff", true],
    ["/agent/settings/staff/00000000-0000-4000-8000-00000000000c", true],
    ["/agent/access?q=ana", true],
    ["/agent/access/00000000-0000-4000-8000-00000000000a", true],
    ["/agent/accessories", false],
    ["/agent/charges/export?from=2026-11-01", true],
    ["/agent/conduct/00000000-0000-4000-8000-00000000000c", true],
    ["/agent/conduct", false],
    ["/agent/settings/securities", false],
    ["/agent/queues/mine", false],
  ])("is asked for before %s: %s", (path, isNeeded) => {
    expect(isProofNeededForPage(proved(60), path, NOW)).toBe(isNeeded);
    expect(isProofNeededForPage(proved(60, false), path, NOW)).toBe(false);
  });

  it("is asked of whoever has no second factor too, for what decides who gets in", () => {
    for (const action of ["security.begin-factor", "security.reset-factor", "security.reset-customer-factor"]) expect([action, isProofNeededForAction(proved(60, false), action, NOW)]).toEqual([action, true]);
    expect(isProofNeededForAction(proved(60, false), "conduct.suspend", NOW)).toBe(false);
    expect(isProofNeededForAction(proved(60), "conduct.suspend", NOW)).toBe(true);
    expect([true, false].map((hasFactor) => isProofNeededForAction(proved(60, hasFactor), "accounts.ask-address-change", NOW))).toEqual([true, true]);
    // It asks for the password itself.
    expect([true, false].map((hasFactor) => isProofNeededForAction(proved(60, hasFactor), "accounts.change-password", NOW))).toEqual([true, false]);
    expect(isProofNeededForAction(proved(60), "tickets.reply", NOW)).toBe(false);
  });
});
