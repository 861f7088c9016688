import { likelyAddress } from "@/lib/mail/typing-hint";

describe("what somebody probably meant", () => {
  it.each([
    ["ana@gmial.com", "ana@gmail.com"],
    ["ana@gmail.con", "ana@gmail.com"],
    ["ana@gmail.co", "ana@gmail.com"],
    ["ana@gmai.com", "ana@gmail.com"],
    ["ana@gmailcom", "ana@gmail.com"],
    ["ana@gmail,com", "ana@gmail.com"],
    ["ana@gmail.com.", "ana@gmail.com"],
    ["Ana.Torres+x@GMIAL.com", "Ana.Torres+x@gmail.com"],
    ["ana@hotmial.com", "ana@hotmail.com"],
    ["ana@htmail.com", "ana@hotmail.com"],
    ["ana@hotmail.cmo", "ana@hotmail.com"],
    ["ana@outlok.com", "ana@outlook.com"],
    ["ana@yaho.com.mx", "ana@yahoo.com.mx"],
    ["ana@iclod.com", "ana@icloud.com"],
    ["ana@prodigi.net.mx", "ana@prodigy.net.mx"],
    [" ana@gnail.com ", "ana@gmail.com"],
  ])("%j is asked about: %j", (typed, meant) => {
    expect(likelyAddress(typed)).toBe(meant);
  });

  it.each(["", "ana", "@gmail.com", "ana@", "ana@x", "ana@gmail.com", "ANA@Gmail.Com", "ana@mail.com", "ana@ymail.com", "ana@gmx.com", "ana@live.mx", "ana@acme.mx", "ana@impera.example", "ana@hotel.com", "ana@gmaq.mx", "ana@omega.com", "ana@email.com", "ana torres@gmial.com", `a@${"b".repeat(500)}`])("%j is left alone", (typed) => {
    expect(likelyAddress(typed)).toBeNull();
  });
});
