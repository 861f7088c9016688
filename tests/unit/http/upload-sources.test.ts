import { contentSecurityPolicy } from "@/lib/http/security-headers";
import { uploadSources } from "@/lib/http/upload-sources";

const token = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64");

describe("where a page may send files", () => {
  it("is this desk alone, unless a token names the service's regions", () => {
    expect(uploadSources(undefined)).toEqual([]);
    expect(uploadSources(token({ apiKey: "sk_1", appId: "a", regions: ["sea1", "fra1"] }))).toEqual(["https://sea1.ingest.uploadthing.com", "https://fra1.ingest.uploadthing.com"]);
    expect(uploadSources("no token")).toEqual([]);
    expect(uploadSources(token({ regions: ["x; script-src *"] }))).toEqual([]);
  });

  it("stands in the policy", () => {
    const policy = (connectSources?: string[]) => contentSecurityPolicy({ scriptSources: ["'self'"], isHttps: true, ...(connectSources ? { connectSources } : {}) });
    expect(policy()).toContain("connect-src 'self';");
    expect(policy(["https://sea1.ingest.uploadthing.com"])).toContain("connect-src 'self' https://sea1.ingest.uploadthing.com;");
  });
});
