import { Document, Link, Page, Text, View } from "@react-pdf/renderer";
import { env } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/translator";
import { receiptStyles } from "../../../receipt/_components/receipt-styles";
import { NO_SIGN } from "../../../receipt/_data/printable";
import type { QuoteContent } from "../_data/quote-content";

type Styles = ReturnType<typeof receiptStyles>;

/** On paper: what was offered, what was answered, and how anybody can check it. */
export function QuoteDocument({ content, at, family, hasUnprintable }: { content: QuoteContent; at: Date; family: string; hasUnprintable: boolean }) {
  const t = getTranslator("quotes");
  const site = getTranslator("public")("brand.site");
  const styles = receiptStyles(family);
  return (
    <Document title={content.title} author={site} subject={content.reference} creator={site} producer={site} pdfVersion="1.7" language={env().APP_LOCALE} creationDate={at} modificationDate={at}>
      <Page size="LETTER" style={styles.page}>
        <View style={styles.head} fixed>
          <Text>{site}</Text>
          <Text style={styles.pageNumber} render={({ pageNumber, totalPages }) => t("pdf.page", { reference: content.reference, page: pageNumber, pages: totalPages ?? pageNumber })} />
        </View>
        <Text style={styles.title}>{content.title}</Text>
        <Facts facts={content.facts} styles={styles} />
        <Text style={styles.heading}>{t("sheet.lines")}</Text>
        {content.lines.map((line, index) => (
          <View key={index} style={styles.fact} wrap={false}>
            <View style={styles.value}>
              <Text style={styles.due}>{line.name}</Text>
              <Text style={styles.small}>{line.detail}</Text>
            </View>
            <Text>{line.amount}</Text>
          </View>
        ))}
        <Facts facts={content.totals} styles={styles} />
        {content.texts.map(({ title, text }) => (
          <View key={title}>
            <Text style={styles.heading} minPresenceAhead={40}>
              {title}
            </Text>
            <Text style={styles.text}>{text}</Text>
          </View>
        ))}
        {content.answer && <Answer answer={content.answer} styles={styles} />}
        {content.hashes.map(({ title, groups }) => (
          <View key={title} wrap={false}>
            <Text style={styles.heading}>{title}</Text>
            <View style={styles.hash}>
              {groups.map((group, index) => (
                <Text key={index} style={styles.group}>
                  {group}
                </Text>
              ))}
            </View>
          </View>
        ))}
        <Text style={styles.text}>{t("pdf.check")}</Text>
        <Link src={content.checkHref} style={styles.link}>
          {content.checkAddress}
        </Link>
        {hasUnprintable && <Text style={styles.small}>{getTranslator("receipt")("unprintable", { sign: NO_SIGN })}</Text>}
      </Page>
    </Document>
  );
}

function Facts({ facts, styles }: { facts: QuoteContent["facts"]; styles: Styles }) {
  return (
    <View style={styles.facts}>
      {facts.map(({ term, value }) => (
        <View key={term} style={styles.fact} wrap={false}>
          <Text style={styles.term}>{term}</Text>
          <Text style={styles.value}>{value}</Text>
        </View>
      ))}
    </View>
  );
}

function Answer({ answer, styles }: { answer: NonNullable<QuoteContent["answer"]>; styles: Styles }) {
  return (
    <View>
      <Text style={styles.heading} minPresenceAhead={40}>
        {answer.title}
      </Text>
      <Text style={styles.text}>{answer.lead}</Text>
      {answer.items.map((item, index) => (
        <View key={index} style={styles.step}>
          <Text style={styles.number}>{index + 1}.</Text>
          <Text style={styles.value}>{item}</Text>
        </View>
      ))}
      {answer.fiscal.length > 0 && <Facts facts={answer.fiscal} styles={styles} />}
    </View>
  );
}
