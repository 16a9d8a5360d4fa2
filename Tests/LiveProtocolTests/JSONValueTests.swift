import LiveProtocol
import Testing

@Suite("JSON text")
struct JSONValueTests {
    @Test(
        "is read and written back in its shortest form",
        arguments: [
            ("null", "null"),
            (" [ 1 , 2.5, -3e2 ] ", "[1,2.5,-300]"),
            (#"{"b":1,"a":{"c":[]}}"#, #"{"b":1,"a":{"c":[]}}"#),
            (#""\u00e9\ud83d\ude00\n\/""#, #""é😀\n/""#),
            (#""\u0001\"\\""#, #""\u0001\"\\""#),
            (#""\ud800x""#, "\"\u{FFFD}x\""),
            ("123456789012345678901234567890", "1.2345678901234568e+29"),
        ])
    func roundTrip(text: String, expected: String) throws {
        #expect(try JSONValue(parsing: text).json == expected)
    }

    @Test(
        "that is broken is refused with the place",
        arguments: [
            ("", "at byte 0: the text ends in the middle of a value"),
            ("[1,]", "at byte 3: expected a value, found `]`"),
            ("{a:1}", "at byte 1: expected a key in quotation marks, found `a`"),
            ("[1 2]", "at byte 3: expected `,` or `]`, found `2`"),
            ("tru", "at byte 0: expected `true`, found `t`"),
            ("01", "at byte 1: a number is not written as JSON writes numbers"),
            ("1 1", "at byte 2: there is more after the value"),
            ("\"a\nb\"", "at byte 2: a string holds a control character; write it as an escape such as \\n"),
            (#""\x""#, "at byte 3: a string holds an escape that JSON does not know"),
        ])
    func refusal(text: String, message: String) throws {
        let error = #expect(throws: JSONParsingError.self) { try JSONValue(parsing: text) }
        #expect(error.map(String.init(describing:)) == message)
    }

    @Test("nested without end is refused instead of overflowing the stack")
    func depth() {
        let text = String(repeating: "[", count: 100_000)
        let error = #expect(throws: JSONParsingError.self) { try JSONValue(parsing: text) }
        #expect(error?.reason == .tooDeep(limit: 512))
    }

    @Test("equality looks past the order of keys and the form of whole numbers")
    func equality() {
        let left: JSONValue = ["a": 1, "b": [2.0]]
        let right: JSONValue = ["b": [2], "a": 1]
        #expect(left == right)
        #expect(left != ["a": 1, "b": [3]])
        #expect(left != ["a": 1])
    }

    @Test("an encodable value keeps its shape and the order of its keys")
    func encoding() throws {
        struct Inner: Encodable {
            var tags = ["x", "y"]
            var note: String?
        }
        struct Outer: Encodable {
            var name = "Ada"
            var age = 36
            var ratio = 0.5
            var inner = Inner()
            var big = UInt64.max
            var raw: JSONValue = ["z": 1, "y": nil]
        }
        let expected =
            #"{"name":"Ada","age":36,"ratio":0.5,"inner":{"tags":["x","y"]},"big":1.8446744073709552e+19,"raw":{"z":1,"y":null}}"#
        #expect(try JSONValue(encoding: Outer()).json == expected)
    }
}
