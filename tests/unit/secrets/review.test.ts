import fc from "fast-check";
import { freeMark, hasMark, placeOfMark } from "@/lib/secrets/marks";
import { hideSecrets } from "@/lib/secrets/hide-secrets";
import { findInTexts, reviewSecrets, viewFindings } from "@/lib/secrets/review";
import { findSecretsInFile } from "@/lib/secrets/scan-file";
import { openTicketSchema, replySchema } from "@/lib/tickets/schema";

const WORD = "🔒 dato sellado";
const BODY = "La contraseña es Ventas2024! y el NIP: 4821";
const prints = findInTexts({ body: BODY }).map(({ fingerprint }) => fingerprint);

describe("a form with secrets", () => {
  it("is refused once, with what was found and the words around it", () => {
    const refused = reviewSecrets({ body: BODY }, {}, WORD);
    expect(refused).toMatchObject({ ok: false, code: "SECRETS_NOT_REVIEWED" });
    expect(viewFindings({ body: BODY }, findInTexts({ body: BODY }))).toMatchObject([
      { field: "body", kind: "password", before: "La contraseña es ", value: "Ventas2024!", after: " y el NIP: 4821" },
      { field: "body", kind: "password", value: "4821" },
    ]);
  });

  it("goes as it was written once the person was told, to the letter", () => {
    expect(reviewSecrets({ body: BODY }, { secretsKept: prints }, WORD)).toEqual({ ok: true, data: { texts: { body: BODY }, sealed: [] } });
  });

  it("is refused again for what was written since", () => {
    expect(reviewSecrets({ body: `${BODY}\npassword: Otra.2025` }, { secretsKept: prints }, WORD)).toMatchObject({ ok: false });
  });

  it("gives up what was ticked, in numbered marks, and keeps the rest", () => {
    expect(reviewSecrets({ subject: "contraseña: Nube.77", body: BODY }, { seal: [...prints, ...findInTexts({ subject: "contraseña: Nube.77" }).map((each) => each.fingerprint)] }, WORD)).toEqual({
      ok: true,
      data: {
        texts: { subject: `contraseña: ${WORD}`, body: `La contraseña es ${WORD} (2) y el NIP: ${WORD} (3)` },
        sealed: [
          { mark: WORD, kind: "password", value: "Nube.77" },
          { mark: `${WORD} (2)`, kind: "password", value: "Ventas2024!" },
          { mark: `${WORD} (3)`, kind: "password", value: "4821" },
        ],
      },
    });
  });

  it("drops what was sealed and then deleted with its mark, and takes one value a mark", () => {
    const sealed = [
      { mark: WORD, kind: "password" as const, value: "uno" },
      { mark: WORD, kind: "password" as const, value: "dos" },
      { mark: `${WORD} (2)`, kind: "password" as const, value: "tres" },
    ];
    expect(reviewSecrets({ body: `Va: ${WORD}` }, { sealed }, WORD)).toMatchObject({ data: { sealed: [{ mark: WORD, value: "uno" }] } });
  });

  it("takes sealed entries as JSON, and says so when one is broken", () => {
    const reply = { ticketId: "00000000-0000-4000-8000-000000000001", submissionKey: "00000000-0000-4000-8000-000000000002", body: "x" };
    expect(replySchema.parse({ ...reply, sealed: [JSON.stringify({ mark: WORD, kind: "card", value: "4111" })] }).sealed).toEqual([{ mark: WORD, kind: "card", value: "4111" }]);
    for (const bad of ["", "{", "null", JSON.stringify({ mark: WORD, kind: "otro", value: "x" }), JSON.stringify({ mark: WORD, kind: "card", value: "" }), JSON.stringify({ mark: WORD, kind: "card", value: "x", extra: 1 })]) {
      expect(replySchema.safeParse({ ...reply, sealed: [bad] }).error?.issues[0]?.message).toBe("field.sealedUnreadable");
    }
    expect(openTicketSchema.shape.sealed.safeParse(Array.from({ length: 21 }, () => JSON.stringify({ mark: WORD, kind: "card", value: "1" }))).success).toBe(false);
  });
});

describe("marks", () => {
  it("are told apart by their numbers", () => {
    expect(hasMark(`a ${WORD} (2) b`, WORD)).toBe(false);
    expect(placeOfMark(`${WORD} (2) y ${WORD}`, WORD)).toBe(`${WORD} (2) y `.length);
    expect(freeMark(WORD, { texts: [`${WORD} (2)`], taken: [WORD] })).toBe(`${WORD} (3)`);
  });

  it("give back any text when what was sealed is put in their place", () => {
    const secret = fc.constantFrom("Ventas2024!", "aB12cd34", "k7.Lima9", "Pq7-ventas");
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }).filter((text) => !text.includes("🔒")), secret, (before, value) => {
        const body = `${before}\ncontraseña: ${value}\nfin`;
        const found = findInTexts({ body });
        const reviewed = reviewSecrets({ body }, { seal: found.map(({ fingerprint }) => fingerprint) }, WORD);
        if (!reviewed.ok) throw new Error("refused");
        let text = reviewed.data.texts.body;
        for (const entry of reviewed.data.sealed) text = text.slice(0, placeOfMark(text, entry.mark)) + entry.value + text.slice(placeOfMark(text, entry.mark) + entry.mark.length);
        expect(text).toBe(body);
        expect(reviewed.data.texts.body).not.toContain(value);
      }),
      { numRuns: 300, seed: 20261125 },
    );
  });
});

it("covers secrets in what is kept beside a message", () => {
  expect(hideSecrets("No abre. contraseña: Nube.77 gracias")).toBe("No abre. contraseña: 🔒 gracias");
});

describe("a text file", () => {
  it("is told by kind and line, never by its content", () => {
    const text = `${"línea de bitácora\n".repeat(3_000)}DB_PASSWORD=k7.Lima\nnada\ntarjeta 4111111111111111\n`;
    expect(findSecretsInFile(text)).toEqual([
      { kind: "env_line", line: 3_001 },
      { kind: "card", line: 3_003 },
    ]);
  });

  it("with nothing in it gives nothing", () => {
    expect(findSecretsInFile("")).toEqual([]);
    expect(findSecretsInFile("todo bien\n".repeat(5_000))).toEqual([]);
  });
});
