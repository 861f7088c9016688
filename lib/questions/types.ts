export const QUESTION_KINDS = ["text", "long_text", "choice", "date", "product"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const LABEL_MAX = 150;
export const HINT_MAX = 300;
export const CHOICES_MIN = 2;
export const CHOICES_MAX = 20;
export const CHOICE_LENGTH_MAX = 100;
/** Asked at once by a department; a longer form is not filled in. */
export const QUESTIONS_MAX = 20;

/** How long an answer may be. A choice and a product are as long as their names. */
export const ANSWER_MAX = { text: 200, long_text: 2_000, choice: CHOICE_LENGTH_MAX, date: 10, product: 200 } as const satisfies Record<QuestionKind, number>;

/** Asked only while another question has one of these answers; any answer when none is named. */
export type ShownWhen = { questionId: string; values: readonly string[] };

export type QuestionBody = {
  label: string;
  hint: string;
  kind: QuestionKind;
  /** Of a choice; else none. */
  choices: readonly string[];
  isRequired: boolean;
  shownWhen: ShownWhen | null;
};

/** A question as a form asks it. */
export type AskedQuestion = QuestionBody & { id: string; versionId: string; key: string };

/** What was typed or chosen, by the question's id: of a product its id, of a date what the control gives. */
export type TypedAnswers = Readonly<Record<string, string>>;

export type NamedProduct = { id: string; name: string };

/** A question as the pages of settings show it. */
export type QuestionView = AskedQuestion & {
  /** Raised with each edit; whoever saves names the one that they saw. */
  version: number;
  isRetired: boolean;
  /** Tickets that answer it, in whatever version. */
  answers: number;
  updatedAt: string;
  /** Null for those that came with the demonstration, and for those of somebody who is gone. */
  updatedByName: string | null;
};

export type QuestionDepartment = { id: string; slug: string; name: string };

/** The questions of a department in their order, and those that are asked no more. */
export type DepartmentQuestionsView = { department: QuestionDepartment; questions: QuestionView[]; retired: QuestionView[] };
