import { decrypt, encrypt } from "@/lib/secrets/cipher";

const OLD = { current: "vieja-K7d2mQ9xVb4nTz1LhR8sWc3-0001", previous: [] };
const NEW = { current: "nueva-K7d2mQ9xVb4nTz1LhR8sWc3-0002", previous: [OLD.current] };
const BOUND = ["ticket", "valor"];

describe("what is encrypted", () => {
  it("opens again, and looks different each time", () => {
    const [one, two] = [encrypt("Ñandú 🔒", BOUND, OLD), encrypt("Ñandú 🔒", BOUND, OLD)];
    expect(decrypt(one, BOUND, OLD)).toEqual({ ok: true, data: "Ñandú 🔒" });
    expect(one.cipher.equals(two.cipher)).toBe(false);
    expect(one.cipher.toString("utf8")).not.toContain("and");
  });

  it("is damaged by any flipped bit, wherever it stands", () => {
    const { keyId, cipher } = encrypt("secreto", BOUND, OLD);
    for (let at = 0; at < cipher.length; at += 1) {
      const changed = Buffer.from(cipher);
      changed[at]! ^= 1;
      expect(decrypt({ keyId, cipher: changed }, BOUND, OLD)).toMatchObject({ ok: false, code: "SEALED_DAMAGED" });
    }
    expect(decrypt({ keyId, cipher: cipher.subarray(0, 20) }, BOUND, OLD)).toMatchObject({ ok: false, code: "SEALED_DAMAGED" });
  });

  it("opens nowhere else than where it belongs", () => {
    const sealed = encrypt("secreto", BOUND, OLD);
    for (const bound of [["ticket", "otro"], ["otro", "valor"], ["ticketvalor", ""], ["ticket"], ["valor", "ticket"]]) {
      expect(decrypt(sealed, bound, OLD)).toMatchObject({ ok: false, code: "SEALED_DAMAGED" });
    }
  });

  it("opens under a former secret while that is named, and says clearly when it is not", () => {
    const sealed = encrypt("secreto", BOUND, OLD);
    expect(decrypt(sealed, BOUND, NEW)).toEqual({ ok: true, data: "secreto" });
    expect(decrypt(sealed, BOUND, { ...NEW, previous: [] })).toEqual({ ok: false, code: "SEALED_KEY_UNKNOWN" });
    expect(encrypt("secreto", BOUND, NEW).keyId).not.toBe(sealed.keyId);
  });
});
