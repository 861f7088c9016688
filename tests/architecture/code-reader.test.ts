import { readCode } from "@/tests/architecture/support/code-reader";

it("takes comments out and leaves everything where it was", () => {
  expect(readCode("a // é\n/* b\n c */ d").code).toBe("a     \n    \n      d");
});

it("does not take a comment's beginning in a text for one", () => {
  expect(readCode('const url = "http://x"; // gone').code).toBe('const url = "http://x";        ');
});

it("empties texts, templates and regular expressions, but not what is calculated inside a template", () => {
  expect(readCode('f("new Date()", /async/u)').bare).toBe('f("          ", /     /u)');
  expect(readCode("`a${ b({ c: `d${e}` }) }f`").bare).toBe("` ${ b({ c: ` ${e}` }) } `");
});

it("knows a division from a regular expression", () => {
  expect(readCode("a / b + c / d").bare).toBe("a / b + c / d");
});

it("goes on after an apostrophe between tags", () => {
  expect(readCode("<p>it's</p>\nasync").bare).toBe("<p>it'     \nasync");
});
