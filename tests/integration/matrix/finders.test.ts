import { findDuplicates } from "@/lib/duplicates/find-duplicates";
import { searchTickets } from "@/lib/duplicates/search-tickets";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import type { TicketScope } from "@/lib/duplicates/types";
import { searchScope } from "@/lib/tickets/visibility";
import { exportedOperations } from "@/tests/integration/matrix/support/exported";
import { ana, andres, bruno, carla, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { openInput, ticketRow } from "@/tests/support/factories";

useDatabase();

/** The finders take a scope instead of an actor; each looks for a text that a ticket of every owner has. */
const SCOPES: Record<string, { scope: TicketScope; finds: string[] }> = {
  "Ana's own": { scope: { kind: "requester", userId: ana.userId }, finds: ["ana"] },
  "Andrés' own": { scope: { kind: "requester", userId: andres.userId }, finds: ["andres"] },
  "Bruno's own": { scope: { kind: "requester", userId: bruno.userId }, finds: ["bruno"] },
  "Acme's": { scope: { kind: "organization", organizationId: ORGANIZATIONS.acme.id, userId: ana.userId }, finds: ["ana", "andres"] },
  "Globex's": { scope: { kind: "organization", organizationId: ORGANIZATIONS.globex.id, userId: bruno.userId }, finds: ["bruno"] },
  "all": { scope: { kind: "all" }, finds: ["ana", "andres", "bruno"] },
};

const OWNERS = { ana, andres, bruno };
let text: { subject: string; body: string };
const ids = new Map<string, string>();

beforeAll(async () => {
  const { subject, body } = await openInput();
  text = { subject, body };
  for (const [name, requester] of Object.entries(OWNERS)) {
    const { id } = await ticketRow({ requester, ...text });
    await testDb().$transaction((tx) => indexTicket(tx, { id, ...text, now: NOON }));
    ids.set(id, name);
  }
});

/** What the jobs and the desk's clusters read for the whole desk: it takes no scope, and no customer's query calls it. */
const DESK_WIDE = ["linkDuplicates", "listLinksAmong", "listLinksAround", "listLiveLinks", "listUnscanned"];

describe("the finders", () => {
  it.each(Object.entries(SCOPES))("find %s tickets, and no other", async (_name, { scope, finds }) => {
    const ctx = { db: testDb(), now: NOON };
    const duplicates = await findDuplicates(ctx, { draft: text, scope });
    const hits = await searchTickets(ctx, { text: text.subject, scope });
    const owners = (found: { ticketId: string }[]) => found.map((each) => ids.get(each.ticketId)).sort();
    expect([owners(duplicates), owners(hits)]).toEqual([finds, finds]);
  });

  it("are given the scope of the actor: own, the organization's, or all", () => {
    expect(searchScope(andres)).toEqual({ kind: "requester", userId: andres.userId });
    expect(searchScope(ana)).toEqual({ kind: "organization", organizationId: ORGANIZATIONS.acme.id, userId: ana.userId });
    expect(searchScope({ ...ana, organizationId: null })).toEqual({ kind: "requester", userId: ana.userId });
    expect(searchScope(carla)).toEqual({ kind: "all" });
  });

  it("are all asked: 2 finders for 6 scopes and 3 owners make 36 cells", () => {
    const finders = exportedOperations("duplicates").filter((name) => !DESK_WIDE.includes(name)).sort();
    expect(finders).toEqual(["findDuplicates", "searchTickets"]);
    expect(exportedOperations("duplicates")).toHaveLength(finders.length + DESK_WIDE.length);
    expect(finders.length * Object.keys(SCOPES).length * Object.keys(OWNERS).length).toBe(36);
  });
});
