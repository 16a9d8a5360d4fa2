import HTMLTree
import Testing

@Suite struct PatternGroupTests {
    @Test(arguments: [
        ("#([0-9]+)", "order #42, #43", "42"), ("[0-9]+", "order 42", "42"), ("(a|ab)(c|bcd)", "abcd", "a"),
        ("(a+?)b", "aaab", "aaa"), ("a(b*?)", "abbb", ""), ("a(b*)", "abbb", "bbb"), ("(?:x)(y)", "xy", "y"),
        ("(?i)NAME: (\\w+)", "name: Ada", "Ada"), ("(a)|(b)", "b", "b"), ("^(.)", "名x", "名"),
        ("(\\d+)$", "1 22 333", "333"), ("x(?=(y))", "axy", "x"), ("(a{2,3}?)", "aaa", "aa"), ("((a)b)", "ab", "ab"),
        ("(?<n>b)", "abc", "b"), ("\\b(c\\w*)", "abc cde", "cde"), ("(a|b)*", "abab", "b"),
    ])
    func `the first group of the first match is found`(pattern: String, text: String, part: String) throws {
        #expect(try TextPattern(pattern).firstGroup(in: text) == .found(part))
    }

    @Test func `what fits nowhere is not found, and what is too much work is given up`() throws {
        #expect(try TextPattern("(x)").firstGroup(in: "abc") == .notFound)
        let long = String(repeating: "a", count: 20_000) + "b"
        #expect(try TextPattern("(a+)+$").firstGroup(in: long) != .found(long))
        #expect(try TextPattern("(a+)+$").search(long) == .notFound)
        let heavy = "(" + String(repeating: "(?:a?){50}", count: 40) + ")c"
        #expect(try TextPattern(heavy).firstGroup(in: long) == .gaveUp)
    }
}
