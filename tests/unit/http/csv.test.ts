import { csvText } from "@/lib/http/csv";

it("writes rows as spreadsheets read them", () => {
  expect(csvText([["Búsqueda", "Veces"], ["correo, \"lento\"", 3]])).toBe('\uFEFFBúsqueda,Veces\r\n"correo, ""lento""",3\r\n');
});

it.each(["=1+1", "+52", "-1", "@x", "\tx", "\rx"])("makes no formula of a text: %j", (text) => {
  expect(csvText([[text]])).toMatch(/^\uFEFF"?'/);
});

it("leaves numbers and harmless texts alone", () => {
  expect(csvText([[-3, "a=b", "", "renglón\notro"]])).toBe('\uFEFF-3,a=b,,"renglón\notro"\r\n');
});
