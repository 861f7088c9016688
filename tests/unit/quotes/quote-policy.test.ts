import { mayDecide, type QuoteParties } from "@/lib/quotes/quote-policy";
import { ana, andres, bruno, carla, ORGANIZATIONS } from "@/tests/support/cast";

const acme = { id: ORGANIZATIONS.acme.id, eventAuthorisers: "anyone" as const };
const event: QuoteParties = { requesterId: andres.userId, organization: acme, contract: null };
const contract = { organizationId: acme.id, authorisers: "managers" as const, authoriserIds: [] as string[] };
const who = (parties: QuoteParties) => Object.entries({ ana, andres, bruno, carla }).flatMap(([name, actor]) => (mayDecide(actor, parties) ? [name] : []));

describe("who may answer a quote", () => {
  it("paid per event: the organization's, or its managers, as it says; never the desk", () => {
    expect(who(event)).toEqual(["ana", "andres"]);
    expect(who({ ...event, organization: { ...acme, eventAuthorisers: "managers" } })).toEqual(["ana"]);
  });

  it("without an organization: who asked", () => {
    expect(who({ ...event, organization: null })).toEqual(["andres"]);
  });

  it("hours of a póliza: as it says itself, whatever is said of events", () => {
    expect(who({ ...event, contract })).toEqual(["ana"]);
    expect(who({ ...event, contract: { ...contract, authorisers: "anyone" } })).toEqual(["ana", "andres"]);
    expect(who({ ...event, contract: { ...contract, authorisers: "named", authoriserIds: [andres.userId] } })).toEqual(["andres"]);
  });
});
