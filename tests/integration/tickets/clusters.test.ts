import { mintSystem } from "@/lib/auth/mint";
import { linkDuplicatesJob } from "@/lib/duplicates/jobs";
import { findClusterOf, listClusters } from "@/lib/tickets/clusters";
import { changeStatus, closeTicket } from "@/lib/tickets/commands/change-status";
import { markDifferent, withdrawDifferent } from "@/lib/tickets/commands/mark-different";
import { countCustomerTickets, findTicketForCustomer, listCustomerTickets, suggestDuplicates } from "@/lib/tickets/queries";
import type { OpenedTicket } from "@/lib/tickets/types";
import { ana, andres, bruno, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, unwrap } from "@/tests/support/factories";

useDatabase();

const as = <A>(actor: A, minutes = 60) => ({ db: testDb(), actor, now: NOON.add({ minutes }) });

const OUTAGE = [
  { by: ana, subject: "Rebotan nuestros correos: mail3.impera.example en lista negra", body: "Desde la mañana todo lo que enviamos rebota con 550 5.7.1. El mensaje dice que mail3.impera.example está en una lista negra." },
  { by: bruno, subject: "550 5.7.1 al enviar correo a clientes", body: "Los correos que enviamos regresan: 550 5.7.1, mail3.impera.example aparece en lista negra. ¿Cuándo queda?" },
  { by: andres, subject: "No salen correos, dice lista negra", body: "Mis correos rebotan con 550 5.7.1 porque mail3.impera.example está en lista negra." },
];
const OTHER = { by: bruno, subject: "Cambiar la razón social de mis facturas", body: "Necesito que las facturas del hosting salgan con la nueva razón social y RFC." };

let tickets: OpenedTicket[];
let other: OpenedTicket;

beforeEach(async () => {
  await testDb().$executeRaw`UPDATE ticket SET status = 'closed', closed_at = '2026-11-18' WHERE status <> 'closed'`;
  tickets = [];
  for (const [index, opening] of OUTAGE.entries()) tickets.push(await newTicket({ ...opening, at: NOON.add({ minutes: index * 10 }) }));
  other = await newTicket({ ...OTHER, at: NOON.add({ minutes: 5 }) });
  for (const { id } of [...tickets, other]) await linkDuplicatesJob.run(as(mintSystem()), { ticketId: id });
});

const referencesOf = (clusters: { tickets: { reference: string }[] }[]) => clusters.map((cluster) => cluster.tickets.map(({ reference }) => reference));

describe("three tickets of two customers about one outage", () => {
  it("are one matter: its words, how many, since when, in the order of time", async () => {
    const clusters = await listClusters(as(carla));
    expect(referencesOf(clusters)).toEqual([tickets.map(({ reference }) => reference)]);
    const [cluster] = clusters;
    expect(cluster).toMatchObject({ customers: 2, firstAt: "2026-11-18T18:00:00.000Z", lastAt: "2026-11-18T18:20:00.000Z" });
    expect(cluster!.topic.names).toContain("mail3.impera.example");
    expect(cluster!.topic.words).toEqual(expect.arrayContaining(["negra"]));
    expect(tickets.map(({ reference }) => reference)).toContain(cluster!.centre);
  });

  it("are found from each of them, and from no other", async () => {
    const [cluster] = await listClusters(as(carla));
    for (const { id } of tickets) expect(await findClusterOf(as(carla), id)).toEqual(cluster);
    expect(await findClusterOf(as(carla), other.id)).toBeNull();
  });

  it("lose the one that the desk takes out, and have it back when that is undone", async () => {
    const [first, second, third] = tickets as [OpenedTicket, OpenedTicket, OpenedTicket];
    const pairs = { ticketId: first.id, candidateTicketIds: [second.id, third.id] };
    unwrap(await markDifferent(as(carla), pairs));
    expect(referencesOf(await listClusters(as(carla)))).toEqual([[second.reference, third.reference]]);
    expect(await findClusterOf(as(carla), first.id)).toBeNull();
    unwrap(await withdrawDifferent(as(carla), pairs));
    expect(referencesOf(await listClusters(as(carla)))).toHaveLength(1);
    expect(await findClusterOf(as(carla), first.id)).not.toBeNull();
  });

  it("stay while they are solved, for fourteen days, and go when they are closed", async () => {
    const [first, second, third] = tickets as [OpenedTicket, OpenedTicket, OpenedTicket];
    unwrap(await changeStatus(as(carla), { ticketId: first.id, move: "solve" }));
    expect(await findClusterOf(as(carla), first.id)).toMatchObject({ customers: 2 });
    const later = { ...as(carla), now: NOON.add({ hours: 24 * 15 }) };
    expect(await findClusterOf(later, first.id)).toBeNull();
    expect(await findClusterOf(later, second.id)).toMatchObject({ tickets: [{ id: second.id }, { id: third.id }] });
    unwrap(await closeTicket(as(carla), { ticketId: second.id }));
    expect(await findClusterOf(as(carla), second.id)).toBeNull();
  });

  it("of which one customer alone is left with two are no matter that repeats", async () => {
    unwrap(await closeTicket(as(carla), { ticketId: tickets[1]!.id }));
    expect(await listClusters(as(carla))).toEqual([]);
  });
});

describe("of all this customers see nothing", () => {
  it("no view, list, count or suggestion of theirs differs for it", async () => {
    const look = async () =>
      JSON.stringify(await Promise.all([ana, andres, bruno].flatMap((actor, index) => [
        findTicketForCustomer(as(actor), [tickets[0]!, tickets[2]!, tickets[1]!][index]!.reference),
        listCustomerTickets(as(actor), { filter: "all" }),
        countCustomerTickets(as(actor)),
        suggestDuplicates(as(actor), OUTAGE[0]!),
      ])));
    const withLinks = await look();
    unwrap(await markDifferent(as(carla), { ticketId: tickets[0]!.id, candidateTicketIds: [tickets[1]!.id] }));
    const withVerdict = await look();
    await testDb().duplicateLink.deleteMany();
    await testDb().duplicateScan.deleteMany();
    await testDb().duplicateDecision.deleteMany({ where: { isStaff: true } });
    expect([withLinks, withVerdict]).toEqual([await look(), await look()]);
  });
});
