import { hrefOfList, hrefOfTicket, listAddressOf, listQueryOf } from "@/app/agent/_data/list-address";
import { dueLabel } from "@/app/agent/_data/due-label";
import { listVersion } from "@/app/agent/_data/list-version";

describe("the list beside a ticket", () => {
  it("is the open tickets where the address names none, or one that there is not", () => {
    const open = { kind: "queue", queue: "open", department: null, cursor: null };
    expect(listAddressOf({})).toEqual(open);
    expect(listAddressOf({ queue: "everything" })).toEqual(open);
    expect(listAddressOf({ queue: ["open", "mine"] })).toEqual(open);
  });

  it("goes with the ticket, department and place included, and leads back", () => {
    const list = listAddressOf({ queue: "due", department: "facturacion", cursor: "WzE" });
    expect(hrefOfTicket("IMP-7K3M-Q2XD", list)).toBe("/agent/tickets/IMP-7K3M-Q2XD?queue=due&department=facturacion&cursor=WzE");
    expect(hrefOfList(list)).toBe("/agent/queues/due?department=facturacion&cursor=WzE");
    expect(listQueryOf(list)).toBe("?queue=due&department=facturacion&cursor=WzE");
  });

  it("is the search that the ticket was found by, which is not watched for changes", () => {
    const list = listAddressOf({ q: " dominio & correo ", queue: "mine" });
    expect(hrefOfTicket("IMP-7K3M-Q2XD", list)).toBe("/agent/tickets/IMP-7K3M-Q2XD?q=dominio+%26+correo");
    expect(listQueryOf(list)).toBe("");
  });
});

describe("the time left", () => {
  it("burns once it is past, also when the desk has been closed ever since", () => {
    expect(dueLabel({ remainingMinutes: -90, isPast: true })).toEqual({ tone: "overdue", amount: "1 h 30 min" });
    expect(dueLabel({ remainingMinutes: 0, isPast: true })).toEqual({ tone: "overdue", amount: "" });
  });

  it("is short from two hours of the clock down", () => {
    expect(dueLabel({ remainingMinutes: 120, isPast: false })).toEqual({ tone: "soon", amount: "2 h" });
    expect(dueLabel({ remainingMinutes: 121, isPast: false })).toEqual({ tone: "ok", amount: "2 h 1 min" });
    expect(dueLabel({ remainingMinutes: 0.4, isPast: false })).toEqual({ tone: "soon", amount: "0 min" });
  });

  it("says no minutes where they say nothing, and never more than there is", () => {
    expect(dueLabel({ remainingMinutes: 71 * 60 + 59, isPast: false })).toEqual({ tone: "ok", amount: "71 h" });
  });
});

describe("the version of a list", () => {
  const a = { id: "a", updatedAt: "2026-11-18T15:00:00Z" };
  const b = { id: "b", updatedAt: "2026-11-18T16:00:00Z" };

  it("is the same for the same tickets in the same order", () => {
    expect(listVersion([a, b])).toBe(listVersion([{ ...a }, { ...b }]));
  });

  it("differs when one came, went, moved or changed", () => {
    const versions = [[a, b], [b, a], [a], [], [a, { ...b, updatedAt: "2026-11-18T16:00:01Z" }]].map(listVersion);
    expect(new Set(versions).size).toBe(5);
  });
});
