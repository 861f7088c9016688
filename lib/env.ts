import { z } from "zod";
import { readMailAddress } from "@/lib/mail/address";
import { readImapAddress } from "@/lib/mail/inbound/imap-address";

/**
 * The environment, parsed once. A wrong value names itself and says what to do.
 * `.env.example` explains each variable; scripts/bootstrap.mjs fills in what can be generated.
 */

const KNOWN_SECRETS = ["secret", "changeme", "change-me", "password", "development", "nextauth_secret"];

const port = z.coerce.number("must be a number from 1 to 65535").int().min(1).max(65535);

export const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z
    .string("is missing: start through `npm start`, which brings its own PostgreSQL, or set it to a PostgreSQL 15+ server")
    .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must be a full address such as https://soporte.example.com" })
    .transform((url) => url.replace(/\/+$/, "")),
  APP_SECRET: z
    .string("is missing: `npm start` generates one and keeps it in the data directory")
    .min(32, "is too short: use at least 32 random characters, e.g. `openssl rand -base64 48`")
    .refine((secret) => !isKnownSecret(secret), "is a well-known value: use random characters, e.g. `openssl rand -base64 48`"),
  /** Secrets of before, newest first, so that what was encrypted under them can still be read; `npm run secrets:rotate` makes them needless. */
  APP_SECRET_PREVIOUS: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((secrets) => secrets.every((secret) => secret.length >= 32), "holds a secret that is too short: list whole former values of APP_SECRET, separated by commas"),
  APP_LOCALE: z.enum(["es-MX"]).default("es-MX"),
  APP_VERSION: z.string().default("0.0.0"),
  PORT: port.default(3000),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  /** Where the jobs are worked: inside each web process, or apart, by `npm run worker`. */
  JOBS: z.enum(["inside", "apart"], "must be inside or apart").default("inside"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  DATA_DIR: z.string().default(".data"),
  UPLOADTHING_TOKEN: z.string().refine(isUploadthingToken, "is no token of uploadthing: copy it whole from the service's page of keys").optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be a full address such as smtp://user:password@mail.example.com:587" }).optional(),
  /** Who writes the desk's mail; the default is of the desk's own host. */
  MAIL_FROM: z.string().refine((text) => readSender(text) !== null, "must be an address such as soporte@example.com, or Soporte <soporte@example.com>").transform(readSender).optional(),
  /** Who may hand mail in at /api/mail/inbound; without it there is no such address. */
  INBOUND_MAIL_SECRET: z
    .string()
    .min(32, "is too short: use at least 32 random characters, e.g. `openssl rand -base64 48`")
    .refine((secret) => !isKnownSecret(secret), "is a well-known value: use random characters, e.g. `openssl rand -base64 48`")
    .optional(),
  /** The mailbox that is read; without it none is. */
  INBOUND_IMAP_URL: z.string().refine((text) => readImapAddress(text) !== null, "must be a full address such as imaps://user:password@mail.example.com/INBOX, with the user and the password in it").optional(),
  /** Whose Authentication-Results are believed. */
  INBOUND_AUTH_SERVER: z.string().regex(/^[\w.-]{1,200}$/, "must be the name that your mail server puts first into Authentication-Results, such as mx.example.com").optional(),
  /** Origins of push services besides those of the browsers' makers. */
  PUSH_SERVICES: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((origins) => origins.every((origin) => URL.parse(origin)?.origin === origin && /^https?:/.test(origin)), "must list origins such as https://push.example.com, separated by commas"),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be the full address of the provider's issuer, such as https://login.example.com/realms/team" }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().max(60, "is too long: 60 characters at most").optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be a full address such as https://s3.example.com" }).optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PREFIX: z.string().regex(/^[\w./-]*$/, "may hold letters, digits, dots, dashes and slashes").default(""),
}).superRefine(({ S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }, context) => {
  if (new Set([OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].map((value) => value === undefined)).size > 1) {
    context.addIssue({ code: "custom", path: ["OIDC_ISSUER"], message: ", OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all, or none" });
  }
  if ((S3_ACCESS_KEY_ID === undefined) !== (S3_SECRET_ACCESS_KEY === undefined)) {
    context.addIssue({ code: "custom", path: ["S3_SECRET_ACCESS_KEY"], message: "and S3_ACCESS_KEY_ID belong together: set both, or neither" });
  }
});

export type Env = z.output<typeof envSchema>;

export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** @throws EnvironmentError naming every variable that is wrong, and what to do. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty value in an env file means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new EnvironmentError(`The environment is not usable:\n${lines.join("\n")}\nSee .env.example.`);
}

let parsed: Env | undefined;

/** The environment of this process; parsed at the first use and at start (instrumentation.ts). */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** "Name <address>", or the address alone. */
function readSender(text: string): { name: string; address: string } | null {
  const [, name = "", bracketed] = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  const address = readMailAddress((bracketed ?? text).trim());
  return address === null ? null : { name, address };
}

function isUploadthingToken(token: string): boolean {
  try {
    const read: unknown = JSON.parse(Buffer.from(token, "base64").toString("utf8"));
    return z.object({ apiKey: z.string().startsWith("sk_"), appId: z.string().min(1), regions: z.array(z.string()).min(1) }).safeParse(read).success;
  } catch {
    return false;
  }
}

function isKnownSecret(secret: string): boolean {
  const bare = secret.trim().toLowerCase();
  const rest = KNOWN_SECRETS.reduce((text, known) => text.replaceAll(known, ""), bare).replace(/[^a-z0-9]/g, "");
  return new Set(bare).size < 8 || rest.length < 8;
}
