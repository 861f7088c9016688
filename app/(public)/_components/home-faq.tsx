import { FaqList } from "@/components/kb/faq-list";
import { KnowledgeSearch } from "@/components/kb/knowledge-search";
import { getTranslator } from "@/lib/i18n/translator";
import type { FaqGroupView } from "@/lib/kb/types";
import { faqItem } from "../_data/faq-items";
import { searchWords } from "../_data/search-words";
import { SectionHeading } from "./section-heading";

const QUESTIONS_SHOWN = 6;

/** The first questions of each group in turn, so that every topic has one. */
export function HomeFaq({ groups }: { groups: FaqGroupView[] }) {
  const t = getTranslator("public");
  const longest = Math.max(0, ...groups.map((group) => group.questions.length));
  const inTurn = Array.from({ length: longest }, (_, row) => groups.flatMap((group) => group.questions[row] ?? [])).flat();
  if (inTurn.length === 0) return null;
  return (
    <section aria-labelledby="faq" className="grid gap-x-12 gap-y-6 lg:grid-cols-[20rem_1fr]">
      <div>
        <SectionHeading id="faq" title={t("home.faqTitle")} />
        <div className="mt-4">
          <KnowledgeSearch id="buscar-pregunta" words={searchWords("faq")} kind="faq" />
        </div>
        <p className="mt-4 text-sm">
          <a href="/faq" className="link">
            {t("home.faqAll")}
          </a>
        </p>
      </div>
      <FaqList items={inTurn.slice(0, QUESTIONS_SHOWN).map((question) => faqItem(question))} />
    </section>
  );
}
