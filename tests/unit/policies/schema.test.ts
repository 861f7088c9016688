import { addPolicySchema } from "@/lib/policies/schema";

const policy = (body: string) => addPolicySchema.safeParse({ title: "Conducta", summary: "Cómo nos tratamos", body });

it("takes a text with the desk's own blocks", () => {
  expect(policy("Se atiende así:\n\n{{calendar}}").success).toBe(true);
});

it.each([
  ["of this desk", "Uno\n\n![a](/api/files/00000000-0000-4000-8000-000000000001#10x10)", 3],
  ["of another site", "![a](https://ajena.example/a.png)", 1],
])("refuses pictures %s by their line: a policy has nobody whose files they could be", (_, body, line) => {
  expect(policy(body).error?.issues.map(({ message }) => message)).toEqual([`field.noPictures:${line}`]);
});
