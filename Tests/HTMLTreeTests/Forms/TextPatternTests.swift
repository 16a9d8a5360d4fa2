import HTMLTree
import Testing

@Suite("Regular expressions whose search ends")
struct TextPatternTests {
    @Test(
        "fit what they say, somewhere in a text",
        arguments: [
            ("Sett[a-z]+s", "my Settings", true), ("^a$", "a", true), ("^a$", "ba", false), ("a|b|cd", "xcdx", true),
            ("(ab){2,3}c", "ababc", true), ("(ab){2,3}c", "abc", false), ("a{0}b", "b", true), ("x{,2}y", "xxy", true),
            ("\\d+ of \\d+", "3 of 17", true), ("\\bcat\\b", "a cat sat", true), ("\\bcat\\b", "concat", false),
            ("\\Bcat", "concat", true), ("(?i)SAVED", "saved", true), ("a(?i:B)c", "abc", true),
            ("a(?i:B)c", "abC", false),
            ("x(?i)a|b", "B", true), ("[^a-c]", "abc", false), ("[\\w-]+@[\\w.]+", "mail ada@example.org", true),
            ("\\p{Lu}\\p{Ll}+", "ada Lovelace", true), ("\\P{L}", "abc", false), ("é", "e\u{301}", true),
            ("^.$", "👨‍👩‍👧", true), ("\\u00e9", "é", true), ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true),
            ("(?m)^b$", "a\nb\nc", true), ("foo(?=bar)", "foobar", true), ("foo(?!bar)", "foobar", false),
            ("(?=.*\\d)(?=.*[a-z]).{6,}", "abc123", true), ("(?=.*\\d)(?=.*[a-z]).{6,}", "abcdef", false),
            ("(?<year>\\d{4})-", "2026-01", true), ("a*?b", "aab", true), ("()*x", "x", true), ("(a*)*b", "aab", true),
            ("\\$\\{name\\}", "${name}", true), ("{", "a{b", true), ("", "", true),
        ])
    func search(pattern: String, text: String, fits: Bool) throws {
        #expect(try TextPattern(pattern).search(text) == (fits ? .found : .notFound))
    }

    @Test(
        "fit a whole value as `pattern` has it",
        arguments: [
            ("[a-z]+", "abc", true), ("[a-z]+", "abc1", false), ("a|ab", "ab", true), ("\\d{3}", "123", true),
            ("\\d", "٣", false), ("\\w+", "é", false), ("(?=.*\\d).{4,}", "abc1", true),
            ("(?=.*\\d).{4,}", "abcd", false),
            ("[[\\]]+", "[]", true), ("^x$", "x", true),
        ])
    func whole(pattern: String, text: String, fits: Bool) throws {
        #expect(try TextPattern(pattern, dialect: .html).matchWhole(text) == (fits ? .found : .notFound))
    }

    @Test(
        "what no search can do in time is refused, with its place and a reason",
        arguments: [
            ("(a)\\1", 3, "a back reference is not supported"), ("(?<=a)b", 0, "a look-behind is not supported"),
            ("a++", 2, "a possessive repetition"), ("(?>a)", 0, "an atomic group"), ("ab(c", 2, "\"(\" is not closed"),
            ("a)", 1, "\")\" closes nothing"), ("*a", 0, "nothing to repeat"), ("a**", 0, "nothing to repeat"),
            ("a{3,2}", 1, "counts up"), ("a{1,9999}", 1, "at most 1000"), ("[z-a]", 1, "goes up"),
            ("[a", 0, "\"[\" is not closed"), ("\\q", 0, "means nothing"),
            ("\\p{Xx}", 0, "no kind of character \"Xx\""),
            ("(a{1000}){1000}", 0, "too large"), ("\\", 0, "means nothing"),
        ])
    func refused(pattern: String, offset: Int, words: String) {
        let error = #expect(throws: TextPatternError.self) { try TextPattern(pattern) }
        #expect(error?.offset == offset)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test(
        "take no longer for being written badly",
        arguments: ["(a+)+$", "(a|a)*b$", "(a|aa)+$", "(.*a){20}$", "((a*)*)*b", "(a?){50}a{50}$"])
    func backtracking(pattern: String) throws {
        let text = String(repeating: "a", count: 2000) + "!"
        #expect(try TextPattern(pattern).search(text) == .notFound)
    }

    @Test("give up, and say so, where even that is too much")
    func budget() throws {
        let text = String(repeating: "a", count: 10_000)
        #expect(try TextPattern("(a?){900}a{900}b").search(text, work: 100_000) == .gaveUp)
        #expect(try TextPattern("(?=a*b)x|(?=a*c)y").search(text, work: 100_000) == .gaveUp)
    }

    @Test("cannot be so deep or strange that reading them fails otherwise")
    func hostile() {
        for pattern in [
            String(repeating: "(", count: 100_000), String(repeating: "[", count: 100_000),
            String(repeating: "(a|", count: 5000), String(repeating: "a{2}", count: 5000),
            "((((^{0}){1000}){1000}){1000}){1000}", "(()(){1000}){1000}", "(?", "(?i", "(?<", "\\u{", "\\x1",
            "a{99999999999999999999}",
        ] {
            _ = try? TextPattern(pattern).search("aaa")
        }
    }
}
