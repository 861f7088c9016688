import { expectedWaitMinutes } from "@/lib/chat/queue";
import { endedBySilence } from "@/lib/chat/silence";
import { quotedTranscript, transcriptText } from "@/lib/chat/transcript";
import { at } from "@/tests/support/clock";

describe("the expected wait", () => {
  it("is the median talk for each place, shared by all who take conversations, in whole minutes", () => {
    // The median of 4, 6, 8, 10 and a forgotten 300 is 8: three places among two at once are 12 minutes.
    expect(expectedWaitMinutes(3, { talkMinutes: [6, 300, 4, 8, 10], capacity: 2 })).toBe(12);
    expect(expectedWaitMinutes(1, { talkMinutes: [6, 300, 4, 8, 10], capacity: 20 })).toBe(1);
    expect(expectedWaitMinutes(40, { talkMinutes: [60, 60, 60], capacity: 1 })).toBe(60);
  });

  it("is not told where nobody can know it", () => {
    expect(expectedWaitMinutes(1, { talkMinutes: [5, 5], capacity: 2 })).toBeNull();
    expect(expectedWaitMinutes(1, { talkMinutes: [5, 5, 5], capacity: 0 })).toBeNull();
  });
});

describe("the end by silence", () => {
  const rules = { silenceMinutes: 15, isDeskOpen: true };
  const asked = { state: "active" as const, lastCustomerAt: at("2026-11-18T12:00"), lastAgentAt: at("2026-11-18T12:05") };

  it("comes to the minute after what the desk said last", () => {
    expect(endedBySilence(asked, { ...rules, now: at("2026-11-18T12:19") })).toBeNull();
    expect(endedBySilence(asked, { ...rules, now: at("2026-11-18T12:20") })).toBe("silence");
  });

  it("never comes to whoever waits for the desk", () => {
    const now = at("2026-11-18T17:00");
    expect(endedBySilence({ ...asked, lastCustomerAt: at("2026-11-18T12:06") }, { ...rules, now })).toBeNull();
    expect(endedBySilence({ ...asked, lastAgentAt: null }, { ...rules, now })).toBeNull();
    expect(endedBySilence({ ...asked, state: "waiting", lastAgentAt: null }, { ...rules, now })).toBeNull();
  });

  it("says so to whoever still waits when the desk has closed", () => {
    const waiting = { state: "waiting" as const, lastCustomerAt: at("2026-11-18T17:55"), lastAgentAt: null };
    expect(endedBySilence(waiting, { ...rules, isDeskOpen: false, now: at("2026-11-18T18:04") })).toBeNull();
    expect(endedBySilence(waiting, { ...rules, isDeskOpen: false, now: at("2026-11-18T18:05") })).toBe("nobody");
  });
});

describe("a transcript", () => {
  const said = (body: string, isStaff = false) => ({ kind: "text" as const, authorName: isStaff ? "Carla Ríos" : "Ana Torres", isStaff, body, at: "2026-11-18T18:00:00Z", attachments: [] });
  const talk = { startedAt: "2026-11-18T18:00:00Z", customerName: "Ana Torres", closed: { why: "customer" as const }, messages: [said("Hola"), said("Buenas\ntardes", true), { ...said(""), kind: "ended" as const }] };

  it("has each entry with its time at the desk, and says how it ended", () => {
    expect(transcriptText(talk)).toMatch(/\n\n\[12:00\] Ana Torres: Hola\n\[12:00\] Carla Ríos: Buenas\ntardes\n\[12:00\] El cliente terminó la conversación\n$/);
  });

  it("covers what looks like a secret", () => {
    const text = transcriptText({ ...talk, messages: [said("Mi contraseña es: Zorro-4471-azul")] });
    expect(text).toMatch(/Ana Torres: Mi contraseña es: \u{1f512}\n$/u);
  });

  it("keeps its end where a ticket has no room for all of it", () => {
    const long = { ...talk, messages: [said("a".repeat(3_000)), said("b".repeat(3_000)), said("c".repeat(3_000))] };
    const text = quotedTranscript(long, 7_000);
    expect(text.length).toBeLessThanOrEqual(7_000);
    expect(text).toContain("c".repeat(3_000));
    expect(text).toContain("El principio de la conversación se omitió");
    expect(text).not.toContain("a".repeat(3_000));
  });
});
