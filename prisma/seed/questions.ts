import type { Db } from "@/lib/db/client";
import { checkQuestion } from "@/lib/questions/check-question";
import { insertQuestion, readAsked } from "@/lib/questions/record";
import { questionsByDepartment } from "./content/questions";

/** What the demonstration's departments ask. @returns question ids by department and name, "correo-electronico/direccion" */
export async function seedQuestions({ db, now }: { db: Db; now: Temporal.Instant }): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [slug, questions] of Object.entries(questionsByDepartment)) {
    const { id: departmentId } = await db.department.findUniqueOrThrow({ where: { slug }, select: { id: true } });
    for (const { name, label, hint = "", kind, choices = [], isRequired = false, shownWhen } of questions) {
      await db.$transaction(async (tx) => {
        const condition = shownWhen ? { questionId: ids.get(`${slug}/${shownWhen.name}`) ?? "", values: shownWhen.values } : null;
        const checked = checkQuestion({ label, hint, kind, choices, isRequired, shownWhen: condition }, { id: "", others: await readAsked(tx, departmentId) });
        if (!checked.ok) throw new Error(`The question "${label}" cannot be asked: ${checked.code}`);
        ids.set(`${slug}/${name}`, await insertQuestion(tx, { departmentId, body: checked.data, at: now, by: null }));
      });
    }
  }
  return ids;
}
