import { contentDisposition, NAME_MAX, safeFileName, uniqueNames, withEnding } from "@/lib/attachments/file-names";

describe("a file's name", () => {
  it.each([
    ["captura de ayer.png", "captura de ayer.png"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\Ana\\foto.jpg", "foto.jpg"],
    ["factura\u202Efdp.exe", "factura fdp.exe"],
    ["a\r\nSet-Cookie: x.txt", "a Set-Cookie x.txt"],
    ["con.txt", "_con.txt"],
    ["...", "file"],
    ["", "file"],
    [" .oculto.txt ", "oculto.txt"],
    ["an\u0303o.txt", "año.txt"],
    ["a\ud800b.txt", "a\ufffdb.txt"],
  ])("%j is kept as %j", (given, kept) => {
    expect(safeFileName(given)).toBe(kept);
  });

  it("is shortened with its ending kept, and never in the middle of a character", () => {
    const long = safeFileName(`${"😀".repeat(200)}.docx`);
    expect([long.length <= NAME_MAX, long.endsWith(".docx"), long.isWellFormed()]).toEqual([true, true, true]);
    expect(safeFileName("a".repeat(500))).toHaveLength(NAME_MAX);
  });

  it("gets another ending when the picture does", () => {
    expect(["IMG_1.HEIC", "a.b.heic", "foto"].map((name) => withEnding(name, "jpg"))).toEqual(["IMG_1.jpg", "a.b.jpg", "foto.jpg"]);
  });

  it("meets no other one in a folder, whatever case that keeps", () => {
    expect(uniqueNames(["a.txt", "A.txt", "a.txt", "a (2).txt", "b"])).toEqual(["a.txt", "A (2).txt", "a (3).txt", "a (2) (2).txt", "b"]);
  });

  it("stands in a header twice, so that old readers and new ones have it, and nothing breaks out of it", () => {
    expect(contentDisposition("attachment", "póliza «2026» 100%.pdf")).toBe("attachment; filename=\"poliza _2026_ 100_.pdf\"; filename*=UTF-8''p%C3%B3liza%20%C2%AB2026%C2%BB%20100%25.pdf");
    expect(contentDisposition("inline", 'a"; x="(1)\'.png')).toBe("inline; filename=\"a_; x=_(1)'.png\"; filename*=UTF-8''a%22%3B%20x%3D%22%281%29%27.png");
  });
});
