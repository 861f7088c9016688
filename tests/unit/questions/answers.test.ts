import { answersIn, decodeAnswers, encodeAnswers } from "@/lib/questions/answer-fields";
import { checkAnswers, readAnswer } from "@/lib/questions/answers";
import { checkQuestion } from "@/lib/questions/check-question";
import { readChoices, readCondition } from "@/lib/questions/choices";
import { readDay } from "@/lib/questions/days";
import { answersOfLink, deepLink, departmentIn, priorityIn, productIn } from "@/lib/questions/deep-link";
import { keyFor } from "@/lib/questions/key";
import type { AskedQuestion, QuestionBody } from "@/lib/questions/types";

const body: QuestionBody = { label: "¿Qué pasa?", hint: "", kind: "text", choices: [], isRequired: false, shownWhen: null };
const asked = (id: string, more: Partial<AskedQuestion> = {}): AskedQuestion => ({ ...body, id, versionId: `${id}-1`, key: id, ...more });
const products = [{ id: "p1", name: "Hosting de acme.example" }];

describe("an answer", () => {
  it("is trimmed, and none when blank", () => {
    expect(readAnswer(asked("a"), "  ana@acme.example ", [])).toEqual({ value: "ana@acme.example", day: null, productId: null });
    expect(readAnswer(asked("a"), "  ", [])).toBeNull();
    expect(readAnswer(asked("a"), undefined, [])).toBeNull();
  });

  it("is missed where it is required, in the words of its kind", () => {
    expect(readAnswer(asked("a", { isRequired: true }), " ", [])).toEqual({ error: "field.missing" });
    expect(readAnswer(asked("a", { isRequired: true, kind: "choice", choices: ["Sí", "No"] }), "", [])).toEqual({ error: "field.unknownChoice" });
  });

  it("may be as long as its kind, and no longer", () => {
    expect(readAnswer(asked("a"), "x".repeat(200), [])).toMatchObject({ value: "x".repeat(200) });
    expect(readAnswer(asked("a"), "x".repeat(201), [])).toEqual({ error: "field.tooLong:200" });
    expect(readAnswer(asked("a", { kind: "long_text" }), "x".repeat(2001), [])).toEqual({ error: "field.tooLong:2000" });
  });

  it("holds nothing that the database cannot", () => {
    expect(readAnswer(asked("a"), "x\0y", [])).toEqual({ error: "field.unreadable" });
    expect(readAnswer(asked("a"), "x\ud800", [])).toEqual({ error: "field.unreadable" });
  });

  it("is one of the choices, to the letter", () => {
    const question = asked("a", { kind: "choice", choices: ["Sí", "No"] });
    expect(readAnswer(question, "Sí", [])).toMatchObject({ value: "Sí" });
    expect(readAnswer(question, "si", [])).toEqual({ error: "field.unknownChoice" });
  });

  it("is a product of one's own, kept by its name too", () => {
    expect(readAnswer(asked("a", { kind: "product" }), "p1", products)).toEqual({ value: "Hosting de acme.example", day: null, productId: "p1" });
    expect(readAnswer(asked("a", { kind: "product" }), "p2", products)).toEqual({ error: "field.unknownChoice" });
  });

  it.each([
    ["2026-11-24", "2026-11-24"],
    ["24/11/2026", "2026-11-24"],
    ["4-3-2026", "2026-03-04"],
    ["2024-02-29", "2024-02-29"],
    ["2026-02-29", null],
    ["1900-02-29", null],
    ["2000-02-29", "2000-02-29"],
    ["31/04/2026", null],
    ["2026-13-01", null],
    ["0026-11-24", null],
    ["24 de noviembre", null],
    ["", null],
  ])("%s is the day %s", (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it("of a question that is not asked is neither taken nor missed", () => {
    const questions = [asked("pasa", { kind: "choice", choices: ["Sí", "No"] }), asked("error", { isRequired: true, shownWhen: { questionId: "pasa", values: ["Sí"] } })];
    expect(checkAnswers(questions, { pasa: "No", error: "550" }, [])).toEqual({ answers: [{ question: questions[0], answer: { value: "No", day: null, productId: null } }], errors: {} });
    expect(checkAnswers(questions, { pasa: "Sí" }, []).errors).toEqual({ error: "field.missing" });
    expect(checkAnswers(questions, { pasa: "Sí", error: "550", foreign: "x" }, []).answers.map(({ question }) => question.id)).toEqual(["pasa", "error"]);
  });
});

describe("answers on their way", () => {
  it("are named in a form by their question, and travel as one text without the empty ones", () => {
    expect(answersIn({ answer_a: "x", subject: "y", answer_b: "" })).toEqual({ a: "x", b: "" });
    expect(decodeAnswers(encodeAnswers({ a: "x", b: " " }))).toEqual({ a: "x" });
    expect(encodeAnswers({ b: " " })).toBe("");
  });

  it.each(["", "x", "[]", "null", '{"a":1}', '"a"'])("%s is no answers", (text) => {
    expect(decodeAnswers(text)).toEqual({});
  });
});

describe("a question that is saved", () => {
  const others = [{ ...body, id: "q1", label: "Uno", kind: "choice" as const, choices: ["Sí", "No"] }, { ...body, id: "q2", label: "Dos", shownWhen: { questionId: "q3", values: [] } }, { ...body, id: "q3", label: "Tres" }];
  const check = (changes: Partial<QuestionBody>, id = "") => checkQuestion({ ...body, ...changes }, { id, others });

  it("has choices if it is a choice, and none otherwise", () => {
    expect(check({ kind: "choice", choices: ["Sí"] })).toMatchObject({ code: "CHOICES_TOO_FEW", details: { min: 2 } });
    expect(check({ kind: "choice", choices: Array.from({ length: 21 }, (_, at) => `n${at}`) })).toMatchObject({ code: "CHOICES_TOO_MANY" });
    expect(check({ kind: "choice", choices: ["a", "b".repeat(101)] })).toMatchObject({ code: "CHOICE_TOO_LONG" });
    expect(check({ kind: "text", choices: ["Sí"] })).toMatchObject({ ok: true, data: { choices: [] } });
  });

  it("hangs on a question of the department, by answers that this one has", () => {
    expect(check({ shownWhen: { questionId: "gone", values: [] } })).toMatchObject({ code: "CONDITION_GONE" });
    expect(check({ shownWhen: { questionId: "q1", values: ["Sí", "Quizá"] } })).toMatchObject({ data: { shownWhen: { questionId: "q1", values: ["Sí"] } } });
    expect(check({ shownWhen: { questionId: "q3", values: ["Sí"] } })).toMatchObject({ data: { shownWhen: { questionId: "q3", values: [] } } });
  });

  it("closes no ring, and says which it would", () => {
    expect(check({ label: "Tres", shownWhen: { questionId: "q2", values: [] } }, "q3")).toMatchObject({ code: "CONDITION_IN_RING", details: { ring: "«Tres» → «Dos» → «Tres»" } });
    expect(check({ shownWhen: { questionId: "q3", values: [] } }, "q3")).toMatchObject({ code: "CONDITION_GONE" });
  });

  it("reads choices one a line, and conditions of the chosen question alone", () => {
    expect(readChoices(" Sí \n\nNo\nSí\nNo  sé ")).toEqual(["Sí", "No", "No sé"]);
    expect(readCondition("q1", ["q1|Sí", "q2|No"])).toEqual({ questionId: "q1", values: ["Sí"] });
    expect(readCondition(undefined, ["q1|Sí"])).toBeNull();
  });

  it("is called in addresses by its words, once", () => {
    expect(keyFor("¿Con qué dirección?", new Set())).toBe("con-que-direccion");
    expect(keyFor("¿Con qué dirección?", new Set(["con-que-direccion"]))).toBe("con-que-direccion-2");
    expect(keyFor("¿¡!?", new Set())).toBe("pregunta");
    expect(keyFor("palabra ".repeat(20), new Set()).length).toBeLessThanOrEqual(40);
  });
});

describe("a deep link", () => {
  const departments = [{ id: "d1", slug: "correo-electronico" }, { id: "d2", slug: "soporte-tecnico" }, { id: "d3", slug: "soporte-web" }];
  const questions = [
    asked("direccion"),
    asked("que-pasa", { kind: "choice", choices: ["No envía", "Rebota"] }),
    asked("dia", { kind: "date" }),
    asked("servicio", { kind: "product" }),
  ];

  it("names a department by its slug, or by how one slug alone begins", () => {
    expect(departmentIn(departments, "correo-electronico")?.id).toBe("d1");
    expect(departmentIn(departments, "Correo")?.id).toBe("d1");
    expect(departmentIn(departments, "soporte")).toBeUndefined();
    expect(departmentIn(departments, "corr")).toBeUndefined();
  });

  it("names a priority in Spanish or in the desk's own words, and only one that may be chosen", () => {
    expect(priorityIn(["low", "medium"], "Media")).toBe("medium");
    expect(priorityIn(["low", "medium"], "low")).toBe("low");
    expect(priorityIn(["low", "medium"], "alta")).toBeUndefined();
    expect(priorityIn(["low", "medium"], "constructor")).toBeUndefined();
  });

  it("names a product by id or by name", () => {
    expect(productIn(products, "hosting de ACME.example")?.id).toBe("p1");
    expect(productIn(products, "otro")).toBeUndefined();
  });

  it("brings answers as the form wants them, and tells what it could not", () => {
    const query = { "answer.direccion": "ana@acme.example", "answer.que-pasa": "rebota", "answer.dia": "24/11/2026", "answer.servicio": "Hosting de acme.example", "answer.nada": "x", utm: "y" };
    expect(answersOfLink(query, questions, products)).toEqual({
      answers: { direccion: "ana@acme.example", "que-pasa": "Rebota", dia: "2026-11-24", servicio: "p1" },
      ignored: [{ part: "answer", value: "nada" }],
    });
    expect(answersOfLink({ "answer.dia": "ayer", "answer.que-pasa": ["a", "b"] }, questions, products)).toEqual({ answers: {}, ignored: [{ part: "answer", value: "dia" }, { part: "answer", value: "que-pasa" }] });
  });

  it("is made so that it is read back", () => {
    const href = deepLink("https://soporte.example/portal/tickets/new", { department: "correo-electronico", priority: "", subject: "Error 550 & más", body: "", answers: { direccion: "ana@acme.example", dia: "" } });
    const query = Object.fromEntries(new URL(href).searchParams);
    expect(query).toEqual({ department: "correo-electronico", subject: "Error 550 & más", "answer.direccion": "ana@acme.example" });
    expect(answersOfLink(query, questions, products).answers).toEqual({ direccion: "ana@acme.example" });
  });
});
