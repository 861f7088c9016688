import { readFileSync } from "node:fs";
import { EnvironmentError, envSchema, parseEnv } from "@/lib/env";

const GOOD = {
  DATABASE_URL: "postgresql://mesa:x@127.0.0.1:5432/mesa",
  APP_URL: "https://soporte.example.com/",
  APP_SECRET: "Qm7x-2Zf_9Lk4Vt8Rb1Yc6Hn3Ws5Pd0Ag",
};

function refusalOf(change: Record<string, string | undefined>): string {
  try {
    parseEnv({ ...GOOD, ...change });
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  throw new Error("It was taken.");
}

describe("the environment", () => {
  it("is taken with what is not said filled in", () => {
    expect(parseEnv(GOOD)).toEqual({
      NODE_ENV: "production",
      DATABASE_URL: GOOD.DATABASE_URL,
      APP_URL: "https://soporte.example.com", // without the slash, so that addresses can be put behind it
      APP_SECRET: GOOD.APP_SECRET,
      APP_SECRET_PREVIOUS: [],
      APP_LOCALE: "es-MX",
      APP_VERSION: "0.0.0",
      PORT: 3000,
      PUSH_SERVICES: [],
      DATABASE_POOL: 12,
      JOBS: "inside",
      LOG_LEVEL: "info",
      DATA_DIR: ".data",
      S3_REGION: "us-east-1",
      S3_PREFIX: "",
    });
  });

  it("takes an empty value for one that is not set", () => {
    expect(parseEnv({ ...GOOD, PORT: "", LOG_LEVEL: "" })).toMatchObject({ PORT: 3000, LOG_LEVEL: "info" });
  });

  it.each<[string, string | undefined, string]>([
    ["DATABASE_URL", undefined, "is missing"],
    ["DATABASE_URL", "mysql://x", "must begin with postgresql://"],
    ["APP_URL", "soporte.example.com", "must be a full address"],
    ["UPLOADTHING_TOKEN", "sk_live_123", "is no token of uploadthing"],
    ["UPLOADTHING_TOKEN", Buffer.from('{"apiKey":"sk_live_1"}').toString("base64"), "is no token of uploadthing"],
    ["INBOUND_MAIL_SECRET", "short", "is too short"],
    ["INBOUND_MAIL_SECRET", "changemechangemechangemechangeme", "is a well-known value"],
    ["INBOUND_IMAP_URL", "mail.example.com", "must be a full address such as imaps://"],
    ["INBOUND_IMAP_URL", "https://u:p@mail.example.com", "must be a full address such as imaps://"],
    ["INBOUND_IMAP_URL", "imaps://mail.example.com", "must be a full address such as imaps://"],
    ["INBOUND_IMAP_URL", "imaps://u:%zz@mail.example.com", "must be a full address such as imaps://"],
    ["INBOUND_AUTH_SERVER", "mx example", "must be the name"],
    ["S3_ENDPOINT", "s3.example.com", "must be a full address"],
    ["S3_PREFIX", "a b", "may hold letters"],
    ["S3_SECRET_ACCESS_KEY", "only-one-of-two", "belong together"],
    ["APP_URL", "ftp://soporte.example.com", "must be a full address"],
    ["APP_SECRET", undefined, "is missing"],
    ["APP_SECRET", "short", "is too short"],
    ["APP_SECRET", "a".repeat(64), "is a well-known value"],
    ["APP_SECRET", "changemechangemechangemechangeme", "is a well-known value"],
    ["APP_SECRET", "secretsecretsecretsecretsecret12", "is a well-known value"],
    ["APP_SECRET", "Password-password-PASSWORD-passw", "is a well-known value"],
    ["APP_SECRET", "changeme-secret-password-development", "is a well-known value"],
    ["APP_LOCALE", "en-US", 'expected "es-MX"'],
    ["PORT", "puerto", "must be a number from 1 to 65535"],
    ["PORT", "70000", "must be a number from 1 to 65535"],
    ["PORT", "0", "must be a number from 1 to 65535"],
    ["DATABASE_POOL", "1", "Too small"],
    ["LOG_LEVEL", "loud", "Invalid option"],
    ["NODE_ENV", "staging", "Invalid option"],
  ])("a wrong value names itself: %s=%s", (name, value, reason) => {
    expect(refusalOf({ [name]: value })).toMatch(new RegExp(`^ {2}${name} .*${reason}`, "m"));
  });

  it("names all that is wrong at once, and where it is explained", () => {
    const message = refusalOf({ APP_URL: "x", PORT: "x", APP_SECRET: "x" });
    const named = message.split("\n").filter((line) => line.startsWith("  ")).map((line) => line.trim().split(" ")[0]);
    expect([...new Set(named)].sort()).toEqual(["APP_SECRET", "APP_URL", "PORT"]);
    expect(message).toContain(".env.example");
  });

  it("never says the value that was wrong: it may be a secret", () => {
    expect(refusalOf({ APP_SECRET: "hunter2" })).not.toContain("hunter2");
    expect(refusalOf({ DATABASE_URL: "mysql://root:hunter2@db/mesa" })).not.toContain("hunter2");
  });

  it("is explained in .env.example, every variable of it", () => {
    const example = readFileSync(".env.example", "utf8");
    // The version comes from package.json, the mode from the command.
    const explained = Object.keys(envSchema.shape).filter((name) => !["NODE_ENV", "APP_VERSION"].includes(name));
    expect(explained.filter((name) => !new RegExp(`^#? ?${name}=`, "m").test(example))).toEqual([]);
  });
});
