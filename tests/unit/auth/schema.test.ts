import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/auth/password-rules";
import { setPasswordSchema, signInSchema } from "@/lib/auth/schema";

const refusalsOf = (schema: typeof setPasswordSchema | typeof signInSchema, input: unknown) => {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".") || issue.code}: ${issue.message}`);
};

describe("a new password", () => {
  const withPassword = (password: string) => ({ token: "t", password, passwordAgain: password });

  it("is as long as the rules say, and of whatever characters", () => {
    expect([PASSWORD_MIN, PASSWORD_MAX]).toEqual([12, 200]);
    expect(refusalsOf(setPasswordSchema, withPassword("a".repeat(12)))).toEqual([]);
    expect(refusalsOf(setPasswordSchema, withPassword("ñ 🙂".repeat(50)))).toEqual([]);
    expect(refusalsOf(setPasswordSchema, withPassword("a".repeat(11)))).toEqual(["password: field.tooShort:12"]);
    expect(refusalsOf(setPasswordSchema, withPassword("a".repeat(201)))).toEqual(["password: field.tooLong:200"]);
  });

  it("keeps the spaces at its ends: they belong to it", () => {
    expect(setPasswordSchema.parse(withPassword("  con espacios  ")).password).toBe("  con espacios  ");
  });

  it("is refused with what cannot be stored", () => {
    expect(refusalsOf(setPasswordSchema, withPassword("contraseña\0 con nul"))).toEqual(["password: field.unreadable"]);
  });
});

describe("signing in", () => {
  it("asks for both, and takes no other field", () => {
    expect(refusalsOf(signInSchema, { email: "", password: "" })).toEqual(["email: field.missing", "password: field.missing"]);
    expect(refusalsOf(signInSchema, { email: "a", password: "b", role: "admin" })).toEqual(['unrecognized_keys: Unrecognized key: "role"']);
  });

  it("does not judge an address: whether it exists is not for the form to say", () => {
    expect(refusalsOf(signInSchema, { email: "no es un correo", password: "x" })).toEqual([]);
  });
});
