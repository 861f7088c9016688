import { cleanText, foldText, plainText } from "@/lib/search/text";

describe("cleanText", () => {
  it("composes, and takes out what no text needs", () => {
    expect(cleanText("contrasen\u0303a")).toBe("contraseña");
    expect(cleanText("a\u0000b")).toBe("a b");
    expect(cleanText("a\uD800b")).toBe("a b");
    expect(cleanText("zero\u200Bwidth")).toBe("zero width");
    expect(cleanText("dos\nlíneas")).toBe("dos\nlíneas");
  });

  it("reads no more than it is told to and cuts no character in half", () => {
    expect(cleanText("abc", 2)).toBe("ab");
    expect(cleanText("a🙂", 2).isWellFormed()).toBe(true);
  });

  it("cuts a run of combining marks", () => {
    expect(cleanText(`a${"\u0316\u0301".repeat(5_000)}`).length).toBeLessThan(20);
  });
});

describe("foldText", () => {
  it("takes accents off, ñ's too", () => {
    expect(foldText("¿Dónde está mi CONTRASEÑA? Pingüino")).toBe("¿donde esta mi contrasena? pinguino");
  });

  it("spells letters that have no plain form", () => {
    expect(foldText("Straße Ærø ﬁn")).toBe("strasse aero fin");
  });
});

describe("plainText", () => {
  it("leaves the words of Markdown", () => {
    expect(plainText("## Paso 1\n- Abra **cPanel** en [su panel](https://panel.acme.example/x)\n> y `listo`")).toBe("Paso 1\nAbra cPanel en su panel\ny listo");
  });
});
