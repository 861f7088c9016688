import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { placeOfFile } from "@/tests/architecture/support/rings";
import { placeOf, readSources, ROOT } from "@/tests/architecture/support/sources";

/**
 * Each table has one part of the product that writes it: the one that its file in prisma/models is named after, except these.
 * A cascade or a rate limiter's own statements are not seen here.
 */
const OWNERS: Record<string, string> = {
  User: "auth",
  RateLimit: "auth",
  UserSession: "auth",
  UserIdentity: "auth",
  SecurityEvent: "auth",
};

const models = readModels();
const sources = readSources("lib", "app", "components");

describe("tables", () => {
  it("are written by one part of the product each", () => {
    const writes = findWrites();
    expect(writes.length).toBeGreaterThan(25);
    const offences = writes.filter(({ model, by }) => ownerOf(model) !== by).map(({ model, by, place }) => `${place}: ${by} writes ${model}, which ${ownerOf(model)} owns`);
    expect(offences).toEqual([]);
  });

  it("are written through the kinds of statement that this test reads", () => {
    const written = new Set(findWrites().map((write) => write.model));
    for (const model of ["Ticket", "TicketMessage", "TicketNote", "TicketEvent", "TicketSlaTarget", "SlaClockEvent", "SearchDocument", "Article", "User"]) {
      expect(written).toContain(model);
    }
  });

  it("of history are only added to", () => {
    const HISTORY = ["TicketEvent", "TicketReceipt", "SlaClockEvent", "CalendarVersion", "SlaPolicyVersion", "RateCardVersion", "RateCardItem", "LedgerEntry", "QuoteDecision", "TimeEntry", "WorkClosing", "CustomerEvent", "ConductMark", "ConductWarning", "ConductEvent", "ConductSettings", "Maintenance", "NoticeEvent", "ConversationMessage", "ConversationHandOver", "SecurityEvent"];
    expect(findWrites().filter(({ model, verb }) => HISTORY.includes(model) && !/^(create|INSERT)/.test(verb))).toEqual([]);
  });
});

type Write = { model: string; by: string; verb: string; place: string };

const PRISMA_WRITE = /\b(?:tx|db|database\(\))\.(\w+)\.(create\w*|update\w*|upsert|delete\w*)\s*\(/g;
const SQL_WRITE = /\b(INSERT INTO|UPDATE|DELETE FROM|TRUNCATE)\s+(?:ONLY\s+)?"?([a-z_]+)"?(?=[\s(])/g;

function findWrites(): Write[] {
  return sources.flatMap((source): Write[] => {
    const place = placeOfFile(source.path);
    const by = "name" in place ? place.name : place.part;
    const prisma = [...source.bare.matchAll(PRISMA_WRITE)].map((match): Write => ({ model: capital(match[1]!), by, verb: match[2]!, place: placeOf(source, match.index) }));
    const sql = [...source.code.matchAll(SQL_WRITE)].flatMap((match): Write[] => {
      const model = [...models].find(([, { table }]) => table === match[2]);
      return model ? [{ model: model[0], by, verb: match[1]!, place: placeOf(source, match.index) }] : [];
    });
    return [...prisma, ...sql];
  });
}

function ownerOf(model: string): string {
  return OWNERS[model] ?? models.get(model)?.domain ?? "nobody";
}

function readModels(): Map<string, { domain: string; table: string }> {
  const directory = join(ROOT, "prisma/models");
  const found = readdirSync(directory).flatMap((file) => {
    const text = readFileSync(join(directory, file), "utf8");
    return [...text.matchAll(/^model (\w+) \{[\s\S]*?@@map\("(\w+)"\)[\s\S]*?^\}/gm)].map(([, name = "", table = ""]) => [name, { domain: basename(file, ".prisma"), table }] as const);
  });
  return new Map(found);
}

function capital(name: string): string {
  return `${name[0]!.toUpperCase()}${name.slice(1)}`;
}
