import { minutesUntilNextPoll } from "@/lib/inbound/poll-waits";
import { readImapAddress } from "@/lib/mail/inbound/imap-address";

it("the address of a mailbox has its port by its protocol, its folder, and what it is opened with as it was written", () => {
  expect(readImapAddress("imaps://soporte%40acme.example:p%40ss%3A1%2F2@mail.example.com")).toEqual({ host: "mail.example.com", port: 993, isSecure: true, user: "soporte@acme.example", pass: "p@ss:1/2", folder: "INBOX" });
  expect(readImapAddress("imap://u:p@[::1]:1143/Soporte%20nuevo/Hoy")).toEqual({ host: "::1", port: 1143, isSecure: false, user: "u", pass: "p", folder: "Soporte nuevo/Hoy" });
});

it.each(["", "mail.example.com", "https://u:p@mail.example.com", "imaps://mail.example.com", "imaps://u@mail.example.com", "imaps://:p@mail.example.com", "imaps://u:%zz@mail.example.com"])("%j is none", (text) => expect(readImapAddress(text)).toBeNull());

it("a mailbox that cannot be read is left alone longer and longer, and never longer than half an hour", () => {
  expect([1, 2, 3, 4, 5, 6, 100].map(minutesUntilNextPoll)).toEqual([1, 2, 5, 10, 20, 30, 30]);
});
