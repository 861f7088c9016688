import { contentSecurityPolicy, securityHeaders } from "@/lib/http/security-headers";

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(policy.split("; ").map((part) => [part.split(" ")[0]!, part.split(" ").slice(1).join(" ")]));
}

describe("the policy", () => {
  const policy = directives(contentSecurityPolicy({ scriptSources: ["'nonce-abc'", "'strict-dynamic'"], isHttps: true }));

  it("lets nothing through that is not named", () => {
    expect(policy).toMatchObject({ "default-src": "'none'", "object-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'", "form-action": "'self'" });
  });

  it("names the scripts that it was given, and no other", () => {
    expect(policy["script-src"]).toBe("'nonce-abc' 'strict-dynamic'");
  });

  it("has neither unsafe-inline nor unsafe-eval, nor any other site", () => {
    const text = contentSecurityPolicy({ scriptSources: ["'self'"], isHttps: true });
    expect(text).not.toMatch(/unsafe-|https?:|\*/);
    expect(policy["style-src"]).toBe("'self'");
  });

  it("raises requests to https only where the desk is served so", () => {
    expect(policy).toHaveProperty("upgrade-insecure-requests");
    expect(contentSecurityPolicy({ scriptSources: ["'self'"], isHttps: false })).not.toContain("upgrade-insecure-requests");
  });

  it("is loosened for the development server alone", () => {
    const loose = directives(contentSecurityPolicy({ scriptSources: ["'self'"], isHttps: false, isDevelopment: true }));
    expect([loose["script-src"], loose["style-src"]]).toEqual(["'self' 'unsafe-eval'", "'self' 'unsafe-inline'"]);
  });
});

describe("the headers of every answer", () => {
  it("forbid sniffing, framing and telling other sites where one was", () => {
    expect(securityHeaders("http://localhost:3000")).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
    });
  });

  it("hold browsers to https for a year where the desk is served so, and nowhere else", () => {
    expect(securityHeaders("https://soporte.example.com")["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect(securityHeaders("http://localhost:3000")).not.toHaveProperty("strict-transport-security");
  });

  it("do not say what the desk is made with", () => {
    expect(Object.keys(securityHeaders("https://x.example"))).not.toContain("x-powered-by");
  });
});
