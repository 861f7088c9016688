import { organizationForAddress, readMailDomain } from "@/lib/customers/mail-domains";

const DOMAINS = [{ domain: "acme.mx", organizationId: "acme" }, { domain: "xn--dise-jqa.mx", organizationId: "diseno" }];

describe("whose an address is", () => {
  it.each([
    ["ana@acme.mx", "acme"],
    ["ANA@ACME.MX", "acme"],
    ["\"a@b\"@acme.mx", "acme"],
    ["ana@ventas.acme.mx", null],
    ["ana@noacme.mx", null],
    ["ana@acme.mx.evil.com", null],
    ["ana@gmail.com", null],
    ["@acme.mx", null],
    ["acme.mx", null],
    ["", null],
  ])("%s: %s", (address, expected) => expect(organizationForAddress(address, DOMAINS)).toBe(expected));

  it("is nobody's where the mail is everybody's, whatever the table says", () => {
    expect(organizationForAddress("ana@gmail.com", [{ domain: "gmail.com", organizationId: "acme" }])).toBeNull();
  });
});

describe("a domain as people type it", () => {
  it.each([["acme.mx", "acme.mx"], [" @Acme.MX. ", "acme.mx"], ["ana@acme.mx", "acme.mx"], ["https://www.acme.com.mx/contacto?x=1", "acme.com.mx"], ["dise\u00f1os.mx", "xn--diseos-zwa.mx"]])("%s is %s", (typed, domain) => {
    expect(readMailDomain(typed)).toEqual({ ok: true, domain });
  });
  it.each(["", "acme", "a_b.mx", "-acme.mx", "acme..mx", "127.0.0.1", "acme.mx evil"])("%s is none", (typed) => expect(readMailDomain(typed)).toEqual({ ok: false, code: "DOMAIN_UNREADABLE" }));
});
