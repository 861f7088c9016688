import { refuseAttending, refuseBillable, type PaidWork } from "@/lib/billing/gate";

const AUTHORISATIONS = ["none", "in_force", "closed"] as const;
const QUOTES = ["none", "draft", "sent"] as const;
const ways = (isPaid: boolean): PaidWork[] => AUTHORISATIONS.flatMap((authorisation) => QUOTES.map((openQuote) => ({ isPaid, authorisation, openQuote })));
const told = (refuse: (work: PaidWork) => string | null, isPaid: boolean) => ways(isPaid).map((work) => [work.authorisation, work.openQuote, refuse(work)].join(" "));

describe("the gate before what is paid", () => {
  it("lets a paid ticket be attended once it is authorised, and never while a quote waits for the customer", () => {
    expect(told(refuseAttending, true)).toEqual([
      "none none QUOTE_NEEDED",
      "none draft QUOTE_NOT_SENT",
      "none sent QUOTE_AWAITS_CUSTOMER",
      "in_force none ",
      "in_force draft ",
      "in_force sent QUOTE_AWAITS_CUSTOMER",
      "closed none ",
      "closed draft ",
      "closed sent QUOTE_AWAITS_CUSTOMER",
    ]);
  });

  it("lets a free one be attended without one", () => {
    expect(ways(false).filter((work) => refuseAttending(work) !== null).every(({ openQuote }) => openQuote === "sent")).toBe(true);
  });

  it.each([true, false])("lets nothing be billed without an authorisation in force, paid ticket or not (%s)", (isPaid) => {
    expect(told(refuseBillable, isPaid)).toEqual([
      "none none QUOTE_NEEDED",
      "none draft QUOTE_NOT_SENT",
      "none sent QUOTE_AWAITS_CUSTOMER",
      "in_force none ",
      "in_force draft ",
      "in_force sent ",
      "closed none WORK_CLOSED",
      "closed draft QUOTE_NOT_SENT",
      "closed sent QUOTE_AWAITS_CUSTOMER",
    ]);
  });
});
