import { browserName } from "@/components/screenshot/browser-name";
import { pageBefore } from "@/components/screenshot/environment-facts";
import { environmentField } from "@/lib/tickets/environment-field";
import { barePage } from "@/lib/tickets/page-address";

describe("the page's address", () => {
  it.each([
    ["https://tienda.example/pago?token=abc#fin", "https://tienda.example/pago"],
    ["https://ana:clave@tienda.example:8443/a/b/", "https://tienda.example:8443/a/b/"],
    ["tienda.example/pago?session=1", "tienda.example/pago"],
    ["  la página de inicio  ", "la página de inicio"],
    ["", ""],
  ])("of %s is written down as %s", (typed, bare) => {
    expect(barePage(typed)).toBe(bare);
  });

  it("is the one that led here, if it is somebody else's or one that everybody may read", () => {
    const desk = "https://mesa.example";
    expect(pageBefore("https://tienda.example/pago?token=1", desk)).toBe("https://tienda.example/pago");
    expect(pageBefore("https://mesa.example/kb/articles/rebotes", desk)).toBe("https://mesa.example/kb/articles/rebotes");
    expect(pageBefore("https://mesa.example/set-password/s3creto", desk)).toBe("");
    expect(pageBefore("https://mesa.example/portal/tickets/IMP-AAAA-AAAA", desk)).toBe("");
    expect(pageBefore("", desk)).toBe("");
  });
});

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0", "Edge 141 · Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0", "Firefox 142 · Linux"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1", "Safari 18.6 · iPhone"],
  ["Mozilla/5.0 (Linux; Android 16; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "Samsung Internet 28 · Android"],
  ["curl/8.5", "curl/8.5"],
])("names the browser of %s", (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});

describe("what is sent", () => {
  const told = { page: "https://a.example/x?k=1", browser: "Firefox 142 · Linux", screenWidth: 1920, screenHeight: 1080, windowWidth: 1200, windowHeight: 800, timeZone: "America/Mexico_City", at: "2026-11-24T19:40:00.000Z" };

  it("is read with the address bare, and is nothing when the box was not ticked", () => {
    expect(environmentField.parse(JSON.stringify(told))).toEqual({ ...told, page: "https://a.example/x" });
    expect(environmentField.parse(undefined)).toBeUndefined();
    expect(environmentField.parse("")).toBeUndefined();
  });

  it.each([
    ["no JSON", "x{"],
    ["a field more", JSON.stringify({ ...told, cookie: "a=1" })],
    ["a size that is none", JSON.stringify({ ...told, screenWidth: 1e9 })],
    ["a zone that is none", JSON.stringify({ ...told, timeZone: "Mars/Olympus" })],
    ["an instant that is none", JSON.stringify({ ...told, at: "ayer" })],
    ["what the database cannot hold", JSON.stringify({ ...told, browser: "a\0b" })],
  ])("is refused with %s", (_what, text) => {
    expect(environmentField.safeParse(text).error?.issues[0]?.message).toBe("field.unreadable");
  });
});
