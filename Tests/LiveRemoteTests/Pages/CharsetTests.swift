import Testing

@testable import LiveRemote

struct CharsetTests {
    private static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
            return isBigEndian ? [high, low] : [low, high]
        }
    }

    @Test(
        arguments: [
            (Array("é€".utf8), nil as String?, "é€"),
            (Array("é".utf8), "UTF-8", "é"),
            ([0x61, 0xE9, 0x80, 0x9F, 0x81], "iso-8859-1", "aé€Ÿ\u{81}"),
            ([0x93, 0x94], "Windows-1252", "“”"),
            ([0x61, 0xE9], nil, "a\u{FFFD}"),
            ([0x61, 0xE9], "klingon", "a\u{FFFD}"),
            ([0xEF, 0xBB, 0xBF, 0x61], "iso-8859-1", "a"),
            (utf16("a😀", isBigEndian: false), "utf-16", "a😀"),
            (utf16("a😀", isBigEndian: true), "utf-16be", "a😀"),
            ([0xFE, 0xFF] + utf16("aé", isBigEndian: true), "utf-8", "aé"),
            ([0xFF, 0xFE] + utf16("aé", isBigEndian: false), nil, "aé"),
            ([0x61, 0x00, 0x62] as [UInt8], "utf-16le", "a\u{FFFD}"),
            ([0x00, 0xD8], "utf-16le", "\u{FFFD}"),
            ([], "utf-16", ""),
        ] as [([UInt8], String?, String)])
    func `Bytes are read as their mark or their label says`(bytes: [UInt8], label: String?, text: String) {
        #expect(Charset.text(of: bytes, label: label) == text)
    }

    @Test(arguments: [
        ("<meta charset=latin1>", "é"), ("<META CHARSET = 'ISO-8859-1'>", "é"),
        ("<meta http-equiv=content-type content=\"text/html; charset=windows-1252\">", "é"),
        ("<meta charset=utf-16>", "\u{FFFD}"), ("<meta name=charset>", "\u{FFFD}"), ("<meta charset", "\u{FFFD}"),
        ("<meta charset=>", "\u{FFFD}"), (String(repeating: " ", count: 1024) + "<meta charset=latin1>", "\u{FFFD}"),
    ])
    func `A page may say how it is to be read, near its beginning`(tag: String, sign: String) {
        let text = Charset.text(of: Array(tag.utf8) + [0xE9], label: nil, isHTML: true)
        #expect(text == tag + sign)
        #expect(Charset.text(of: Array(tag.utf8) + [0xE9], label: "latin1", isHTML: true) == tag + "é")
        #expect(Charset.text(of: Array(tag.utf8) + [0xE9], label: nil) == tag + "\u{FFFD}")
    }

    @Test(arguments: [
        ("text/html; charset=utf-8", "text/html", "utf-8" as String?),
        ("TEXT/HTML;Charset=\"Latin1\"", "text/html", "Latin1"),
        ("text/css", "text/css", nil), ("", "", nil), (";;charset", "", nil), ("a/b; x=1; charset = c", "a/b", "c"),
    ])
    func `A media type is read with its encoding`(header: String, name: String, charset: String?) {
        #expect(MediaType(header).name == name)
        #expect(MediaType(header).charset == charset)
    }

    @Test(arguments: [
        ("text/html", "", MediaType.Kind.page), ("application/xhtml+xml", "", .page), ("text/css", "", .styleSheet),
        ("text/plain", "", .text), ("application/json", "", .text), ("application/problem+json", "", .text),
        ("image/png", "", .other), ("application/octet-stream", "", .other), ("", " <p>", .page), ("", "hello", .text),
        ("", "\0\u{1}", .other), ("", "<\0", .other),
    ])
    func `What is made of a body goes by its type, or without one by its looks`(
        type: String, body: String, kind: MediaType.Kind
    ) {
        #expect(MediaType(type).kind(of: Array(body.utf8)) == kind)
    }
}
