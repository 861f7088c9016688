import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS, OWNERS, readTable, type Cell } from "@/tests/integration/matrix/support/table";
import { TICKET_OPERATIONS, type Operation } from "@/tests/integration/matrix/support/ticket-operations";
import { makeWorld } from "@/tests/integration/matrix/support/world";
import { ana, andres, bruno, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

/**
 * Who may do what with whose ticket. Ana manages Acme, Andrés is a member of it, Bruno manages Globex; Sergio of Acme is suspended.
 *   gate   no actor is minted, so nothing can be called            type   does not compile with this actor
 *   sees, none   what a query shows; none is as if it did not exist  ok, CODE   what a command answers
 *   own    another one, the actor's own, was written; the owner's was not touched
 * Commands of the desk refuse a customer's actor at run time too, so their codes stand here instead of "type".
 */
const TABLE = `
                       of     | nobody bruno           andres          ana             sergio carla diego
listCustomerTickets    ana    | gate   none            none            sees            gate   type  type
                       andres | gate   none            sees            sees            gate   type  type
                       bruno  | gate   sees            none            none            gate   type  type
listCustomerTickets(search) ana | gate none            none            sees            gate   type  type
                       andres | gate   none            sees            sees            gate   type  type
                       bruno  | gate   sees            none            none            gate   type  type
countCustomerTickets   ana    | gate   none            none            sees            gate   type  type
                       andres | gate   none            sees            sees            gate   type  type
                       bruno  | gate   sees            none            none            gate   type  type
findTicketForCustomer  ana    | gate   none            none            sees            gate   type  type
                       andres | gate   none            sees            sees            gate   type  type
                       bruno  | gate   sees            none            none            gate   type  type
getNewTicketOptions    ana    | gate   none            sees            sees            gate   type  type
                       andres | gate   none            sees            sees            gate   type  type
                       bruno  | gate   sees            none            none            gate   type  type
suggestDuplicates      ana    | gate   none            none            sees            gate   type  type
                       andres | gate   none            sees            sees            gate   type  type
                       bruno  | gate   sees            none            none            gate   type  type
openTicket             ana    | gate   UNKNOWN_PRODUCT ok              ok              gate   type  type
                       andres | gate   UNKNOWN_PRODUCT ok              ok              gate   type  type
                       bruno  | gate   ok              UNKNOWN_PRODUCT UNKNOWN_PRODUCT gate   type  type
openTickets            ana    | gate   UNKNOWN_PRODUCT ok              ok              gate   type  type
                       andres | gate   UNKNOWN_PRODUCT ok              ok              gate   type  type
                       bruno  | gate   ok              UNKNOWN_PRODUCT UNKNOWN_PRODUCT gate   type  type
addToTicket            ana    | gate   NOT_FOUND       NOT_FOUND       ok              gate   type  type
                       andres | gate   NOT_FOUND       ok              ok              gate   type  type
                       bruno  | gate   ok              NOT_FOUND       NOT_FOUND       gate   type  type
replyToTicket          ana    | gate   NOT_FOUND       NOT_FOUND       ok              gate   type  type
                       andres | gate   NOT_FOUND       ok              ok              gate   type  type
                       bruno  | gate   ok              NOT_FOUND       NOT_FOUND       gate   type  type
recordOpenedDuplicate  ana    | gate   NOT_FOUND       NOT_FOUND       ok              gate   type  type
                       andres | gate   NOT_FOUND       ok              ok              gate   type  type
                       bruno  | gate   ok              NOT_FOUND       NOT_FOUND       gate   type  type
recordShownArticles    ana    | gate   own             own             ok              gate   type  type
                       andres | gate   own             ok              own             gate   type  type
                       bruno  | gate   ok              own             own             gate   type  type
recordOpenedArticle    ana    | gate   own             own             ok              gate   type  type
                       andres | gate   own             ok              own             gate   type  type
                       bruno  | gate   ok              own             own             gate   type  type

findReceipt            ana    | gate   none            none            sees            gate   sees  sees
                       andres | gate   none            sees            sees            gate   sees  sees
                       bruno  | gate   sees            none            none            gate   sees  sees
checkReceipt           ana    | gate   none            none            none            gate   none  none
                       andres | gate   none            none            none            gate   none  none
                       bruno  | gate   none            none            none            gate   none  none
listSentWith           ana    | gate   none            none            sees            gate   sees  sees
                       andres | gate   none            sees            sees            gate   sees  sees
                       bruno  | gate   sees            none            none            gate   sees  sees
findKeptDraft          ana    | gate   none            none            sees            gate   none  none
                       andres | gate   none            sees            none            gate   none  none
                       bruno  | gate   sees            none            none            gate   none  none
checkDraft             ana    | gate   OTHER_PERSON    OTHER_PERSON    sees            gate   OTHER_PERSON OTHER_PERSON
                       andres | gate   OTHER_PERSON    sees            OTHER_PERSON    gate   OTHER_PERSON OTHER_PERSON
                       bruno  | gate   sees            OTHER_PERSON    OTHER_PERSON    gate   OTHER_PERSON OTHER_PERSON
listUnsentDrafts       ana    | gate   none            none            sees            gate   type  type
                       andres | gate   none            sees            none            gate   type  type
                       bruno  | gate   sees            none            none            gate   type  type
saveDraft              ana    | gate   own             own             ok              gate   own   own
                       andres | gate   own             ok              own             gate   own   own
                       bruno  | gate   ok              own             own             gate   own   own
discardDraft           ana    | gate   own             own             ok              gate   own   own
                       andres | gate   own             ok              own             gate   own   own
                       bruno  | gate   ok              own             own             gate   own   own
closeTicket            ana    | gate   NOT_FOUND       NOT_FOUND       ok              gate   ok    ok
                       andres | gate   NOT_FOUND       ok              ok              gate   ok    ok
                       bruno  | gate   ok              NOT_FOUND       NOT_FOUND       gate   ok    ok
reopenTicket           ana    | gate   NOT_FOUND       NOT_FOUND       ok              gate   ok    ok
                       andres | gate   NOT_FOUND       ok              ok              gate   ok    ok
                       bruno  | gate   ok              NOT_FOUND       NOT_FOUND       gate   ok    ok
markTicketRead         ana    | gate   NOT_FOUND       NOT_FOUND       ok              gate   ok    ok
                       andres | gate   NOT_FOUND       ok              ok              gate   ok    ok
                       bruno  | gate   ok              NOT_FOUND       NOT_FOUND       gate   ok    ok

listQueue              ana    | gate   type            type            type            gate   sees  sees
                       andres | gate   type            type            type            gate   sees  sees
                       bruno  | gate   type            type            type            gate   sees  sees
countQueues            ana    | gate   type            type            type            gate   sees  sees
                       andres | gate   type            type            type            gate   sees  sees
                       bruno  | gate   type            type            type            gate   sees  sees
searchTicketList       ana    | gate   type            type            type            gate   sees  sees
                       andres | gate   type            type            type            gate   sees  sees
                       bruno  | gate   type            type            type            gate   sees  sees
findTicketForStaff     ana    | gate   type            type            type            gate   sees  sees
                       andres | gate   type            type            type            gate   sees  sees
                       bruno  | gate   type            type            type            gate   sees  sees
similarTickets         ana    | gate   type            type            type            gate   sees  sees
                       andres | gate   type            type            type            gate   sees  sees
                       bruno  | gate   type            type            type            gate   sees  sees
listDealings           ana    | gate   type            type            type            gate   sees  sees
                       andres | gate   type            type            type            gate   sees  sees
                       bruno  | gate   type            type            type            gate   sees  sees
listClusters           ana    | gate   type            type            type            gate   sees  sees
                       andres | gate   type            type            type            gate   sees  sees
                       bruno  | gate   type            type            type            gate   sees  sees
findClusterOf          ana    | gate   type            type            type            gate   sees  sees
                       andres | gate   type            type            type            gate   sees  sees
                       bruno  | gate   type            type            type            gate   sees  sees
listAssignees          ana    | gate   type            type            type            gate   sees  sees
                       andres | gate   type            type            type            gate   sees  sees
                       bruno  | gate   type            type            type            gate   sees  sees
listDepartments        ana    | gate   type            type            type            gate   sees  sees
                       andres | gate   type            type            type            gate   sees  sees
                       bruno  | gate   type            type            type            gate   sees  sees

staffReply             ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
addNote                ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
writeArticleFromTicket ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
lookAtTicket           ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
assignTicket           ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
changeDepartment       ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
changePriority         ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
changeStatus           ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
snoozeTicket           ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
wakeTicket             ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
changeService          ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
mergeTicket            ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
markDifferent          ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
withdrawDifferent      ana    | gate   NOT_FOUND       NOT_FOUND       FORBIDDEN       gate   ok    ok
                       andres | gate   NOT_FOUND       FORBIDDEN       FORBIDDEN       gate   ok    ok
                       bruno  | gate   FORBIDDEN       NOT_FOUND       NOT_FOUND       gate   ok    ok
readSealedValue        ana    | gate   SEALED_NOT_FOUND SEALED_NOT_FOUND SEALED_NOT_FOUND gate ok    ok
                       andres | gate   SEALED_NOT_FOUND SEALED_NOT_FOUND SEALED_NOT_FOUND gate ok    ok
                       bruno  | gate   SEALED_NOT_FOUND SEALED_NOT_FOUND SEALED_NOT_FOUND gate ok    ok
listDepartmentSettings ana    | gate   none            none            none            gate   none  sees
                       andres | gate   none            none            none            gate   none  sees
                       bruno  | gate   none            none            none            gate   none  sees
editDepartment         ana    | gate   FORBIDDEN       FORBIDDEN       FORBIDDEN       gate   FORBIDDEN ok
                       andres | gate   FORBIDDEN       FORBIDDEN       FORBIDDEN       gate   FORBIDDEN ok
                       bruno  | gate   FORBIDDEN       FORBIDDEN       FORBIDDEN       gate   FORBIDDEN ok
exportDecisions        ana    | gate   FORBIDDEN       FORBIDDEN       FORBIDDEN       gate   FORBIDDEN sees
                       andres | gate   FORBIDDEN       FORBIDDEN       FORBIDDEN       gate   FORBIDDEN sees
                       bruno  | gate   FORBIDDEN       FORBIDDEN       FORBIDDEN       gate   FORBIDDEN sees
`;

const CELLS = readTable(TABLE.replace(/^\s+of .*\n/m, ""));
const OWNER_OF = { ana, andres, bruno };

/** Taken apart from a request only by the operations above, which look for themselves. */
const PARTS_OF_OPERATIONS: Record<string, string> = {
  findDuplicatesFor: "what openTicket, suggestDuplicates, addToTicket and similarTickets look with",
  scoresFor: "the same, for what addToTicket, recordOpenedDuplicate, markDifferent and mergeTicket keep as evidence",
  reviewDuplicates: "what openTicket and openTickets ask before they write",
  reviewForm: "what each command that writes a message begins with, about what its writer sends",
  findSecretsInUploads: "the same for its files, the writer's own: tests/integration/secrets/files.test.ts",
  markMessage: "conduct's: tests/integration/matrix/conduct.test.ts",
  reportMessage: "the same",
  warnAuthor: "the same",
  readJudged: "what exportDecisions makes its labels of",
};

describe("the visibility of tickets", () => {
  it.each([...new Set(CELLS.map((cell) => cell.operation))])("%s", async (name) => {
    const operation = TICKET_OPERATIONS[name]!;
    const wrong: string[] = [];
    for (const cell of CELLS.filter((each) => each.operation === name)) {
      const outcome = await outcomeOf(operation, cell);
      if (outcome !== cell.expected) wrong.push(`${cell.actor} on ${cell.owner}'s: ${outcome} instead of ${cell.expected}`);
    }
    expect(wrong).toEqual([]);
  }, 30_000);

  it("is asked of 52 operations for 3 owners and 7 actors: 1092 cells", () => {
    expect(Object.keys(TICKET_OPERATIONS)).toHaveLength(52);
    expect(CELLS).toHaveLength(1092);
    expect(new Set(CELLS.map(({ operation, owner, actor }) => `${operation} ${owner} ${actor}`)).size).toBe(Object.keys(TICKET_OPERATIONS).length * OWNERS.length * ACTORS.length);
  });

  it("is asked of every query and command there is", () => {
    const asked = new Set(CELLS.map((cell) => cell.operation.replace(/\(.*\)/, "")));
    const parts = Object.keys(PARTS_OF_OPERATIONS);
    expect([...asked, ...parts].sort()).toEqual([...exportedOperations("tickets"), ...exportedOperations("drafts")].sort());
  });

  it("leaves the jobs to the system, which nobody can sign in as", () => {
    expect(exportedJobs("tickets").sort()).toEqual(["forgetDraftsJob", "recordBreachJob", "recordWarningJob", "wakeSnoozedJob"]);
  });
});

it("an actor is of one kind, and nothing but the gate makes one: by type", () => {
  // @ts-expect-error: a customer's actor is none of the desk's
  const desk: StaffActor = ana;
  // @ts-expect-error: nor the other way round
  const customer: CustomerActor = carla;
  // @ts-expect-error: and what looks like one is none
  const forged: StaffActor = { kind: "staff", userId: carla.userId, name: "", email: "", role: "admin" };
  expect([desk.kind, customer.kind, forged.kind]).toEqual(["customer", "staff", "staff"]);
});

async function outcomeOf(operation: Operation, { actor: name, owner }: Cell): Promise<string> {
  const claimed = PEOPLE[name];
  const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
  if (!actor) return "gate";
  const isOfType = operation.callableBy === "person" || operation.callableBy === actor.kind;
  if (!isOfType && !operation.refusesCustomersItself) return "type";
  const world = await makeWorld(OWNER_OF[owner], operation.status);
  return operation.run({ db: testDb(), actor: actor as never, now: NOON }, world);
}
