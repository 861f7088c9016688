import { endOfDay, isPastValidity, isValidityAllowed, moveQuote, QUOTE_STATES, shownState, type QuoteMove } from "@/lib/quotes/states";

const MOVES: QuoteMove[] = ["send", "authorise", "decline", "expire", "supersede", "withdraw", "release"];
const ZONE = "America/Mexico_City";

describe("states of a quote", () => {
  it("move so, and in no other way", () => {
    const allowed = QUOTE_STATES.flatMap((state) => MOVES.flatMap((move) => {
      const moved = moveQuote(state, move);
      return moved.ok ? [`${state} ${move} ${moved.data}`] : [];
    }));
    expect(allowed).toEqual(["draft send sent", "sent authorise authorised", "sent decline declined", "sent expire expired", "sent supersede superseded", "sent withdraw withdrawn", "authorised release withdrawn"]);
  });

  it("refuse with what the quote is", () => {
    expect(QUOTE_STATES.map((state) => moveQuote(state, state === "sent" ? "send" : "authorise")).map((moved) => (moved.ok ? "ok" : moved.code))).toEqual([
      "QUOTE_NOT_SENT_YET", "QUOTE_ALREADY_SENT", "QUOTE_AUTHORISED", "QUOTE_DECLINED", "QUOTE_EXPIRED", "QUOTE_SUPERSEDED", "QUOTE_WITHDRAWN",
    ]);
  });
});

describe("validity", () => {
  const until = endOfDay(Temporal.PlainDate.from("2026-12-03"), ZONE);

  it("ends with its day in the desk's zone", () => {
    expect(until.toString()).toBe("2026-12-04T05:59:59.999Z"); // Mexico City is six hours behind UTC
    expect(isPastValidity(until, until)).toBe(false);
    expect(isPastValidity(until, until.add({ milliseconds: 1 }))).toBe(true);
  });

  it("ends at midnight on a day that a clock change shortens", () => {
    expect(endOfDay(Temporal.PlainDate.from("2026-03-08"), "America/Tijuana").toString()).toBe("2026-03-09T06:59:59.999Z");
  });

  it("is from today to ninety days", () => {
    const today = Temporal.PlainDate.from("2026-11-18");
    expect(["2026-11-17", "2026-11-18", "2027-02-16", "2027-02-17"].map((day) => isValidityAllowed(Temporal.PlainDate.from(day), today))).toEqual([false, true, true, false]);
  });

  it("past its end makes a sent quote an expired one, and no other", () => {
    const later = until.add({ hours: 1 });
    expect(QUOTE_STATES.map((state) => shownState({ state, validUntil: until }, later))).toEqual(["draft", "expired", "authorised", "declined", "expired", "superseded", "withdrawn"]);
  });
});
