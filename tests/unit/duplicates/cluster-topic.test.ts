import { clusterTitle } from "@/app/agent/clusters/cluster-title";
import { topicOf } from "@/lib/duplicates/cluster-topic";
import { linkOf, type LinkReason } from "@/lib/duplicates/links";

const link = (...reasons: LinkReason[]) => ({ reasons });
const words = (...list: string[]): LinkReason => ({ kind: "terms", words: list });

describe("what a cluster is about", () => {
  it("is what stands in half of its links: names first, then words, the most shared first", () => {
    const topic = topicOf([
      link({ kind: "identifier", value: "mail3.impera.example" }, words("rebotan", "correos", "impera")),
      link({ kind: "identifier", value: "mail3.impera.example" }, { kind: "code", value: "550" }, words("correos", "clientes")),
      link(words("correos", "rebotan", "urgente", "impera")),
    ]);
    expect(topic).toEqual({ names: ["mail3.impera.example"], words: ["correos", "rebotan"] });
  });

  it("says a word once, in whatever number it stands, and does not depend on the order of the links", () => {
    const links = [link(words("correos", "servidor")), link(words("correo", "servidores"))];
    expect(topicOf(links)).toEqual({ names: [], words: ["correo", "servidor"] });
    // Of equally shared ones the heavier word, which the reasons name first, comes first.
    expect(topicOf([link(words("timbrado", "clientes"))]).words).toEqual(["timbrado", "clientes"]);
    expect(topicOf(links.toReversed())).toEqual(topicOf(links));
  });

  it("is nothing where the links share nothing", () => {
    expect(topicOf([])).toEqual({ names: [], words: [] });
    expect(topicOf([link(words("uno")), link(words("dos")), link(words("tres"))])).toEqual({ names: [], words: [] });
  });

  it("becomes a heading, and the subject to read first where there are no words for it", () => {
    const tickets = [{ reference: "IMP-AAAA-AAAA", subject: "No salen correos" }, { reference: "IMP-BBBB-BBBB", subject: "Timbrado en Softlik: no sale el CFDI" }] as never;
    const title = (names: string[], list: string[]) => clusterTitle({ topic: { names, words: list }, tickets, centre: "IMP-AAAA-AAAA" });
    expect(title(["mail3.impera.example", "550"], ["correos", "rebotan"])).toBe("mail3.impera.example, 550: correos, rebotan");
    expect(title([], ["correos", "rebotan"])).toBe("Correos, rebotan");
    expect(title(["mail3.impera.example"], [])).toBe("mail3.impera.example");
    expect(title([], ["timbrado", "softlik", "cfdi"])).toBe("Timbrado, Softlik, CFDI");
    expect(title([], [])).toBe("No salen correos");
  });
});

describe("a link", () => {
  it("names the pair in one order and keeps of the reasons what stays true of both", () => {
    const candidate = {
      ticketId: "a",
      score: 0.6128,
      reasons: [
        { kind: "code" as const, value: "550" },
        { kind: "sentence" as const, draft: "Rebota todo.", ticket: "Todo rebota." },
        { kind: "opened-ago" as const, minutes: 5 },
      ],
    };
    expect(linkOf("b", candidate)).toEqual({ lower: "a", higher: "b", scoreMilli: 613, reasons: [{ kind: "code", value: "550" }] });
    expect(linkOf("a", { ...candidate, ticketId: "b" })).toEqual(linkOf("b", candidate));
  });
});
