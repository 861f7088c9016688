import { z } from "zod";
import { readFormData, typedValues } from "@/lib/actions/form-data";

const schema = z.strictObject({ subject: z.string(), tags: z.array(z.string()).max(3).default([]), also: z.array(z.string()).optional() });

function form(entries: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("a form as an object", () => {
  it("has one value a field, and lists where the schema wants them", () => {
    expect(readFormData(form([["subject", "a"], ["tags", "x"], ["also", "y"], ["also", "z"]]), schema)).toEqual({ subject: "a", tags: ["x"], also: ["y", "z"] });
  });

  it("has line ends as they are stored, whatever the browser sends", () => {
    expect(readFormData(form([["subject", "a\r\nb\rc\nd"]]), schema)).toEqual({ subject: "a\nb\nc\nd" });
  });

  it("leaves out what the framework adds", () => {
    expect(readFormData(form([["$ACTION_ID_abc", ""], ["$ACTION_REF_1", ""], ["$ACTION_KEY", "k"], ["subject", "a"]]), schema)).toEqual({ subject: "a" });
  });

  it("keeps what is unknown, so that the schema refuses it by name", () => {
    const parsed = schema.safeParse(readFormData(form([["subject", "a"], ["role", "admin"]]), schema));
    expect(parsed.error?.issues[0]).toMatchObject({ code: "unrecognized_keys", keys: ["role"] });
  });

  it("does not choose among two values for one field: the schema refuses them", () => {
    const input = readFormData(form([["subject", "a"], ["subject", "b"]]), schema);
    expect(input.subject).toEqual(["a", "b"]);
    expect(schema.safeParse(input).success).toBe(false);
  });

  it("cannot be given a prototype", () => {
    const input = readFormData(form([["__proto__", "x"], ["constructor", "y"], ["subject", "a"]]), schema);
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe("what is shown again after a refusal", () => {
  it("is what was typed, without passwords, files and what the framework adds", () => {
    const values = typedValues(form([["subject", " a\r\n"], ["password", "p"], ["passwordAgain", "p"], ["file", new File(["x"], "x.txt")], ["$ACTION_ID_1", ""]]));
    expect(values).toEqual({ subject: " a\r\n" });
  });
});
