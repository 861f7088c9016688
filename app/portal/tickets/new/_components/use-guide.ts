"use client";

import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { answerField, answersIn, decodeAnswers, encodeAnswers, type AnswerField } from "@/lib/questions/answer-fields";
import { readAnswer } from "@/lib/questions/answers";
import { shownQuestions } from "@/lib/questions/shown";
import type { AskedQuestion, NamedProduct } from "@/lib/questions/types";

export type GuideWords = { title: string; hint: string; appeared: string; show: string; none: string; optional: string; missing: string; choose: string; date: string; unreadable: string; tooLong: string };

/** What each department asks, and what is answered already, by question id. */
export type Guide = { questions: Record<string, AskedQuestion[]>; answers: Record<string, string>; products: NamedProduct[]; words: GuideWords };

/**
 * The questions of the chosen department that are asked, given what is answered so far. What was typed into a question that is hidden now
 * is kept here and in the draft, and comes back with it; only what is shown is sent.
 */
export function useGuide(guide: Guide, { form, departmentId: first, values }: { form: RefObject<HTMLFormElement | null>; departmentId: string; values: Record<string, string> | undefined }) {
  const [departmentId, setDepartmentId] = useState(first);
  const [answers, setAnswers] = useState(() => ({ ...guide.answers, ...answersIn(values ?? {}) }));
  const latest = useRef(answers);
  const fields = useMemo(() => Object.values(guide.questions).flatMap((each) => each.map(({ id }) => answerField(id))), [guide.questions]);

  /** Something in the form changed. */
  function touch(): void {
    if (!form.current) return;
    const data = new FormData(form.current);
    setDepartmentId(String(data.get("departmentId") ?? ""));
    const typed = answersIn(Object.fromEntries([...data].map(([name, value]) => [name, String(value)])));
    const isNew = Object.entries(typed).some(([id, value]) => (latest.current[id] ?? "") !== value);
    if (!isNew) return;
    latest.current = { ...latest.current, ...typed };
    setAnswers(latest.current);
  }

  useEffect(() => {
    // A slow page is written in before its script runs.
    touch();
    // eslint-disable-next-line react/exhaustive-deps -- once, when the form appears
  }, []);

  function errorOf(question: AskedQuestion, typed: string): string | null {
    // Half a date is no text, and yet it was typed.
    const control = document.getElementById(answerField(question.id));
    if (control instanceof HTMLInputElement && control.validity.badInput) return guide.words.date;
    const read = readAnswer(question, typed, guide.products);
    return read !== null && "error" in read ? errorText(read.error, guide.words) : null;
  }

  /** What a kept draft answered, in place of what is answered here. */
  function take(encoded: string | undefined): void {
    latest.current = decodeAnswers(encoded);
    setAnswers(latest.current);
  }

  /** The same as the values of the form's fields. */
  function fieldsOf(encoded: string | undefined): Record<string, string> {
    const given = decodeAnswers(encoded);
    return Object.fromEntries(Object.values(guide.questions).flatMap((each) => each.map(({ id }) => [answerField(id), given[id] ?? ""])));
  }

  /** An answer with its question, in words. */
  function readAnswerOf(id: string, value: string): { question: string; value: string } | null {
    const question = Object.values(guide.questions).flat().find((each) => each.id === id);
    return question ? { question: question.label, value: guide.products.find((each) => each.id === value)?.name ?? value } : null;
  }

  const asked = guide.questions[departmentId] ?? [];
  return { departmentId, answers, fields, hasQuestions: asked.length > 0, shown: shownQuestions(asked, answers), touch, errorOf, take, fieldsOf, readAnswer: readAnswerOf, draftText: () => encodeAnswers(latest.current) };
}

export type GuideState = ReturnType<typeof useGuide>;
export type AnswerValues = Record<AnswerField, string>;

function errorText(error: string, words: GuideWords): string {
  const [code, count] = error.split(":");
  switch (code) {
    case "field.missing":
      return words.missing;
    case "field.date":
      return words.date;
    case "field.unreadable":
      return words.unreadable;
    case "field.tooLong":
      return words.tooLong.replace("{count}", count ?? "");
    default:
      return words.choose;
  }
}
