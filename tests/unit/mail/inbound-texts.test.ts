import { messageIdsIn, ownKeysIn } from "@/lib/mail/inbound/message-ids";
import { ownWords, TEXT_MAX } from "@/lib/mail/inbound/own-words";
import { readMessage } from "@/lib/mail/inbound/read-message";

const own = (text: string, subject = "Re: Algo") => ownWords(text, { subject });

describe("what somebody typed", () => {
  it.each([
    ["Gmail, on two lines", "Sigue igual.\n\nEl lun, 23 nov 2026 a las 10:15, Mesa (<soporte@impulsa.example>)\nescribió:\n\n> Hola\n> Adiós\n", "Sigue igual."],
    ["Gmail in English", "Still.\n\nOn Mon, Nov 23, 2026 at 10:15 AM Desk <desk@impulsa.example> wrote:\n> Hi", "Still."],
    ["Apple Mail", "Sí.\n\n> El 23 nov 2026, a la(s) 10:15, Mesa escribió:\n", "Sí.\n\n> El 23 nov 2026, a la(s) 10:15, Mesa escribió:"],
    ["Outlook's head", "Sí.\n\nDe: Mesa <a@b.example>\nEnviado el: lunes\nPara: Ana\nAsunto: RE: x\n\nHola", "Sí."],
    ["Outlook's head in English, under a rule", "Yes.\n________________________________\nFrom: Desk\nSent: Monday\nTo: Ana\nSubject: x\n\nHello", "Yes."],
    ["the original message", "Va.\n\n-----Mensaje original-----\nDe: Mesa\n", "Va."],
    ["answers between the lines", "On 23/11/2026, Desk wrote:\n> Since when?\nYesterday.\n> Where?\nHere.", "Yesterday.\nHere."],
    ["a history that nothing marks", "Ya.\n\nEl lun, 23 nov 2026 a las 10:15, Mesa escribió:\n\nHola, Ana:\nCarla respondió.", "Ya."],
    ["a signature", "Hola\n\n-- \nAna Torres\nAcme", "Hola"],
    ["a telephone's signature", "Hola\n\nEnviado desde mi iPhone", "Hola"],
    ["an advertisement of the program", "Hola\n\nObtener Outlook para Android", "Hola"],
    ["nothing but a history", "El lun, 23 nov 2026, Mesa escribió:\n> Hola", "El lun, 23 nov 2026, Mesa escribió:\n> Hola"],
    ["commands with a mark in front", "Escribo esto:\n> ping 8.8.8.8\ny nada.", "Escribo esto:\n> ping 8.8.8.8\ny nada."],
    ["a list with dashes", "Necesito:\n- uno\n-- dos", "Necesito:\n- uno\n-- dos"],
    ["a sentence that begins so", "El lunes nadie escribió: qué raro.\nMañana sí.", "El lunes nadie escribió: qué raro.\nMañana sí."],
    ["a sentence with a colon after De", "De: lunes a viernes abrimos.\nGracias", "De: lunes a viernes abrimos.\nGracias"],
  ])("%s", (_name, text, expected) => expect(own(text)).toBe(expected));

  it("stays whole where it was forwarded", () => {
    const text = "¿Es suyo?\n\nDe: Registro <a@b.example>\nEnviado: lunes\nPara: Ana\nAsunto: Aviso\n\nSu dominio vence.";
    expect(own(text, "RV: Aviso")).toBe(text);
  });

  it("has one kind of line end, no hole wider than a line, and nothing that cannot be seen", () => {
    expect(own("a\r\nb\rc\u0000\u202e\u200b\u00a0d  \n\n\n\n\ne\u0007")).toBe("a\nb\nc d\n\ne");
  });

  it("is no longer than a draft may be, and breaks no letter", () => {
    expect(own("x".repeat(TEXT_MAX + 5))).toHaveLength(TEXT_MAX);
    expect(own(`x${"🦤".repeat(TEXT_MAX)}`).isWellFormed()).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(own("ñ€\n\"".repeat(TEXT_MAX))))).toBeLessThan(200_000);
  });

  it("is found soon, however it was made to be looked for", () => {
    const began = performance.now();
    for (const text of ["El ".repeat(100_000), "On x\n".repeat(60_000), ">".repeat(300_000), `De: x\n${"Para: y\n".repeat(40_000)}`, "_".repeat(300_000), "\n".repeat(300_000), "-- ".repeat(100_000)]) own(text);
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});

describe("ids of messages", () => {
  it("are those that can stand in a header, nearest last, and not more than twenty", () => {
    expect(messageIdsIn("<a@b> x <c d@e> <f@g>\r\n<h@i")).toEqual(["<a@b>", "<f@g>"]);
    expect(messageIdsIn(Array.from({ length: 50 }, (_, at) => `<${at}@x>`).join(" "))).toHaveLength(20);
    expect(messageIdsIn("<á@b.example>")).toEqual([]);
  });

  it("tell which of them the desk made", () => {
    expect(ownKeysIn(["<ticket-1@Desk.example>", "<x@desk.example.evil.example>", "<y@desk.example>"], "desk.example")).toEqual(["ticket-1", "y"]);
  });
});

describe("the bytes of a message", () => {
  const read = (text: string, encoding: BufferEncoding = "utf8") => readMessage(Buffer.from(text, encoding));

  it("give one line of a subject, whatever is encoded in it", async () => {
    const facts = await read("From: a@b.example\r\nSubject: =?UTF-8?B?SG9sYQ0KQmNjOiBldmFAZXZpbC5leGFtcGxl?=\r\n\r\n");
    expect(facts?.subject).toBe("Hola Bcc: eva@evil.example");
  });

  it("are read in the letters that they were written in", async () => {
    const latin = await read("From: a@b.example\r\nSubject: =?iso-8859-1?Q?Contrase=F1a?=\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\nse\xf1al \x80", "latin1");
    expect([latin?.subject, latin?.text]).toEqual(["Contraseña", "señal €"]);
    const bare = await read("From: Ñandú <a@b.example>\r\nSubject: Señal 🦤\r\n\r\nñ");
    expect(bare?.subject).toBe("Señal 🦤");
  });

  it("give the words of HTML, and none of its scripts, styles or tags", async () => {
    const facts = await read("From: a@b.example\r\nContent-Type: text/html\r\n\r\n<style>p{}</style><script>alert(1)</script><p>Uno &amp; dos</p><p>Tres<br>cuatro</p>");
    expect(facts?.text).toMatch(/^Uno & dos\n+Tres\ncuatro$/);
  });

  it("name every reader, also the last of hundreds", async () => {
    const many = Array.from({ length: 400 }, (_, at) => `Persona ${at} <p${at}@acme.example>`).join(",\r\n ");
    const facts = await read(`From: a@b.example\r\nTo: ${many},\r\n soporte@impulsa.example\r\n\r\n`);
    expect(facts?.readers).toHaveLength(401);
    expect(facts?.readers.at(-1)).toBe("soporte@impulsa.example");
  });

  it("of a message inside of it are no words of its own", async () => {
    const facts = await read('From: a@b.example\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\nMire\r\n--m\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nAjeno\r\n--m--');
    expect(facts?.text).toBe("Mire");
    expect(facts?.parts).toEqual([{ kind: "message/rfc822", method: null }]);
  });

  it.each([
    ["nothing", ""],
    ["no head", "just words\r\nand more"],
    ["JSON", '{"from":"ana"}'],
    ["zeros", "\0".repeat(5_000)],
    ["parts in parts without end", `From: a@b.example\r\n${Array.from({ length: 60 }, (_, at) => `Content-Type: multipart/mixed; boundary=a${at}\r\n\r\n--a${at}\r\n`).join("")}`],
    ["a head without end", `From: a@b.example\r\nX: ${"x".repeat(600_000)}\r\n\r\n`],
  ])("are no message: %s", async (_name, text) => expect(await read(text)).toBeNull());

  it("of ten megabytes are read in a few seconds", async () => {
    const began = performance.now();
    const facts = await read(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${"<div><a href=x>".repeat(650_000)}`);
    expect(facts?.text.length).toBeLessThanOrEqual(TEXT_MAX);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
